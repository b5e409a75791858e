import { defineRule, type RuleFinding } from "../define.ts";
import { isBroken } from "../stated-status.ts";
import { hasUnreadValue } from "../unread-value.ts";

export const reviewMissing = defineRule({
  id: "review-missing",
  defaultLevel: "warning",
  drafts: "off",
  summary: `A final document plans a follow-up review, with a date and criteria.`,
  why: `Only a later review shows whether the learning took hold, and criteria set in advance keep it honest.`,
  helps: `\`pm show\` says when the learning will be reviewed, and by which criteria.`,
  bad: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
  diagnosed: 2026-03-14T02:40:00Z
  resolved: 2026-03-14T03:10:00Z
review:
  due: 2026-06-01
---

## Contributing factors

- Retries had no limit.
- Lag was read as a traffic dip.
`,
  good: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
  diagnosed: 2026-03-14T02:40:00Z
  resolved: 2026-03-14T03:10:00Z
review:
  due: 2026-06-01
  criteria: The next queue incident is diagnosed in 20 minutes.
---

## Contributing factors

- Retries had no limit.
- Lag was read as a traffic dip.
`,
  *check(postmortem): Iterable<RuleFinding> {
    if (isBroken(postmortem)) return;
    const { status, review } = postmortem;
    if (status?.value !== "final") return;
    const range = review?.source.range ?? status.source.range;
    if (review === null && hasUnreadValue(postmortem, "review")) return;
    if (review === null) {
      yield {
        range,
        message: "Missing follow-up review",
        hint: "Add `review` with `due` and `criteria`.",
      };
      return;
    }
    if (review.due === null && !hasUnreadValue(postmortem, "review.due")) {
      const hint = "Add `due`, such as 2026-06-01.";
      yield { range, message: "Missing due date of the follow-up review", hint };
    }
    if (review.criteria === null && !hasUnreadValue(postmortem, "review.criteria")) {
      const hint = "Say how you will know that the learning took hold.";
      yield { range, message: "Missing criteria of the follow-up review", hint };
    }
  },
});
