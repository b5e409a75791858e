import { defineRule, type Report } from "../define.ts";

/** The prose names roles and teams, not people. */
export const personNamed = defineRule({
  id: "person-named",
  defaultLevel: "warning",
  drafts: "same",
  summary: `The prose names roles and teams, not people.`,
  why: `Whoever reads of "@somebody restarted the queue" asks about somebody, not about the queue; and a postmortem is read for years. Handles, e-mail addresses and the names of those whom the document lists as taking part are reported; the list itself is not.`,
  helps: `\`pm show\` and \`pm gaps --evidence\` print the sentences of a document; with roles in them they can be shown to anybody.`,
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
  *check({ namedPeople }): Iterable<Report> {
    for (const range of namedPeople) {
      const hint = "Name the role or the team: what could they see and do at that moment?";
      yield { range, message: "Unexpected name of a person", hint };
    }
  },
});
