import { defineProblemRule } from "../problem-rule.ts";

export const canonicalTerm = defineProblemRule({
  id: "canonical-term",
  defaultLevel: "warning",
  drafts: "same",
  summary: `Taxonomy terms are written as their ids.`,
  why: `\`pm\` understands aliases, so no figure is wrong. But a search for an id misses documents that use another name, and an alias can later move to another competency. \`pm lint --fix\` writes the id.`,
  helps: `You can search the folder for exactly what \`pm gaps\` prints, and renaming a competency finds every place.`,
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
