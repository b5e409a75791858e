import { defineProblemRule } from "../problem-rule.ts";

/** A document ends with one line end. */
export const documentEnd = defineProblemRule({
  id: "document-end",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A document ends with one line end.`,
  why: `Without one, the next line that somebody adds shows as a change of the line before it; blank lines at the end come and go with every editor. \`pm lint --fix\` mends it.`,
  helps: `\`pm lint --changed\` and reviews see changes of content only.`,
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
        ? "Missing line end at the end of the document"
        : "Unexpected blanks at the end of the document, expected one line end",
      hint: "pm lint --fix mends it.",
    };
  },
});
