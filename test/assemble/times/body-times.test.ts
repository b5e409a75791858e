import { describe, expect, test } from "vitest";
import { type Milestone, MILESTONES } from "../../../src/core/postmortem.ts";
import { read } from "../../support/context.ts";

/** The milestones of a document: "started 2026-03-14T02:15", `?` after it for low confidence. */
function told(text: string): readonly string[] {
  const { milestones } = read(text);
  return MILESTONES.flatMap((name: Milestone) => {
    const fact = milestones[name];
    if (!fact || fact.source.precision === "day") return [];
    const mark = fact.source.confidence === "low" ? "?" : "";
    return [`${name} ${new Date(fact.value).toISOString().slice(5, 16)}${mark}`];
  });
}

describe("the end", () => {
  test.each([
    [
      "of the impact, where no other is told",
      "Impact ended: 2026-03-14 03:10 UTC\n",
      "resolved 03-14T03:10",
    ],
    [
      "of the impact, beside a row of the end",
      "Impact ended: 2026-03-14 03:10 UTC\n\n## Timeline\n\n- 02:15 Outage begins\n- 04:00 Incident resolved\n",
      "started 03-14T02:15, mitigated 03-14T03:10, resolved 03-14T04:00",
    ],
    [
      "before a closing on the next day",
      "Ended: 2026-03-14 03:10 UTC\n\nClosed at: 2026-03-15 09:00 UTC\n",
      "resolved 03-14T03:10",
    ],
    [
      "of the impact before a closing on a later day",
      "Service restored: 2026-03-14 03:10 UTC\n\nClosed: 16 March 2026\n",
      "resolved 03-14T03:10",
    ],
    [
      "that a label behind a sentence tells",
      "All shops. End time: 2026-03-14 03:10 UTC\n",
      "resolved 03-14T03:10",
    ],
    ["that is a closing alone", "Closed at: 2026-03-14 03:10 UTC\n", "resolved 03-14T03:10"],
  ])("%s", (_, lines, expected) => {
    const ends = told(`# Logins\n\nDate: 2026-03-14\n\n${lines}`);
    expect(ends.join(", ")).toBe(expected);
  });
});

describe("a time under a label is a milestone", () => {
  test.each([
    [
      "in a list",
      "- **Impact start:** 14 March 2026 2:15 AM (UTC)\n- **Fixed:** 14 March 2026 3:10 AM (UTC)\n",
    ],
    [
      "in a list in a list",
      "- **Key events**\n  - Fault occurs 2026-03-14 02:15\n  - Resolved: 2026-03-14 03:10\n",
    ],
    [
      "with a remark behind it",
      "- Start (UTC): 2026-03-14T02:15:00Z (approx; first observed as errors in the log of the worker)\n- End (UTC): 2026-03-14T03:10:00Z\n",
    ],
    [
      "in a table",
      "| Field | Value |\n|---|---|\n| Start Time | 2026-03-14 02:15:00 UTC |\n| End Time | 2026-03-14 03:10:00 UTC |\n",
    ],
    [
      "in lines",
      "**Start time**: 2026-03-14 02:15 UTC  \n**End time**: 2026-03-14 03:10 UTC (approx.)\n",
    ],
    [
      "below a heading",
      "## Start time\n\n2026-03-14 02:15 UTC\n\n## End time\n\n2026-03-14 03:10 UTC\n",
    ],
    [
      "with the words of a form around it",
      "1.1 Date and time of occurrence: 2026-03-14 02:15 UTC\n\n1.2 Date and time when the service was restored: 2026-03-14 03:10 UTC\n",
    ],
    [
      "in the zone of its heading",
      "## Dates and times (CET)\n\n- Start: 2026-03-14 03:15\n- End: 2026-03-14 04:10\n",
    ],
    [
      "in the zone of its column",
      "| Milestone | By | Time (CET) |\n|---|---|---|\n| Start | alert | 2026-03-14 03:15 |\n| End | platform | 2026-03-14 04:10 |\n",
    ],
    [
      "several in a line",
      "Created: 2026-03-14 01:00 Start: 2026-03-14 02:15 UTC End: 2026-03-14 03:10 UTC\n",
    ],
    ["as a program prints it", "start=1773454500 end=1773457800 severity=high\n"],
    ["in French hours", "Start: 2026-03-14 02 h 15 (UTC)\n\nEnd: 2026-03-14 03 h 10 (UTC)\n"],
    [
      "with the zone of another one",
      "Date: 2026-03-14\n\nStart: 03:15 hrs (CET)\n\nEnd: 04:10\n\n## Timeline\n\n- 03:20 noted\n",
    ],
    [
      "on the day in a table of facts",
      "Reviewed on 2026-03-30.\n\n| What | Details |\n|---|---|\n| Incident date | 2026-03-14 |\n| Start | 02:15 UTC |\n| End | 03:10 UTC |\n",
    ],
    [
      "that is named twice, in the zone of a heading over times",
      "## Times (UTC+1)\n\n|Event|Time|\n|--|--|\n|T0 – start|2026-03-14 03:15|\n|TTR – resolved|2026-03-14 04:10|\n",
    ],
    ["with its day elsewhere", "Date: 2026-03-14\n\nStarted: 02:15 UTC\n\nResolved: 03:10 UTC\n"],
    ["from and to", "**Duration:** 2026-03-14 02:15 - 2026-03-14 03:10 UTC\n"],
    [
      "from and to in words",
      "**Duration:**\nMarch 14, 2026, 2:15 AM to 3:10 AM (UTC) (55 minutes)\n",
    ],
    ["from and to on the document's day", "Date: 2026-03-14\n\nOutage: 02:15–03:10 UTC (55 min)\n"],
  ])("%s", (_name, body) => {
    expect(told(`# Logins\n\n${body}`)).toEqual(["started 03-14T02:15", "resolved 03-14T03:10"]);
  });

  test.each([
    ["in an action", "## Actions\n\n- Resolved: 2026-03-14 02:15\n"],
    ["that goes on", "Started 2026-03-14 02:15 the import of all customers once more\n"],
    ["without a time", "Duration: 2 hours\n\nStarted: yesterday\n"],
    ["with an end before its start", "Duration: 2026-03-14 02:15 to 2026-03-14 01:15 UTC\n"],
    ["with half of a day left open", "Date: 2026-03-14\n\nDuration: 2:15 to 3:10 PM UTC\n"],
  ])("but not %s", (_name, body) => {
    expect(told(`# Logins\n\n${body}`)).toEqual([]);
  });
});

