import { describe, expect, test } from "vitest";
import { told } from "../../support/told.ts";

describe("times in the first sentences, where there is no timeline", () => {
  test.each([
    [
      "by the words before them",
      "From about 11:20 UTC on April 3rd, 2026 the shop answered slowly. By 12:05 UTC it had recovered.",
      ["started 2026-04-03T11:20", "resolved 2026-04-03T12:05"],
    ],
    [
      "under a label of a period",
      "Duration: The outage started at 5:00 AM GMT on May 12, 2026, and ended at 8:00 AM GMT on the same day.",
      ["started 2026-05-12T05:00", "resolved 2026-05-12T08:00"],
    ],
    [
      "between two of them, with the day behind",
      "Between 13:40 UTC and 15:54 UTC on 2026-04-03 mails were refused.",
      ["started 2026-04-03T13:40", "resolved 2026-04-03T15:54"],
    ],
    [
      "in brackets that go on in the next line, in doubt",
      "In short: the old worker ran on (it crashed twice\nbetween 14:43 UTC and 14:59 UTC on 3 April 2026).",
      ["started 2026-04-03T14:43?", "resolved 2026-04-03T14:59?"],
    ],
    [
      "in brackets, in doubt",
      "On 3 April 2026 one worker was not removed (it crashed twice between 14:43 UTC and 14:59 UTC).",
      ["started 2026-04-03T14:43?", "resolved 2026-04-03T14:59?"],
    ],
    [
      "at the end of their clauses",
      "On 3 April 2026 pages failed from 09:10 CET. The errors were noticed at 09:30, and all pages were restored at 10:00.",
      ["started 2026-04-03T07:10", "detected 2026-04-03T07:30", "resolved 2026-04-03T08:00"],
    ],
    [
      "with who took it on",
      "On 3 April 2026 pages failed from 09:10 UTC. The alert fired at 09:17 UTC, and the on-call acknowledged it at 09:19 UTC. All pages were restored at 10:00 UTC.",
      [
        "started 2026-04-03T09:10",
        "detected 2026-04-03T09:17",
        "acknowledged 2026-04-03T09:19",
        "resolved 2026-04-03T10:00",
      ],
    ],
    [
      "at which a chain halted, in doubt",
      "On 3 April @ 22:16:01 UTC time, the main network halted at block 1131575 (2026-04-03).",
      ["started 2026-04-03T22:16?"],
    ],
    [
      "at which a queue was halted by itself, in doubt",
      "On 3 April 2026 at 22:16 UTC the export queue was halted by a bad message.",
      ["started 2026-04-03T22:16?"],
    ],
    [
      "but not at which people halted something on purpose",
      "On 3 April 2026 at 22:16 UTC we halted the rollout and had a look.",
      ["started 2026-04-03"],
    ],
    [
      "since one until the other",
      "Search was down on 2026-04-03 since 08:15 UTC until 08:45 UTC.",
      ["started 2026-04-03T08:15", "resolved 2026-04-03T08:45"],
    ],
    [
      "in items that begin with the name of a part, in doubt",
      "On 3 April 2026 pages failed between 09:10 UTC and 10:00 UTC.\n\n- **Detection**: The check failed at 09:17 UTC and paged us.\n- **Diagnosis**: At 09:40 UTC we found that a certificate had the wrong name.\n- **Note**: The old one is kept until 11:00 UTC.",
      [
        "started 2026-04-03T09:10",
        "detected 2026-04-03T09:17?",
        "diagnosed 2026-04-03T09:40?",
        "resolved 2026-04-03T10:00",
      ],
    ],
    [
      "in a section for the remedy and for what is still to do, in doubt",
      "On 3 April 2026, beginning at 09:10 UTC, pages failed.\n\n## REMEDIATION\n\nEngineers were alerted at 09:17 UTC. The cause was identified at 09:40 UTC, and as an immediate mitigation traffic was moved at 09:48 UTC. All pages were restored at 10:00 UTC.\n\nWe are taking the following steps:\n\n- Cap the heap. Owner: Core, by 10 April 2026.",
      [
        "started 2026-04-03T09:10",
        "detected 2026-04-03T09:17?",
        "diagnosed 2026-04-03T09:40?",
        "mitigated 2026-04-03T09:48?",
        "resolved 2026-04-03T10:00",
      ],
    ],
    [
      "on the day that they stand beside, in doubt where another is told first",
      "📅 Wednesday, September 9, 2026 · 30 min\n\nThe outage of September 7, 2026, in which pages failed between 09:14 and 10:26 UTC, was reviewed.",
      ["started 2026-09-07T09:14?", "resolved 2026-09-07T10:26?"],
    ],
    [
      "in doubt at its first and its last time where no words say start and end",
      "At 10:00 UTC on 3 April 2026 the tills began to answer after ten seconds. Cashiers called us at 10:12 UTC, and by 11:05 UTC all tills were fast.",
      ["started 2026-04-03T10:00?", "detected 2026-04-03T10:12", "resolved 2026-04-03T11:05?"],
    ],
    [
      "with the month first, and of a cause that was not known until one of them",
      "From April 3, 2026, 09:10 UTC pages were slow. The root cause was not identified until April 4th 10:17pm UTC, a day later.",
      ["started 2026-04-03T09:10", "diagnosed 2026-04-04T22:17"],
    ],
    [
      "and not of the start where something was done by then",
      "At 4:11 AM UTC on April 3rd, 2026 three packages were compromised. By 9:30 AM UTC, we had deleted them.",
      ["started 2026-04-03T04:11?", "mitigated 2026-04-03T09:30?"],
    ],
    [
      "that say when it was mitigated",
      "At 10:00 UTC on 3 April 2026 payments failed. The impact was mitigated at 10:40 UTC.",
      ["started 2026-04-03T10:00?", "mitigated 2026-04-03T10:40"],
    ],
    [
      "in doubt where only something fails",
      "At 10:00 UTC on 3 April 2026 payments failed.",
      ["started 2026-04-03T10:00?"],
    ],
    [
      "of two clauses, each with what stands around it",
      "On 3 April 2026 at 14:05 UTC we deployed a model. At 14:12 UTC an alert fired. We rolled back at 14:40 UTC and by 14:52 UTC everything was back to normal.",
      [
        "started 2026-04-03T14:05?",
        "detected 2026-04-03T14:12",
        "mitigated 2026-04-03T14:40?",
        "resolved 2026-04-03T14:52",
      ],
    ],
    [
      "a start that is said before one that is guessed",
      "On 3 April 2026 at 14:05 UTC we deployed a model. The outage began at 14:07 UTC and was resolved at 14:52 UTC.",
      ["started 2026-04-03T14:07", "resolved 2026-04-03T14:52"],
    ],
    [
      "not those in brackets",
      "From 08:20 to 09:40 UTC on 3 April 2026 the export (it runs at 08:05, 08:30 and 09:00 UTC) failed.",
      ["started 2026-04-03T08:20", "resolved 2026-04-03T09:40"],
    ],
    [
      "in doubt where a window is told and not what it is",
      "At 08:20–09:40 UTC on 3 April 2026 the export produced pages of another tenant.",
      ["started 2026-04-03T08:20?", "resolved 2026-04-03T09:40?"],
    ],
    [
      "in items of sections on the detection and on what helped, in doubt",
      "On 3 April 2026 tills failed from 09:10 UTC.\n\n## Detection\n\n- A cashier called the desk at 09:31 UTC.\n\n## Resolution\n\n- We looked for other drivers.\n- Rolled back the driver at 10:40 UTC.\n- All tills work again since 11:05 UTC.",
      [
        "started 2026-04-03T09:10",
        "detected 2026-04-03T09:31?",
        "mitigated 2026-04-03T10:40?",
        "resolved 2026-04-03T11:05?",
      ],
    ],
    [
      "to the end that later sentences tell with its date, in doubt",
      `From 08:00 UTC on 3 April 2026 orders were late. By 11:00 UTC on 4 April 2026 the import was healthy again. ${"We moved orders to another queue. ".repeat(12)}By 5 April 2026, 06:20 UTC all orders had been worked off and we had fully recovered.`,
      ["started 2026-04-03T08:00", "resolved 2026-04-05T06:20?"],
    ],
    [
      "to an end that only later sentences tell, in doubt",
      `From 08:00 UTC on 3 April 2026 orders were late. ${"We moved orders to another queue. ".repeat(12)}Resolved 4 April 2026 at ~06:20 UTC.`,
      ["started 2026-04-03T08:00", "resolved 2026-04-04T06:20?"],
    ],
    ["not shares", "Since 3 April 2026 we lost 11.20 % of them.", ["started 2026-04-03"]],
  ])("%s", (_, text, expected) => {
    expect(told(`# Slow shop\n\n${text}\n`)).toEqual(expected);
  });

  test("not where a timeline tells them", () => {
    const text =
      "# Q\n\nFrom 08:00 UTC on 2026-04-03 it was slow.\n\n## Timeline (UTC)\n\n- 2026-04-03 09:00 impact starts\n- 09:30 resolved\n";
    expect(told(text)).toEqual(["started 2026-04-03T09:00", "resolved 2026-04-03T09:30"]);
  });

  test("in doubt, what the rows of a timeline leave out", () => {
    const text =
      "# Q\n\nOn 3 April 2026 one worker was not removed (it crashed twice between 08:43 UTC and 10:59 UTC).\n\n## Timeline (UTC)\n\n- 09:10 a user reports missing orders\n- 09:40 we add a worker\n";
    expect(told(text)).toEqual(expect.arrayContaining(["resolved 2026-04-03T10:59?"]));
  });

  test("where no row of the timeline has a time", () => {
    const text =
      "# Q\n\nFrom 08:00 UTC on 2026-04-03 it was slow. By 09:30 UTC it had recovered.\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| | It is slow |\n| | We restart it |\n";
    expect(told(text)).toEqual(["started 2026-04-03T08:00", "resolved 2026-04-03T09:30"]);
  });

  test("not those of plans", () => {
    const text =
      "# Q\n\nDate: 2026-04-03\n\n## Actions\n\nFrom 10:00 UTC on 2026-05-01 backups are tested.\n";
    expect(told(text)).toEqual(["started 2026-04-03"]);
  });
});

