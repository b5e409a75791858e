import { defineUnknownTermRule } from "../unknown-term.ts";

/** A cause is one that the taxonomy has. */
export const unknownCause = defineUnknownTermRule({
  id: "unknown-cause",
  noun: "cause",
  summary: "A cause is one that the taxonomy has.",
  why: `Causes say why an incident could happen; they are counted by their one name.`,
  helps: `\`pm gaps\` and later reports group by cause; a misspelt one is a group of its own.`,
  bad: `---
title: Checkout stalled
status: draft
causes: [sofware]
---
`,
  good: `---
title: Checkout stalled
status: draft
causes: [software]
---
`,
  terms: (taxonomy) => taxonomy.causes,
  values: ({ causes }) => causes,
});
