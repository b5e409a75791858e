import { defineProblemRule } from "../problem-rule.ts";

export const documentEnd = defineProblemRule({
  id: "document-end",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A document ends with exactly one newline.`,
  why: `Without a newline, the next line that someone adds shows up as a change to the line before it. Extra blank lines at the end come and go with every editor. \`pm lint --fix\` corrects both.`,
  helps: `\`pm lint --changed\` and reviewers see changes to content only.`,
  bad: `---
title: Checkout stalled
status: draft
---

Checkout stalled.


`,
  good: `---
title: Checkout stalled
status: draft
---

Checkout stalled.
`,
  word: (problem) => {
    if (problem.kind !== "file-ending") return null;
    return {
      message: problem.isMissing
        ? "Missing newline at the end of the file"
        : "Unexpected blank lines at the end of the file, expected one newline",
      hint: "pm lint --fix corrects it.",
    };
  },
});
