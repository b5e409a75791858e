import { defineProblemRule } from "../problem-rule.ts";

/** Frontmatter and body do not state one fact differently. */
export const factContradiction = defineProblemRule({
  id: "fact-contradiction",
  defaultLevel: "warning",
  drafts: "same",
  summary: `Frontmatter and body do not state one fact differently.`,
  why: `The frontmatter wins, so what the body says differently is not counted, and a reader sees another fact than the reports do.`,
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
