import { defineProblemRule } from "../problem-rule.ts";

export const milestoneOffset = defineProblemRule({
  id: "milestone-offset",
  defaultLevel: "error",
  drafts: "same",
  summary: `Every milestone states its UTC offset.`,
  why: `Without an offset a time could be in any zone, and incidents in two places could not be compared. Times to detect and to diagnose rest on it.`,
  helps: `\`pm ttd\` subtracts instants and \`--since\` compares them: an hour of doubt in the document is an hour of error in the figure.`,
  bad: `---
title: Checkout stalled
status: draft
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00
---
`,
  good: `---
title: Checkout stalled
status: draft
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---
`,
});
