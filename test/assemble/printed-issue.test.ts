import { expect, test } from "vitest";
import { peopleOf } from "../../src/people/people-of.ts";
import { withoutPeople } from "../../src/privacy/without-people.ts";
import { CONTEXT, read } from "../support/context.ts";

const ISSUE = `title:\tMails sent twice
state:\tCLOSED
author:\ttmarlow
labels:\tincident, severity/2
comments:\t2
--
### When did it start (UTC)?

2026-04-21 07:10

### Action items

- [x] Old consumer removed
- [ ] Runbook for moves by 2026-05-15
--
author:\ttmarlow
association:\tmember
--
**07:48 UTC** A customer writes to support, thanks okonkwo.
--
author:\tokonkwo
association:\tmember
--
**08:15 UTC** Root cause found.

**09:30 UTC** Resolved.
--
`;

test("an issue that a command line printed has a title, labels and comments in order", () => {
  const { title, severity, actions, milestones, timeline } = withoutPeople(
    read(ISSUE),
    peopleOf(CONTEXT),
  );
  expect(title?.value).toBe("Mails sent twice");
  expect(severity?.value).toBe("P2");
  expect(actions.map((one) => [one.title.value, one.due?.value ?? null])).toEqual([
    ["Old consumer removed", null],
    ["Runbook for moves", "2026-05-15"],
  ]);
  expect(timeline?.rows.map((row) => row.text)).toEqual([
    "A customer writes to support, thanks [person].",
    "Root cause found.",
    "Resolved.",
  ]);
  expect(milestones.started?.value).toBe(Date.parse("2026-04-21T07:10Z"));
  expect(milestones.detected?.value).toBe(Date.parse("2026-04-21T07:48Z"));
});

test("it is read in the same way below a frontmatter that was written into it", () => {
  const { title, severity, timeline, milestones } = read(
    `---\ngaps:\n  - { competency: incident-response.runbooks, kind: documentation }\n---\n\n${ISSUE}`,
  );
  expect(title?.value).toBe("Mails sent twice");
  expect(severity?.value).toBe("P2");
  expect(timeline?.rows).toHaveLength(3);
  expect(milestones.started?.value).toBe(Date.parse("2026-04-21T07:10Z"));
  expect(milestones.detected?.value).toBe(Date.parse("2026-04-21T07:48Z"));
});
