import { defineProblemRule } from "../problem-rule.ts";

export const frontmatterSchema = defineProblemRule({
  id: "frontmatter-schema",
  defaultLevel: "error",
  drafts: "same",
  summary: `Every frontmatter value has the type that its key expects.`,
  why: `Reports leave out a value of the wrong type, so a typing mistake would silently change a figure.`,
  helps: `\`pm gaps\`, \`pm escalations\` and \`pm ttd\` treat a value of the wrong type as if it were not there.`,
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
      case "invalid":
        return { message: problem.message, hint: problem.hint };
      case "unread-time":
        return {
          message: `Unexpected time \`${problem.written}\`, expected an instant such as 2026-03-14T02:15:00Z`,
          hint: "Or write `unknown` if nobody knows it.",
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
