import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withRows(...rows: readonly string[]): string {
  return `## Timeline

All times in UTC.

| Time | Event |
|---|---|
${rows.map((row) => `| ${row} |\n`).join("")}`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["in order, two at one time", withRows("2026-03-14 02:15 | A", "02:15 | B", "02:20 | C"), []],
  ["past midnight", withRows("2026-03-14 23:50 | A", "00:10 | B"), []],
  [
    "one out of order",
    withRows("2026-03-14 02:15 | A", "2026-03-14 01:21 | B", "2026-03-14 03:10 | C"),
    ["8:3 Unexpected time `2026-03-14 01:21`, earlier than the row before it (line 7)"],
  ],
  [
    "across one that cannot be read",
    withRows("2026-03-14 02:15 | A", "later | B", "2026-03-14 02:10 | C"),
    ["9:3 Unexpected time `2026-03-14 02:10`, earlier than the row before it (line 7)"],
  ],
  ["rows in two zones", withRows("2026-03-14 02:15 UTC | A", "2026-03-14 03:16 CET | B"), []],
  [
    "a draft",
    `---\nstatus: draft\n---\n${withRows("2026-03-14 02:15 | A", "2026-03-14 02:10 | B")}`,
    ["11:3 Unexpected time `2026-03-14 02:10`, earlier than the row before it (line 10)"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("timeline-order", document)).toEqual(expected);
});
