import { expect, test } from "vitest";
import { peopleOf } from "../../../src/people/people-of.ts";
import { withoutPeople } from "../../../src/privacy/without-people.ts";
import { CONTEXT, read } from "../../support/context.ts";

/** The texts of the rows of a timeline, as they are printed where people are withheld. */
function shownRows(text: string): readonly string[] {
  const { timeline } = withoutPeople(read(text), peopleOf(CONTEXT));
  return (timeline?.rows ?? []).map((row) => row.text);
}

test("who speaks in a chat is withheld, in its lines and wherever else it is named", () => {
  const chat =
    "**Vera Lindqvist** 16:12\n> gates fail\n\n**m.osei** 16:20\n> Vera is right\n\n**bot** 16:51\n> resolved by Vera Lindqvist\n";
  expect(shownRows(`# Gates\n\nDate: 2026-05-06\n\n## Chat log\n\n${chat}`)).toEqual([
    "gates fail",
    "[person] is right",
    "resolved by [person]",
  ]);
});

test("so it is where a name stands behind the time", () => {
  const chat =
    "[26/05/2026, 16:12:03] Vera Lindqvist: gates fail\n[26/05/2026, 16:20:03] Moses Osei: Vera is right\n[26/05/2026, 16:51:03] Vera Lindqvist: thanks to Moses, resolved\n";
  expect(shownRows(`# Gates\n\n${chat}`)).toEqual([
    "[person]: gates fail",
    "[person]: [person] is right",
    "[person]: thanks to [person], resolved",
  ]);
});

test("labels in rows are nobody", () => {
  const rows =
    "- 16:12 Root Cause: gates fail\n- 16:20 Next Steps: restart\n- 16:51 Incident Resolved: Root Cause gone\n";
  expect(shownRows(`# Gates\n\nDate: 2026-05-06\n\n## Timeline\n\n${rows}`)).toEqual([
    "Root Cause: gates fail",
    "Next Steps: restart",
    "Incident Resolved: Root Cause gone",
  ]);
});

test("the export of a chat as text is read, with its day first", () => {
  const text =
    "> bot [U02BOT0001] @ 06/05/2026 16:12:04 Z:\nalert: gates fail\n\n> vera.lindqvist [U02QA9KLM] @ 06/05/2026 16:44:57 Z:\nroot cause found\n|   \n|   > m.osei [U02QA9KLN] @ 06/05/2026 16:45:02 Z:\n|   thanks\n\n> bot [U02BOT0001] @ 06/05/2026 17:20:00 Z:\nresolved by vera.lindqvist\n";
  const { timeline, labels } = read(text);
  expect((timeline?.rows ?? []).map(({ at, text: told }) => [at, told])).toEqual([
    [Date.parse("2026-05-06T16:12:04Z"), "alert: gates fail"],
    [Date.parse("2026-05-06T16:44:57Z"), "root cause found"],
    [Date.parse("2026-05-06T16:45:02Z"), "thanks"],
    [Date.parse("2026-05-06T17:20:00Z"), "resolved by vera.lindqvist"],
  ]);
  expect(JSON.stringify(labels)).not.toContain("U02");
  expect(shownRows(text).at(-1)).toBe("resolved by [person]");
});
