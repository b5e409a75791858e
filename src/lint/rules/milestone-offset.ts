import { defineProblemRule } from "../problem-rule.ts";

/** Each milestone says its offset from UTC. */
export const milestoneOffset = defineProblemRule({
  id: "milestone-offset",
  defaultLevel: "error",
  drafts: "same",
  summary: `Each milestone says its offset from UTC.`,
  why: `Without an offset a time could be any zone's, and incidents of two places could not be compared. Times to detect and diagnose rest on it.`,
  helps: `\`pm ttd\` subtracts instants, and \`--since\` compares them: an hour of doubt in one is an hour of error in the other.`,
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
