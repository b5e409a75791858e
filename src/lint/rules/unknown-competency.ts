import { findTerm } from "../../core/taxonomy.ts";
import { defineUnknownTermRule } from "../unknown-term.ts";

export const unknownCompetency = defineUnknownTermRule({
  id: "unknown-competency",
  noun: "competency",
  summary: `Every competency is in the taxonomy.`,
  why: `\`pm gaps\` counts by competency: two spellings turn one large gap into two small ones.`,
  helps: `\`pm gaps\` calls a gap systemic by how many incidents name it; a second spelling splits that count.`,
  bad: `---
title: Checkout stalled
status: draft
---

## Contributing factors

- Lag was read as a traffic dip. (gap: messaging.backpresure, knowledge)
`,
  good: `---
title: Checkout stalled
status: draft
---

## Contributing factors

- Lag was read as a traffic dip. (gap: messaging.backpressure, knowledge)
`,
  terms: (taxonomy) => taxonomy.competencies,
  mistakenFor: (written, { kinds }) =>
    findTerm(kinds, written)
      ? `\`${written}\` is a kind of gap: name the competency before it.`
      : null,
  values: ({ gaps, escalations, actions }) => [
    ...gaps.map(({ competency }) => competency),
    ...escalations.map(({ competency }) => competency),
    ...actions.map(({ competency }) => competency),
  ],
});
