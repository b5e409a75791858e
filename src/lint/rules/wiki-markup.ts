import { defineProblemRule } from "../problem-rule.ts";

export const wikiMarkup = defineProblemRule({
  id: "wiki-markup",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A postmortem is written in markdown, not in the markup of Jira or Confluence.`,
  why: `\`h2. Timeline\` is a heading to Jira and a sentence to markdown. \`pm\` reads the headings, tables and lists of such a document; other tools show its markup as plain text.`,
  helps: `Every report, such as \`pm ttd\` and \`pm gaps\`, reads the whole document once it is markdown.`,
  bad: `---
title: Checkout stalled
status: draft
---

h2. Impact

Nobody could pay.

h2. Root cause

The queue was full.
`,
  good: `---
title: Checkout stalled
status: draft
---

## Impact

Nobody could pay.

## Root cause

The queue was full.
`,
  word: (problem) =>
    problem.kind === "wiki-text"
      ? {
          message: "Unexpected wiki markup, expected markdown",
          hint: "Convert it: `pandoc --from jira --to gfm FILE --output FILE.md`.",
        }
      : null,
});
