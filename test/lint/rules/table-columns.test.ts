import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

function actions(...lines: readonly string[]): string {
  return `---\nstatus: final\n---\n\n## Actions\n\n${lines.join("\n")}\n`;
}

const ROWS = [
  "| Train | payments | 2026-07-01 | open |",
  "| Write | payments | 2026-07-01 | open |",
];

test.each<[name: string, document: string, expected: readonly string[]]>([
  [
    "a misspelt column",
    actions("| Action | Onwer | Due | Status |", "|---|---|---|---|", ...ROWS),
    ["7:3 Unknown column `Onwer`"],
  ],
  [
    "rows that a blank line parts from their head",
    actions("| Action | Owner | Due | Status |", "|---|---|---|---|", "", ...ROWS),
    ["10:1 Unexpected rows without a head"],
  ],
  [
    "a short column with one letter left out",
    actions("| Action | Ownr | Due | Status |", "|---|---|---|---|", ...ROWS),
    ["7:3 Unknown column `Ownr`"],
  ],
  [
    "two that are not read",
    actions("| Action | Onwer | When | Status |", "|---|---|---|---|", ...ROWS),
    ["7:3 Unknown columns `Onwer`, `When`"],
  ],
  [
    "a column that pm has no use for, where nothing is missing",
    actions("| Action | Owner | Due | Status | Remarks |", "|---|---|---|---|---|", ...ROWS),
    [],
  ],
  [
    "a misspelt column of a timeline",
    "## Timeline\n\n| Time | Evnet |\n|---|---|\n| 02:15 | Errors rise. |\n",
    ["3:3 Unknown column `Evnet`"],
  ],
  ["a table of figures", "| Region | Loss |\n|---|---|\n| north | 2 % |\n", []],
  [
    "no line below the head",
    actions("| Action | Owner | Due | Status |", ...ROWS),
    ["7:1 Unexpected table without a line such as `|---|---|` below its head"],
  ],
  ["one line with bars", "a | b\n\n| not a table |\n", []],
  ["lines with bars that are shell", "cat a | sort\ncat b | sort\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("table-columns", document)).toEqual(expected);
});

test.each(["action-owner", "action-due", "action-status"] as const)(
  "%s says nothing of rows whose table is reported",
  (rule) => {
    const bare = actions("| Action | Owner | Due | Status |", ...ROWS);
    const misspelt = actions("| Action | Onwer | Deu date | Staus |", "|---|---|---|---|", ...ROWS);
    expect([lintDocument(rule, bare), lintDocument(rule, misspelt)]).toEqual([[], []]);
  },
);

test("the hint asks for what is meant, and says what is read", () => {
  const document = actions("| Action | Onwer | When | Status |", "|---|---|---|---|", ...ROWS);
  expect(lintHints("table-columns", document)).toEqual([
    "Did you mean `owner`? pm looks for columns named `due`.",
  ]);
});

const ACTIONS = "## Actions\n\n| Action | Owner | Due | Status |\n|---|---|---|---|\n";
test.each([
  [
    "a bar within a cell",
    "| Count | pages | ledger | 2026-04-01 | open |",
    ["5:3 Unexpected row of 5 cells below a head of 4"],
  ],
  [
    "a cell left out",
    "| Alert | 2026-04-01 | open |",
    ["5:3 Unexpected row of 3 cells below a head of 4"],
  ],
  ["cells left out at the end", "| Alert | ledger | 2026-04-01 |", []],
  ["a whole row", "| Alert | ledger | 2026-04-01 | open |", []],
])("a row of actions with %s", (_, row, expected) => {
  expect(lintDocument("table-columns", `${ACTIONS}${row}\n`)).toEqual(expected);
});

test("a line of dashes with too few bars is said, and left as it is", () => {
  const text =
    "## Timeline\n\n| Time | Event |\n|--|\n| 2026-03-14 09:00 UTC | impact starts |\n| 2026-03-14 09:30 UTC | resolved |\n";
  expect(lintDocument("table-columns", text)).toEqual([
    "3:1 Unexpected table without a line such as `|---|---|` below its head",
  ]);
});
