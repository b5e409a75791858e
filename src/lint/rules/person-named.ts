import { defineRule, type RuleFinding } from "../define.ts";

export const personNamed = defineRule({
  id: "person-named",
  defaultLevel: "warning",
  drafts: "same",
  summary: `The prose names roles and teams, not people.`,
  why: `A reader of "@somebody restarted the queue" asks about that person, not about the queue, and postmortems are read for years. The rule reports handles, e-mail addresses and the names of people whom the document lists as participants; it does not report the list itself.`,
  helps: `\`pm show\` and \`pm gaps --evidence\` quote a document's sentences; if these name roles, you can show them to anyone.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
---

## Resolution

@alex restarted the queue.
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
---

## Resolution

The engineer on call restarted the queue.
`,
  *check({ namedPeople }): Iterable<RuleFinding> {
    for (const range of namedPeople) {
      const hint = "Name the role or the team: what could they see and do at that moment?";
      yield { range, message: "Unexpected name of a person", hint };
    }
  },
});
