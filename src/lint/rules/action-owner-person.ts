import { namesPerson } from "../../people/people.ts";
import { defineRule, type RuleFinding } from "../define.ts";

export const actionOwnerPerson = defineRule({
  id: "action-owner-person",
  defaultLevel: "error",
  drafts: "same",
  summary: `The owner of an action is a team or a role, not a person.`,
  why: `People change teams; postmortems stay. And no \`pm\` report is about a person.`,
  helps: `Reports stay about teams and skills: \`pm show\` and the tables of actions name no person.`,
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
| Queue game day | @alex | 2026-04-15 | open |
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
  *check({ actions }): Iterable<RuleFinding> {
    for (const { owner } of actions) {
      if (owner === null || !namesPerson(owner.value)) continue;
      yield {
        range: owner.source.range,
        message: "Unexpected person, expected a team or a role",
        hint: "Name the team or the role.",
      };
    }
  },
});