test("the frontmatter wins over a label, and a label over the rows", () => {
  const front = "---\ntimes:\n  resolved: 2026-03-14T04:00:00Z\n---\n";
  const body = "# Logins\n\nStart time: 2026-03-14 02:15 UTC\n\nEnd time: 2026-03-14 03:10 UTC\n\n";
  const rows = "## Timeline (UTC)\n\n- 2026-03-14 02:20 Logins fail\n- 02:30 Alert fires\n";
  expect(told(`${front}${body}${rows}`)).toEqual([
    "started 03-14T02:15",
    "detected 03-14T02:30",
    "resolved 03-14T04:00",
  ]);
});

test("labels that tell of several incidents are in doubt", () => {
  const one = (day: string) =>
    `## ${day}\n\n- Detected: ${day} 02:15\n- Resolved: ${day} 03:10\n\n`;
  expect(told(`# Log\n\n${one("2026-03-14")}${one("2026-03-19")}`)).toEqual([
    "detected 03-14T02:15?",
    "resolved 03-14T03:10?",
  ]);
});

describe("the time of day beside the date", () => {
  const rows =
    "## Timeline\n\n- 2026-03-14 02:15 UTC Build skipped again\n- 2026-03-14 04:10 UTC A customer writes that orders fail\n- 2026-03-14 05:00 UTC Resolved\n";
  test.each([
    [
      "is the start where a row has it",
      `**Date & time (UTC):** 2026-03-14 02:15\n\n${rows}`,
      "started 03-14T02:15",
    ],
    [
      "is the start in doubt where no row has it",
      "**Date & time:** 2026-03-14 02:05 UTC\n\n**Resolved:** 2026-03-14 05:00 UTC\n",
      "started 03-14T02:05?",
    ],
    [
      "is none beside the label of a start",
      "**Date & time:** 2026-03-14 02:05 UTC\n\n**Started:** 2026-03-14 02:00 UTC\n",
      "started 03-14T02:00",
    ],
  ])("%s", (_what, text, expected) => {
    expect(told(text)[0]).toBe(expected);
  });
});

test("a zone stands behind a labelled time and the word for local", () => {
  const text =
    "**Reported:** 04 OCT 2026 1812 LOCAL (CEST)\n\n**Closed:** 4 Oct 2026 20:05 local time, CEST\n";
  expect(told(text)).toEqual(["detected 10-04T16:12", "resolved 10-04T18:05"]);
});

test("questions ask for times", () => {
  const text = [
    "- *When did the impact begin?* 10 June 2026, 08:00 UTC",
    "- *When and how did you detect it?* 10 June 2026, 08:07 UTC, by a call of a customer",
    "- *When was the cause known?* 10 June 2026, 09:15 UTC",
    "- *When was it mitigated?* 10 June 2026, 09:31 UTC, as the shop was closed by hand for all",
    "- *When did the impact end?* 11 June 2026, 12:00 UTC",
    "- *When will it be done?* 12 June 2026, 12:00 UTC",
  ];
  expect(told(text.join("\n"))).toEqual([
    "started 06-10T08:00",
    "detected 06-10T08:07",
    "diagnosed 06-10T09:15",
    "mitigated 06-10T09:31",
    "resolved 06-11T12:00",
  ]);
});

test("the offset of a label is that of rows which tell the same time of day", () => {
  const rows = "## Timeline\n\n- 16:20 Outage begins\n- 17:32 A customer calls\n- 19:05 Resolved\n";
  const text = `:Start: 2026-05-28 16:20 +0200\n:Severity: P2\n\n${rows}`;
  expect(told(text)).toEqual([
    "started 05-28T14:20",
    "detected 05-28T15:32",
    "resolved 05-28T17:05",
  ]);
});

test.each([
  ["lines", "Date: 14 March 2026\nTime: 15:30 UTC\n"],
  ["a table", "| | |\n|--|--|\n| Date | 14 March 2026 |\n| Time | 15:30 UTC |\n"],
])("a time under a label beside that of the date is the start, in doubt: %s", (_, head) => {
  const { started } = read(`# Queue\n\n${head}\n## Summary\n\nIt failed.\n`).milestones;
  expect(started?.value).toBe(Date.parse("2026-03-14T15:30:00Z"));
  expect(started?.source).toMatchObject({ how: "inferred", confidence: "low" });
});

test("a time beside a date is no start where a label states one", () => {
  const head = "Date: 14 March 2026\nTime: 15:30 UTC\nStarted: 2026-03-14 15:10 UTC\n";
  const { started } = read(`# Queue\n\n${head}`).milestones;
  expect(started?.value).toBe(Date.parse("2026-03-14T15:10:00Z"));
});
