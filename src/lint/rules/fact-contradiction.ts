import { defineProblemRule } from "../problem-rule.ts";

/** A document does not state one fact differently in two places. */
export const factContradiction = defineProblemRule({
  id: "fact-contradiction",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A document does not state one fact differently in two places.`,
  why: `The frontmatter wins over the body, and a key of pm over another tool's, so what the other says is not counted, and its reader sees another fact than the reports do.`,
  helps: `\`pm gaps\` and \`pm escalations\` take the frontmatter's side; while the body says otherwise, a reader who follows a figure to its sentence finds another.`,
  bad: `---
title: Checkout stalled
status: draft
gaps:
  - competency: messaging.backpressure
    kind: coverage
---

## Contributing factors

- Lag was read as a traffic dip. (gap: messaging.backpressure, knowledge)
`,
  good: `---
title: Checkout stalled
status: draft
---

## Contributing factors

- Lag was read as a traffic dip. (gap: messaging.backpressure, knowledge)
`,
});
