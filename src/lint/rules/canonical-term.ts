import { defineProblemRule } from "../problem-rule.ts";

/** A name of the taxonomy is written as its id. */
export const canonicalTerm = defineProblemRule({
  id: "canonical-term",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A name of the taxonomy is written as its id.`,
  why: `An alias is understood, so no figure is wrong. But who searches the folder for an id misses the documents that write it otherwise, and an alias can be given to another competency later. \`pm lint --fix\` writes the id.`,
  helps: `What \`pm gaps\` prints can be searched for as it stands, and renaming a competency finds every place.`,
  bad: `---
title: Checkout stalled
status: draft
severity: SEV1
---
`,
  good: `---
title: Checkout stalled
status: draft
severity: P1
---
`,
  word: (problem) => {
    if (problem.kind !== "alias") return null;
    const { written, id, fix } = problem;
    return {
      message: `Unexpected \`${written}\`, expected its id \`${id}\``,
      hint: fix ? "pm lint --fix writes it." : null,
    };
  },
});
