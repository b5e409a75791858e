import { defineUnknownTermRule } from "../unknown-term.ts";

export const unknownSeverity = defineUnknownTermRule({
  id: "unknown-severity",
  noun: "severity",
  summary: `Every severity is in the taxonomy.`,
  why: `A misspelt severity becomes a group of its own, and filters miss it.`,
  helps: `\`pm ttd --by severity\` groups by it, and \`--severity\` selects by it in reports.`,
  bad: `---
title: Checkout stalled
status: draft
severity: P11
---
`,
  good: `---
title: Checkout stalled
status: draft
severity: P1
---
`,
  terms: (taxonomy) => taxonomy.severities,
  values: ({ severity }) => [severity],
});
