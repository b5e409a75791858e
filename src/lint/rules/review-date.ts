import { UNKNOWN } from "../../core/postmortem.ts";
import { isCalendarDate } from "../../core/time/calendar.ts";
import { isBeforeStart } from "../before-start.ts";
import { defineRule, type RuleFinding } from "../define.ts";

export const reviewDate = defineRule({
  id: "review-date",
  defaultLevel: "warning",
  drafts: "same",
  summary: `The date of the follow-up review is a calendar date.`,
  why: `A day without a year comes round every year, and "next month" depends on when it is read, so nobody knows when the review is due.`,
  helps: `\`pm show\` says when the learning will be reviewed.`,
  bad: `---
title: Checkout stalled
status: draft
review:
  due: Jan 10
  criteria: The next queue incident is diagnosed in 20 minutes.
---
`,
  good: `---
title: Checkout stalled
status: draft
review:
  due: 2027-01-10
  criteria: The next queue incident is diagnosed in 20 minutes.
---
`,
  *check(postmortem): Iterable<RuleFinding> {
    const { review } = postmortem;
    for (const key of ["due", "done"] as const) {
      const fact = review?.[key] ?? null;
      if (fact !== null && isBeforeStart(fact.value, postmortem)) {
        const message = `Unexpected review date \`${fact.value}\`, before the incident`;
        yield { range: fact.source.range, message, hint: "Correct the year or the month." };
        continue;
      }
      if (fact === null || fact.value === UNKNOWN || isCalendarDate(fact.value)) continue;
      // "done: yes" says that it was held.
      if (key === "done" && !/\d/.test(fact.value)) continue;
      const message = `Unexpected review date \`${fact.value}\``;
      yield {
        range: fact.source.range,
        message,
        hint: "Write a calendar date, such as 2026-06-01.",
      };
    }
  },
});
