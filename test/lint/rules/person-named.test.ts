import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

const ATTENDEES = "## Attendees\n\n- Priya Raman (SRE)\n- Tom de Wit, Mark Olsen\n- Cloud Team\n\n";

function withAttendees(prose: string): string {
  return `${ATTENDEES}## Resolution\n\n${prose}\n`;
}

const NAMED = "Unexpected name of a person";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a handle", "Then @alex restarted it.", [`1:6 ${NAMED}`]],
  ["an e-mail address", "Ask alex.jones@example.com first.", [`1:5 ${NAMED}`]],
  ["a handle in a table", "| A |\n|---|\n| @alex joins |", [`3:3 ${NAMED}`]],
  ["the full name of an attendee", withAttendees("Mark Olsen restarted it."), [`9:1 ${NAMED}`]],
  [
    "each of two who share a first name",
    `## Attendees\n\n- Ida Berg\n- Ida Maria Berg\n\n## Story\n\nIda Berg saw it. Ida did not.`,
    [`8:1 ${NAMED}`, `8:18 ${NAMED}`],
  ],
  ["a first name", withAttendees("It was Priya's idea."), [`9:8 ${NAMED}`]],
  ["a first name that is also a word", withAttendees("Mark the node as unhealthy."), []],
  ["a team in the list", withAttendees("The Cloud Team restarted it."), []],
  ["a handle of a group", "Then @platform-oncall and @ledger came.", []],
  ["an address of a group", "Write to support@example.com.", []],
  ["a package", "It uses @acme/queue now.", []],
  ["code", "It uses `@alex` now.", []],
  ["a quote", 'It says "ask @alex" there.', []],
  ["the list itself", `${ATTENDEES}- @alex\n`, []],
  ["a label before names", "**Participants:** Priya Raman\n\nPriya called.", [`3:1 ${NAMED}`]],
  ["a label above names", "Participants:\n\n- Priya Raman\n\nPriya called.", [`5:1 ${NAMED}`]],
  [
    "a column of names",
    "| Responders | At |\n|---|---|\n| Priya Raman | 02:15 |\n\nPriya called.",
    [`5:1 ${NAMED}`],
  ],
  [
    "a first name of two",
    withAttendees("Tom came.").replace("Cloud Team", "Tom Ford"),
    [`9:1 ${NAMED}`],
  ],
  ["a last name", withAttendees("Olsen restarted it."), [`9:1 ${NAMED}`]],
  [
    "roles, authors and owners",
    "**Authors**: ivaldi\n\n**Incident Commander:** Priya Raman\n\nPriya asked ivaldi for a trace.",
    [`5:1 ${NAMED}`, `5:13 ${NAMED}`],
  ],
  [
    "an author of the frontmatter",
    "---\nauthors: [{ name: Priya Raman, team: ledger }]\n---\n\nPriya restarted the ledger.",
    [`5:1 ${NAMED}`],
  ],
  [
    "an owner, who is judged elsewhere",
    "## Actions\n\n| Action | Owner |\n|---|---|\n| Game day | @alex |",
    [],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("person-named", document)).toEqual(expected);
});

test("neither message nor hint has the name", () => {
  expect(lintHints("person-named", "Then @alex restarted it.")).toEqual([
    "Name the role or the team: what could they see and do at that moment?",
  ]);
});
