import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

function withRow(row: string, status = "review"): string {
  return `---
status: ${status}
---

## Timeline

| Time | Event |
|---|---|
| 2026-03-14 02:15 | Errors rise. |
${row}
`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a date and a time", withRow("| 2026-03-14 02:21 | The alert fires. |"), []],
  ["a time below a date", withRow("| 02:21 | The alert fires. |"), []],
  ["an ISO instant", withRow("| 2026-03-14T02:21Z | The alert fires. |"), []],
  ["an hour with am", withRow("| about 2 am | The alert fires. |"), []],
  ["a day alone", withRow("| 2026-03-15 | The queue is watched. |"), []],
  ["a day with dashes for its time", withRow("| 2026-03-15 --:-- | The queue is watched. |"), []],
  [
    "a date in numbers that could be either",
    withRow("| 03/04/2026 02:21 | The alert fires. |"),
    ["10:3 Unexpected time `03/04/2026 02:21`"],
  ],
  ["not a time", withRow("| 14/3 2ish | The alert fires. |"), ["10:3 Unexpected time `14/3 2ish`"]],
  [
    "an hour that no day has",
    withRow("| 2026-03-14 25:10 | The alert fires. |"),
    ["10:3 Unexpected time `2026-03-14 25:10`"],
  ],
  ["no time", withRow("| | The alert fires. |"), ["10:1 Missing time"]],
  ["a draft", withRow("| 14/3 2ish | The alert fires. |", "draft"), []],
  [
    "times without a date anywhere",
    "## Timeline\n\n- 2:15 PM – Errors rise.\n- ~2:21 PM UTC – The alert fires.\n- 25:10 – Nothing.\n",
    [
      "3:3 Missing date for the time `2:15 PM`, and for 1 more in this timeline",
      "5:3 Unexpected time `25:10`",
    ],
  ],
  [
    "a time without a date anywhere",
    "## Timeline\n\n| Time | Event |\n|---|---|\n| 02:15 | Errors rise. |\n",
    ["5:3 Missing date for the time `02:15`"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("timeline-unreadable", document)).toEqual(expected);
});

test("the hint for a date in numbers says how to decide", () => {
  expect(
    lintHints("timeline-unreadable", withRow("| 03/04/2026 02:21 | The alert fires. |")),
  ).toEqual([
    "Set `date_order` in pm.yaml to day-first or month-first, or write the date as 2026-03-14.",
  ]);
});
