import { defineRule, type RuleFinding } from "../define.ts";
import { isOfUnreadTable } from "../unread-table.ts";

export const actionOwner = defineRule({
  id: "action-owner",
  defaultLevel: "warning",
  drafts: "off",
  summary: `Every action has an owner: a team or a role.`,
  why: `An action that nobody owns does not get done, and the same gap comes back.`,
  helps: `\`pm show\` lists actions with their owners, so that a review knows whom to ask.`,
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
| Queue game day | | 2026-04-15 | open |
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
    for (const { title, owner, status } of actions) {
      const { range } = title.source;
      if (owner !== null || status?.value === "proposed") continue;
      if (!isOfUnreadTable(postmortem, "owner", range)) {
        yield { range, message: "Missing owner of an action", hint: "Name a team or a role." };
      }
    }
  },
});
