import { defineUnknownTermRule } from "../unknown-term.ts";

/** A competency is one that the taxonomy has. */
export const unknownCompetency = defineUnknownTermRule({
  id: "unknown-competency",
  noun: "competency",
  summary: "A competency is one that the taxonomy has.",
  why: `\`pm gaps\` counts by competency: two spellings of one make two small gaps of a large one.`,
  helps: `\`pm gaps\` counts by competency, and calls one systemic by how many incidents name it: two spellings halve the count.`,
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
  values: ({ gaps, escalations, actions }) => [
    ...gaps.map(({ competency }) => competency),
    ...escalations.map(({ competency }) => competency),
    ...actions.map(({ competency }) => competency),
  ],
});
