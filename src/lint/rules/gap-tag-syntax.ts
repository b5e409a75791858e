import { defineProblemRule } from "../problem-rule.ts";

export const gapTagSyntax = defineProblemRule({
  id: "gap-tag-syntax",
  defaultLevel: "error",
  drafts: "same",
  summary: `A \`(gap: …)\` tag names a competency, then a kind.`,
  why: `A tag that cannot be read is a gap that no report counts.`,
  helps: `\`pm gaps\` counts every tag that it can read; the others are missing from its figures.`,
  bad: `---
title: Checkout stalled
status: draft
---

## Contributing factors

- Lag was read as a traffic dip. (gap:)
`,
  good: `---
title: Checkout stalled
status: draft
---

## Contributing factors

- Lag was read as a traffic dip. (gap: messaging.backpressure, knowledge)
`,
});
