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

test("nicks of a channel, and who wrote the comments of a tracker", () => {
  const log =
    "06:52 < alertbot> CRITICAL lag\n06:53 < hedda> ack\n07:20 < quill> root cause found, thanks hedda\n07:42 < hedda> resolved";
  expect(shownRows(`# Gates, 2026-05-06\n\n\`\`\`\n${log}\n\`\`\`\n`)).toEqual([
    "< alertbot> CRITICAL lag",
    "< [person]> ack",
    "< [person]> root cause found, thanks [person]",
    "< [person]> resolved",
  ]);
  const comment = (number: number, at: string, text: string) =>
    `## Comment ${String(number)} • Vera Lindqvist • 2026-05-06 ${at} UTC\n\n${text}\n`;
  const comments = [
    comment(1, "06:52", "gates fail"),
    comment(2, "07:20", "root cause found by Vera"),
    comment(3, "07:42", "resolved"),
  ];
  expect(shownRows(`# Gates\n\n${comments.join("\n")}`).join(" ")).not.toMatch(/Vera|Lindqvist/);
});

test("facts in a bold line are no heading", () => {
  const facts = "**SEV-3 · checkout · 19 Aug 2026**\n";
  const chat = "[07:32] bot: pages fail\n[07:35] ops: looking\n[08:40] ops: pages work again\n";
  const text = `# Pages\n\n${facts}\n${chat}\nTODO: zone in names, until 2026-09-04\n`;
  expect(read(text).timeline?.rows[0]?.at).toBe(Date.parse("2026-08-19T07:32Z"));
  expect(read(text).severity?.value).toBe("P3");
});
