import { defineUnknownTermRule } from "../unknown-term.ts";

/** A trigger is one that the taxonomy has. */
export const unknownTrigger = defineUnknownTermRule({
  id: "unknown-trigger",
  noun: "trigger",
  summary: "A trigger is one that the taxonomy has.",
  why: `\`pm ttd --by trigger\` groups by what set incidents off.`,
  helps: `\`pm ttd --by trigger\` compares what a deploy sets off with what load does; a misspelt one is a group of its own.`,
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
