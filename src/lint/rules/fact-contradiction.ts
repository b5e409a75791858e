import { defineProblemRule } from "../problem-rule.ts";

export const factContradiction = defineProblemRule({
  id: "fact-contradiction",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A document does not state the same fact differently in two places.`,
  why: `The frontmatter wins over the body, and a key of \`pm\` wins over another tool's. The value that loses is not counted, so whoever reads it sees a different fact from the one in the reports.`,
  helps: `\`pm gaps\` and \`pm escalations\` use the frontmatter; while the body disagrees, a reader who follows a figure to its sentence finds something else.`,
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
