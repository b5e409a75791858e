import { defineProblemRule } from "../problem-rule.ts";

export const competencyUntagged = defineProblemRule({
  id: "competency-untagged",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A competency named in the text has a gap tag.`,
  why: `Whoever writes the id of a competency usually means to record a gap. Outside a tag it is a word like any other, and the gap is lost.`,
  helps: `\`pm gaps\` counts only what is in a tag or in \`gaps\` in the frontmatter.`,
  bad: `---
title: Checkout stalled
status: draft
---

## Contributing factors

- Lag was read as a traffic dip: messaging.backpressure.
`,
  good: `---
title: Checkout stalled
status: draft
---

## Contributing factors

- Lag was read as a traffic dip. (gap: messaging.backpressure, knowledge)
`,
  word: (problem) =>
    problem.kind === "untagged-competency"
      ? {
          message: `Unexpected \`${problem.id}\` outside a gap tag`,
          hint: `If it was missing, write \`(gap: ${problem.id}, knowledge)\` after the sentence that shows it.`,
        }
      : null,
});