describe("labels of times with words around them", () => {
  test.each([
    ["Reported on chat", "detected"],
    ["Detected by monitoring", "detected"],
    ["Customer impact end", "resolved"],
    ["When was it resolved", "resolved"],
    ["Impact detected at", "detected"],
    ["User impact started", "started"],
  ])("%s", (label, milestone) => {
    const text = `# Q\n\n${label}: 2026-04-03 09:15 UTC\n`;
    expect(told(text)).toContain(`${milestone} 2026-04-03T09:15`);
  });

  test("a label in a line of its own has its value in the next", () => {
    const text =
      "# Q\n\n**Impact started at**\n16 Jun 2026, 09:31 UTC\n\n**Identified at**\n16 Jun 2026, 10:34 UTC\n\n**Fixed at**\n16 Jun 2026, 11:10 UTC\n";
    expect(told(text)).toEqual([
      "started 2026-06-16T09:31",
      "diagnosed 2026-06-16T10:34",
      "resolved 2026-06-16T11:10",
    ]);
  });

  test("a table of one row names its times in the head", () => {
    const text =
      "# Q\n\n| Started | Detected | Resolved | Team |\n|---|---|---|---|\n| 2026-02-17 04:30 UTC | 2026-02-18 07:10 UTC | 2026-02-18 10:25 UTC | search |\n";
    expect(told(text)).toEqual([
      "started 2026-02-17T04:30",
      "detected 2026-02-18T07:10",
      "resolved 2026-02-18T10:25",
    ]);
  });
});

test("a row is in doubt where a sentence clearly tells another time", () => {
  const doc = (start: string) =>
    `# Q\n\n## Summary\n\nFrom ${start} to 10:30 UTC on 3 April 2026 pages failed.\n\n## Timeline (UTC)\n\n- 08:10 pages fail\n- 08:20 alert fires\n- 10:30 pages restored\n`;
  expect(told(doc("08:12"))[0]).toBe("started 2026-04-03T08:10");
  expect(told(doc("09:30"))[0]).toBe("started 2026-04-03T08:10?");
});
