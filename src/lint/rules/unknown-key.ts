import { defineProblemRule } from "../problem-rule.ts";

/** Each frontmatter key is one that `pm` knows. */
export const unknownKey = defineProblemRule({
  id: "unknown-key",
  defaultLevel: "error",
  drafts: "same",
  summary: `Each frontmatter key is one that \`pm\` knows.`,
  why: `A misspelt key is the same as a missing one: the fact would be lost to every report. So it is reported, never ignored.`,
  helps: `A fact under a misspelt key reaches neither \`pm gaps\` nor any other report.`,
  bad: `---
title: Checkout stalled
status: draft
sevrity: P1
---
`,
  good: `---
title: Checkout stalled
status: draft
severity: P1
---
`,
});
