import { isCalendarDate } from "../../core/time/calendar.ts";
import { isBeforeStart } from "../before-start.ts";
import { defineRule, type RuleFinding } from "../define.ts";
import { isOfUnreadTable } from "../unread-table.ts";

const HINT = "Give a date, such as 2026-04-15.";

export const actionDue = defineRule({
  id: "action-due",
  defaultLevel: "warning",
  drafts: "off",
  summary: `Every action has a due date.`,
  why: `Follow-up needs a date: \`2026-04-15\` can be checked, "soon" cannot.`,
  helps: `\`pm lint\` flags actions without a date, so that \`pm show\` can list each one with the day it is due.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---

## Actions

| Action | Owner | Due | Status |
|---|---|---|---|
| Queue game day | payments | soon | open |
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---

## Actions

| Action | Owner | Due | Status |
|---|---|---|---|
| Queue game day | payments | 2026-04-15 | open |
`,
  *check(postmortem): Iterable<RuleFinding> {
    const { status: documentStatus, actions } = postmortem;
    if (documentStatus === null) return;
    for (const { title, due, status } of actions) {
      const { range } = title.source;
      if (status?.value === "proposed" && due === null) continue;
      if (due === null) {
        if (isOfUnreadTable(postmortem, "due", range)) continue;
        yield { range, message: "Missing due date of an action", hint: HINT };
      } else if (isBeforeStart(due.value, postmortem) && status?.value !== "done") {
        const message = `Unexpected due date \`${due.value}\`, before the incident`;
        yield { range: due.source.range, message, hint: "Correct the year or the month." };
      } else if (!isCalendarDate(due.value)) {
        yield {
          range: due.source.range,
          message: `Unexpected due date \`${due.value}\``,
          hint: HINT,
        };
      }
    }
  },
});
