import { isCalendarDate } from "../../core/time/calendar.ts";
import { defineRule, type RuleFinding } from "../define.ts";

const HINT = "Give a date, such as 2026-04-20.";

/** The date on which an action was done is a date, and only a done action has one. */
export const actionDone = defineRule({
  id: "action-done",
  defaultLevel: "warning",
  drafts: "off",
  summary: `The date on which an action was done is a date, and only a done action has one.`,
  why: `From this date on the action can show whether it worked; "last sprint" cannot be compared.`,
  helps: `\`pm actions\` computes days to done from it, and shows which gaps came back afterwards.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---

## Actions

| Action | Owner | Due | Status | Done on |
|---|---|---|---|---|
| Queue game day | payments | 2026-04-15 | open | 2026-04-20 |
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

| Action | Owner | Due | Status | Done on |
|---|---|---|---|---|
| Queue game day | payments | 2026-04-15 | done | 2026-04-20 |
`,
  *check({ status: documentStatus, actions }): Iterable<RuleFinding> {
    if (documentStatus === null) return;
    for (const { done, status } of actions) {
      if (done === null) continue;
      const { range } = done.source;
      if (!isCalendarDate(done.value)) {
        yield { range, message: `Unexpected completion date \`${done.value}\``, hint: HINT };
      } else if (status?.value !== "done") {
        const state = status ? `\`${status.value}\`` : "missing";
        const message = `Unexpected completion date of an action whose status is ${state}`;
        yield { range, message, hint: "Set the status to done, or remove the date." };
      }
    }
  },
});
