import { defineProblemRule } from "../problem-rule.ts";

export const unknownKey = defineProblemRule({
  id: "unknown-key",
  defaultLevel: "error",
  drafts: "same",
  summary: `Every frontmatter key is one that \`pm\` knows.`,
  why: `A misspelt key is as good as a missing one: every report would lose the fact. So unknown keys are reported, never ignored.`,
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
