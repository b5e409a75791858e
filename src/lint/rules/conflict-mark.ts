import { defineProblemRule } from "../problem-rule.ts";

export const conflictMark = defineProblemRule({
  id: "conflict-mark",
  defaultLevel: "error",
  drafts: "same",
  summary: `No mark of a merge conflict is left in the text.`,
  why: `Between the marks are two versions of the same lines, and \`pm\` cannot know which one is right.`,
  helps: `\`pm list\` shows the one severity that holds, and no report counts the other version.`,
  bad: `---
title: Checkout stalled
status: draft
---

<<<<<<< HEAD
Severity: P1
=======
Severity: P2
>>>>>>> main
`,
  good: `---
title: Checkout stalled
status: draft
---

Severity: P1
`,
  word: (problem) =>
    problem.kind === "merge-mark"
      ? {
          message: "Unexpected mark of a merge conflict",
          hint: "Choose one side, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`.",
        }
      : null,
});
