import { defineProblemRule } from "../problem-rule.ts";

export const weekdayContradiction = defineProblemRule({
  id: "weekday-contradiction",
  defaultLevel: "warning",
  drafts: "same",
  summary: `The date of a document exists, and a date falls on the weekday written beside it.`,
  why: `People seldom get the day of the week wrong, so a date that falls on another one usually has a mistyped day or month.`,
  helps: `\`pm ttd\` and \`pm trends\` rest on these dates.`,
  bad: `---
title: Checkout stalled
status: draft
---

## Summary

Checkout stalled on Tuesday, 14 March 2026.
`,
  good: `---
title: Checkout stalled
status: draft
---

## Summary

Checkout stalled on Saturday, 14 March 2026.
`,
  word: (problem) => {
    if (problem.kind === "impossible-date") {
      const message = `Unexpected date \`${problem.written}\`: no calendar has it`;
      return { message, hint: "Correct it: times without a date of their own are of that day." };
    }
    if (problem.kind !== "wrong-weekday") return null;
    return {
      message: `Unexpected \`${problem.written}\` beside ${problem.date}, which is a ${problem.expected}`,
      hint: "Correct the date, or the day of the week.",
    };
  },
});
