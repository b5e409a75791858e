import { defineProblemRule } from "../problem-rule.ts";

export const weekdayContradiction = defineProblemRule({
  id: "weekday-contradiction",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A date falls on the weekday written beside it.`,
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
  word: (problem) =>
    problem.kind === "wrong-weekday"
      ? {
          message: `Unexpected \`${problem.written}\` beside ${problem.date}, which is a ${problem.expected}`,
          hint: "Correct the date, or the day of the week.",
        }
      : null,
});
