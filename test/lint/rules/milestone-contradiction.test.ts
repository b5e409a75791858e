import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

/** A document whose timeline has labelled rows at 02:15 and 02:21, and a last one at 03:10. */
function withTimes(times: string, status = "final"): string {
  return `---
status: ${status}
times:
${times}
---

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 2026-03-14 02:15 | Impact starts: errors rise. |
| 2026-03-14 02:21 | Detected: the alert fires. |
| 2026-03-14 03:10 | Traffic is back to normal. |
`;
}

/** A document with one milestone in its frontmatter and these rows from line 13 on. */
function withRows(milestone: string, time: string, rows: readonly string[]): string {
  return `---
times:
  ${milestone}: 2026-03-14T${time}:00Z
---

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 2026-03-14 10:00 | Errors rise. |
${rows.map((row) => `| 2026-03-14 ${row} |\n`).join("")}`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["the same", withTimes("  detected: 2026-03-14T02:21:00Z"), []],
  ["the same in another zone", withTimes("  detected: 2026-03-14T04:21:00+02:00"), []],
  ["5 minutes apart", withTimes("  detected: 2026-03-14T02:26:00Z"), []],
  [
    "6 minutes apart",
    withTimes("  detected: 2026-03-14T02:27:00Z"),
    ["4:13 Unexpected `detected`: the timeline says 2026-03-14T02:21Z (line 14)"],
  ],
  [
    "other than a row that tells it in other words",
    withTimes("  resolved: 2026-03-14T02:50:00Z"),
    ["4:13 Unexpected `resolved`: the timeline reads as 2026-03-14T03:10Z (line 15)"],
  ],
  [
    "other than what somebody said in a channel",
    withRows("resolved", "11:00", [
      "11:00 | [pagerduty] Resolved by payments",
      "11:30 | [slack] payments (in a thread, edited): “Resolved, all good again”",
      "11:40 | [csv] an engineer: “Impact over, closing”",
    ]),
    [],
  ],
  [
    "other than a row of the writer that quotes",
    withRows("resolved", "11:00", ["11:30 | Resolved: “all good again”"]),
    ["3:13 Unexpected `resolved`: the timeline says 2026-03-14T11:30Z (line 13)"],
  ],
  [
    "other than a row with the name at its end",
    withRows("detected", "11:00", [
      "10:20 | Customer care calls. Detected.",
      "11:30 | Cause found.",
    ]),
    ["3:13 Unexpected `detected`: the timeline reads as 2026-03-14T10:20Z (line 13)"],
  ],
  [
    "other than a row that may tell it, at a time that no row has",
    withRows("resolved", "12:30", [
      "10:20 | Pager.",
      "12:00 | rolled back, all good",
      "13:00 | Page updated.",
    ]),
    ["3:13 Unexpected `resolved`: the timeline reads as 2026-03-14T12:00Z (line 14)"],
  ],
  [
    "other than a row that may tell it, at the time of another row",
    withRows("resolved", "12:30", [
      "12:00 | rolled back",
      "12:30 | Dashboards look flat.",
      "13:00 | x",
    ]),
    [],
  ],
  [
    "beyond both ends",
    withTimes("  acknowledged: 2026-03-14T02:09:00Z\n  resolved: 2026-03-15T03:10:00Z"),
    [
      "4:17 Unexpected `acknowledged` before the timeline's first row (line 14)",
      "5:13 Unexpected `resolved`: the timeline reads as 2026-03-14T03:10Z (line 16)",
    ],
  ],
  [
    "a start before a timeline that begins with the detection",
    withRows("started", "10:00", ["10:10 | Detected: alert", "11:00 | Resolved: it drains."]),
    [],
  ],
  ["5 minutes beyond an end", withTimes("  resolved: 2026-03-14T03:15:00Z"), []],
  [
    "a draft",
    withTimes("  detected: 2026-03-14T02:27:00Z", "draft"),
    ["4:13 Unexpected `detected`: the timeline says 2026-03-14T02:21Z (line 14)"],
  ],
  [
    "a timeline of one row",
    `---
times:
  resolved: 2026-03-15T03:10:00Z
---

## Timeline

| Time | Event |
|---|---|
| 2026-03-14 02:15 | Impact starts: errors rise. |
`,
    [],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("milestone-contradiction", document)).toEqual(expected);
});
