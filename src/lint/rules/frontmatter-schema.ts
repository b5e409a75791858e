import { defineProblemRule } from "../problem-rule.ts";

/** Each frontmatter value is of the kind that its key takes. */
export const frontmatterSchema = defineProblemRule({
  id: "frontmatter-schema",
  defaultLevel: "error",
  drafts: "same",
  summary: `Each frontmatter value is of the kind that its key takes.`,
  why: `A value that does not fit is left out of the reports, so a typing mistake would change a figure without a word.`,
  helps: `A value that does not fit is left out of \`pm gaps\`, \`pm escalations\` and \`pm ttd\`, as if it had not been written.`,
  bad: `---
title: Checkout stalled
status: draft
conditions: { staffing: plenty }
---
`,
  good: `---
title: Checkout stalled
status: draft
conditions: { staffing: full }
---
`,
  word: (problem) => {
    switch (problem.kind) {
      case "misfit":
        return { message: problem.message, hint: problem.hint };
      case "unread-time":
        return {
          message: `Unexpected time \`${problem.written}\`, expected an instant such as 2026-03-14T02:15:00Z`,
          hint: "Or write `unknown` where nobody knows it.",
        };
      case "unread-date":
        return {
          message: `Unexpected date \`${problem.written}\`, expected one such as 2026-03-16`,
          hint: null,
        };
      default:
        return null;
    }
  },
});
