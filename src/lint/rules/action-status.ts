import { ACTION_STATUSES } from "../../core/postmortem.ts";
import { didYouMean } from "../../core/text/did-you-mean.ts";
import { defineRule, type RuleFinding } from "../define.ts";
import { isOfUnreadTable } from "../unread-table.ts";

/** What to write instead: the status that is most likely meant, or any. */
function hintFor(written: string): string {
  const meant = written === "" ? null : didYouMean(written, ACTION_STATUSES);
  return meant === null
    ? `Use one of ${ACTION_STATUSES.join(", ")}.`
    : `Did you mean \`${meant}\`?`;
}

export const actionStatus = defineRule({
  id: "action-status",
  defaultLevel: "warning",
  drafts: "off",
  summary: `Every action has a status: open, in-progress, done or dropped.`,
  why: `The status shows whether anyone followed up on what was learned.`,
  helps: `\`pm show\` tells open actions from done ones; any other word counts as neither.`,
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
  *check(postmortem): Iterable<RuleFinding> {
    const { status: documentStatus, actions } = postmortem;
    if (documentStatus === null) return;
    const hint = hintFor("");
    for (const { title, status } of actions) {
      const { range } = title.source;
      if (status === null) {
        if (isOfUnreadTable(postmortem, "status", range)) continue;
        yield { range, message: "Missing status of an action", hint };
      } else if (!ACTION_STATUSES.some((known) => known === status.value)) {
        yield {
          range: status.source.range,
          message: `Unexpected status \`${status.value}\``,
          hint: hintFor(status.value),
        };
      }
    }
  },
});
