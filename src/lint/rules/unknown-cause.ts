import { defineUnknownTermRule } from "../unknown-term.ts";

export const unknownCause = defineUnknownTermRule({
  id: "unknown-cause",
  noun: "cause",
  summary: `Every cause is in the taxonomy.`,
  why: `Causes say why an incident was possible. Each needs one name, so that incidents with the same cause can be found.`,
  helps: `\`pm families\` and \`pm similar\` compare incidents by their causes among other words; a misspelt cause has nothing in common with the right one.`,
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
