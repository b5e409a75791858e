import { expect, test } from "vitest";
import { read } from "../../support/context.ts";

/** The instants of the rows of a document's timeline, and their texts. */
function rowsOf(text: string): readonly string[] {
  const { timeline } = read(text);
  return (timeline?.rows ?? []).map(({ at, text: told }) => {
    return `${at === null ? "unread" : new Date(at).toISOString().slice(0, 16)} ${told}`;
  });
}

test("four digits and a zone behind a month and its day are a time, no year", () => {
  const rows = [
    "- Feb 7 2036 UTC: Release is marked",
    "- Feb 8 0117 UTC: First shop reports errors",
    "- 0334 UTC: Root cause found",
    "- Feb 9 1924 UTC: All works again",
  ];
  expect(rowsOf(`# Tills\n\nDate: 2026-02-07\n\n## Timeline\n\n${rows.join("\n")}\n`)).toEqual([
    "2026-02-07T20:36 Release is marked",
    "2026-02-08T01:17 First shop reports errors",
    "2026-02-08T03:34 Root cause found",
    "2026-02-09T19:24 All works again",
  ]);
});

test("a column of weekdays stands before that of the days, whose heading tells the year", () => {
  const table = [
    "| Day | Date (2026) | Time (UTC) | Event |",
    "|---|---|---|---|",
    "| Thur | Jan 22 | 22:04 | Alert fires |",
    "| Fri | Jan 23 | 01:00 | All works again |",
  ];
  expect(rowsOf(`# Tills\n\n## Timeline\n\n${table.join("\n")}\n`)).toEqual([
    "2026-01-22T22:04 Alert fires",
    "2026-01-23T01:00 All works again",
  ]);
});

test("items of HTML without the list around them are rows", () => {
  const items = [
    "<li><strong>10:30 AM:</strong>Alert fires.</li>",
    '<li><strong>11:30 AM:</strong><img src="a.svg" alt="done">All works again.</li>',
  ];
  const text = `# Tills\n\nDate: 2026-03-14\n\n### Timeline (UTC)\n${items.join("\n")}\n\n## Cause\n\nA driver.\n`;
  expect(rowsOf(text)).toEqual([
    "2026-03-14T10:30 Alert fires.",
    "2026-03-14T11:30 All works again.",
  ]);
});

test("a date may begin with its year and name its month", () => {
  const table = "| Time (UTC) | Event |\n|---|---|\n| 22:11 | Alert fires |";
  const text = `# Tills\n\n- Date: 2025-DEC-5\n\n# Timeline\n\n## Nov 26\n\n${table}\n`;
  expect(rowsOf(text)).toEqual(["2025-11-26T22:11 Alert fires"]);
});

test("below a heading that is a time, a line above a list is what happened then", () => {
  const rows = "Problem is identified\n\n- Prints drop quickly\n- Many jobs are stuck";
  const text = `# Tills\n\n## Timeline (UTC)\n\n### 2026-03-14 15:47\n\n${rows}\n\n### 16:11\n\nFixed.\n`;
  expect(rowsOf(text)).toEqual([
    "2026-03-14T15:47 Problem is identified Prints drop quickly Many jobs are stuck",
    "2026-03-14T16:11 Fixed.",
  ]);
});

const page = (...body: readonly string[]) =>
  `---\ntitle: Calendar is blank\ndate: 2026-03-14T08:10:00Z\nresolved: true\nresolvedWhen: 2026-03-14T08:10:00Z\n---\n\nThe calendar is blank.\n\n${body.join("\n\n")}\n`;

test("updates of a status page bear their time behind a label", () => {
  const updates = [
    "**Update: 08:30** - Disk is full",
    "**Update:  08:50** - Disk is emptied",
    "**Update: 09:15** - All works again",
  ];
  expect(rowsOf(page(...updates))).toEqual([
    "2026-03-14T08:30 Disk is full",
    "2026-03-14T08:50 Disk is emptied",
    "2026-03-14T09:15 All works again",
  ]);
});

test("the state that a post of a status page bears before its time is told by its row", () => {
  const post = (state: string, at: string, text: string) =>
    `***${state}*** {{< track "2026-03-14T${at}:00Z" >}}\n${text}`;
  const posts = [
    post("Investigating", "08:30", "The disk is looked at."),
    post("Monitoring", "09:15", "Things look well."),
    post("Resolved", "10:40", "It stayed so."),
  ];
  expect(rowsOf(page(...posts))).toEqual([
    "2026-03-14T08:30 Investigating: The disk is looked at.",
    "2026-03-14T09:15 Monitoring: Things look well.",
    "2026-03-14T10:40 Resolved: It stayed so.",
  ]);
});
