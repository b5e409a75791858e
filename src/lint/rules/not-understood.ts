import { defineProblemRule } from "../problem-rule.ts";

export const notUnderstood = defineProblemRule({
  id: "not-understood",
  defaultLevel: "off",
  drafts: "same",
  summary: `Tables, labels and headings that look like facts are ones that \`pm\` reads.`,
  why: `No report includes what \`pm\` does not recognise, so a document that looks complete may count as half empty. The rule is off by default, because a document may hold more than \`pm\` needs: turn it on while you fit \`pm\` to your documents. \`pm show\` and \`pm import\` list the same places.`,
  helps: `\`pm gaps\`, \`pm ttd\` and \`pm actions\` read more of your documents once \`import_map\` or \`vocabulary\` in \`pm.yaml\` names your own labels and headings.`,
  bad: `---
title: Checkout stalled
status: draft
---

## Blast zone

Checkout in Europe.
`,
  good: `---
title: Checkout stalled
status: draft
---

## Impact

Checkout in Europe.
`,
  word: (problem) => {
    if (problem.kind !== "unread-part") return null;
    const { part, written } = problem;
    return {
      message:
        part === "table" ? "This table was not read" : `The ${part} \`${written}\` was not read`,
      hint: "Name it in `import_map` or `vocabulary` of pm.yaml, or write it as pm knows it.",
    };
  },
});
