import { ACTION_STATUSES } from "../../core/postmortem.ts";
import { defineRule, type Report } from "../define.ts";

/** An action has a status: open, in-progress, done or dropped. */
export const actionStatus = defineRule({
  id: "action-status",
  defaultLevel: "warning",
  drafts: "off",
  summary: `An action has a status: open, in-progress, done or dropped.`,
  why: `Whether learning was followed up is read from it.`,
  helps: `\`pm show\` tells open actions from done ones; a word of its own counts as neither.`,
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
| Queue game day | payments | 2026-04-15 |  |
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
  *check({ status: documentStatus, actions }): Iterable<Report> {
    if (documentStatus === null) return;
    const hint = `Give one of ${ACTION_STATUSES.join(", ")}.`;
    for (const { title, status } of actions) {
      if (status === null) {
        yield { range: title.source.range, message: "Missing status of an action", hint };
      } else if (!ACTION_STATUSES.some((known) => known === status.value)) {
        yield {
          range: status.source.range,
          message: `Unexpected status \`${status.value}\``,
          hint,
        };
      }
    }
  },
});
