import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

const PERSON = "Unexpected person, expected a team";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["teams", "---\nteams: [payments, a team nobody knows]\n---\n", []],
  [
    "a handle and an e-mail address",
    '---\nteams: [payments, "@alex", sam@example.com]\n---\n',
    [`2:19 ${PERSON}`, `2:28 ${PERSON}`],
  ],
  [
    "both sides of an escalation",
    '---\nescalations:\n  - from: "@alex"\n    to: "@sam"\n---\n',
    [`3:11 ${PERSON}`, `4:9 ${PERSON}`],
  ],
  [
    "the team of a gap, in a draft",
    '---\nstatus: draft\ngaps:\n  - competency: messaging.backpressure\n    team: "@alex"\n---\n',
    [`5:11 ${PERSON}`],
  ],
  [
    "the team of a tag",
    "- Lag was read as a dip. (gap: messaging.backpressure, team: @alex)\n",
    [`1:62 ${PERSON}`],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("team-is-person", document)).toEqual(expected);
});
