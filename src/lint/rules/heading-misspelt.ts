import { defineProblemRule } from "../problem-rule.ts";

export const headingMisspelt = defineProblemRule({
  id: "heading-misspelt",
  defaultLevel: "warning",
  drafts: "same",
  summary: `Headings of known sections are spelled as pm knows them.`,
  why: `pm finds contributing factors, timelines and actions by their headings. Under a misspelt one, it reads only what it recognises without a heading, such as a table with the columns of a timeline; everything else is lost.`,
  helps: `\`pm gaps\`, \`pm ttd\` and \`pm actions\` read what is below the headings they know.`,
  bad: `---
title: Checkout stalled
status: draft
---

## Contributing fators

- Retries had no limit.
`,
  good: `---
title: Checkout stalled
status: draft
---

## Contributing factors

- Retries had no limit.
`,
  word: (problem) =>
    problem.kind === "heading-slip"
      ? {
          message: `Unknown heading \`${problem.written}\``,
          hint: `Did you mean \`${problem.expected}\`? Under an unknown heading, pm reads only what it recognises without one.`,
        }
      : null,
});
