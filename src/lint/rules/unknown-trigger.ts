import { defineUnknownTermRule } from "../unknown-term.ts";

export const unknownTrigger = defineUnknownTermRule({
  id: "unknown-trigger",
  noun: "trigger",
  summary: `Every trigger is in the taxonomy.`,
  why: `Triggers say what set an incident off. Each needs one name, so that incidents with the same trigger can be compared.`,
  helps: `\`pm ttd --by trigger\` compares incidents that a deploy set off with those that load set off; a misspelt trigger becomes a group of its own.`,
  bad: `---
title: Checkout stalled
status: draft
trigger: deploi
---
`,
  good: `---
title: Checkout stalled
status: draft
trigger: deploy
---
`,
  terms: (taxonomy) => taxonomy.triggers,
  values: ({ trigger }) => [trigger],
});
