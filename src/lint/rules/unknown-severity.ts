import { defineUnknownTermRule } from "../unknown-term.ts";

/** A severity is one that the taxonomy has. */
export const unknownSeverity = defineUnknownTermRule({
  id: "unknown-severity",
  noun: "severity",
  summary: "A severity is one that the taxonomy has.",
  why: `\`pm ttd --by severity\` and every \`--severity\` filter group by it; a misspelt one makes a group of its own.`,
  helps: `\`pm ttd --by severity\` groups by it, and \`--severity\` of every report selects by it.`,
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
