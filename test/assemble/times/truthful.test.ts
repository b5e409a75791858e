import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/assemble/document-kind.ts";
import { CONTEXT, read } from "../../support/context.ts";
import { told } from "../../support/told.ts";

describe("a document's own dates tell the order of day and month", () => {
  test("by one that is clear", () => {
    const text = "# Q\n\n**Started:** 03/04/2026 09:00 UTC\n\nSince 30/03/2026 it was slow.";
    expect(told(text)).toEqual(["started 2026-04-03T09:00"]);
  });
  test("by days that go on within one month", () => {
    const rows =
      "- 06/04/2026 20:10 impact starts\n- 07/04/2026 00:30 alert fires\n- 11/04/2026 07:05 resolved";
    expect(told(`# Q\n\n## Timeline (UTC)\n\n${rows}`)).toEqual([
      "started 2026-04-06T20:10",
      "detected 2026-04-07T00:30",
      "resolved 2026-04-11T07:05",
    ]);
  });
});

describe("days of a timeline", () => {
  const rows = (day: string, other: string) =>
    `# Q\n\n## Timeline (UTC)\n\n${day}\n\n- 09:00 impact starts\n- 09:10 alert fires\n\n${other}\n\n- 08:00 resolved\n`;
  test.each([
    ["in a labelled bold line", "**Date: 2026-03-14**", "**Date: 2026-03-15**"],
    ["by the day of the week", "**Saturday, 14 March 2026**", "**Sunday**"],
  ])("%s", (_, day, other) => {
    expect(told(rows(day, other))).toEqual([
      "started 2026-03-14T09:00",
      "detected 2026-03-14T09:10",
      "resolved 2026-03-15T08:00",
    ]);
  });
  test("without a year are those nearest to the title's", () => {
    const text =
      "# January 23rd, 2026 outage\n\n## Timeline (UTC)\n\n- [12-07 15:10] a bug is deployed\n- [01-23 03:15] alert fires\n- [01-23 07:25] resolved\n";
    expect(
      told(text)
        .slice(1)
        .map((one) => one.replace("?", "")),
    ).toEqual(["detected 2026-01-23T03:15", "resolved 2026-01-23T07:25"]);
  });
  test("newest first go back over midnight", () => {
    const text =
      "# Q\n\nDate: 2026-03-14\n\n## Timeline (UTC)\n\n- 00:31 resolved\n- 23:10 alert fires\n- 23:05 impact starts\n- 22:50 a release is deployed";
    expect(told(text)).toEqual([
      "started 2026-03-14T23:05",
      "detected 2026-03-14T23:10",
      "resolved 2026-03-15T00:31",
    ]);
  });
  test("rows that write their whole dates may stand in any order", () => {
    const text =
      "# Q\n\n## Timeline (UTC)\n\n- 2026-03-14 10:31 resolved\n- 2026-03-14 09:02 alert fires\n- 2026-03-14 10:05 root cause identified\n- 2026-03-14 08:50 impact starts";
    expect(told(text)).toEqual([
      "started 2026-03-14T08:50",
      "detected 2026-03-14T09:02",
      "diagnosed 2026-03-14T10:05",
      "resolved 2026-03-14T10:31",
    ]);
  });
  test("lines of a form's field that is shown as code", () => {
    const text =
      "# Q\n\nDate: 2026-03-14\n\n## Timeline (UTC)\n\n```text\n09:00 impact starts\n09:10 alert fires\n10:00 resolved\n```";
    expect(told(text)).toEqual([
      "started 2026-03-14T09:00",
      "detected 2026-03-14T09:10",
      "resolved 2026-03-14T10:00",
    ]);
  });
  test("headings that are zones, below which the same is told, count once", () => {
    const part = (zone: string, hour: string) =>
      `### ${zone}\n\n- ${hour}:00 impact starts\n- ${hour}:10 alert fires\n- ${hour}:30 resolved\n\n`;
    const text = `# Q\n\nDate: 2026-03-14\n\n## Timeline {.tabset}\n\n${part("UTC", "09")}${part("CET", "10")}`;
    expect(told(text)).toEqual([
      "started 2026-03-14T09:00",
      "detected 2026-03-14T09:10",
      "resolved 2026-03-14T09:30",
    ]);
  });
  test("tabs that tell the same in another zone count once", () => {
    const tab = (zone: string, hour: string) =>
      `=== "${zone}"\n\n    - ${hour}:00 impact starts\n    - ${hour}:10 alert fires\n    - ${hour}:30 resolved\n\n`;
    const text = `# Q\n\nDate: 2026-03-14\n\n## Timeline\n\n${tab("UTC", "09")}${tab("CET", "10")}`;
    expect(told(text)).toEqual([
      "started 2026-03-14T09:00",
      "detected 2026-03-14T09:10",
      "resolved 2026-03-14T09:30",
    ]);
  });
});

test("milestones stand in a table with their durations, and days alone are days", () => {
  const text =
    "# Q\n\n## Facts\n\n| Milestone | Time | Since start |\n|---|---|---|\n| Started | 2026-03-14T09:00:00Z | 0s |\n| Identified | 2026-03-14T10:00:00Z | 1h |\n\n| | |\n|---|---|\n| Mitigation | Mar-15-2026 |\n| Repaired on | x |\n";
  expect(told(text)).toEqual([
    "started 2026-03-14T09:00",
    "diagnosed 2026-03-14T10:00",
    "mitigated 2026-03-15",
  ]);
});

describe("a date of the frontmatter", () => {
  const rows = "## Timeline (UTC)\n\n- 09:00 impact starts\n- 10:00 resolved\n";
  test("is the day of publishing in a weblog, where the title tells another", () => {
    const front =
      "---\nlayout: post\ntitle: March 14 outage of the queue\ndate: 2026-03-18 09:00:00 +0100\n---\n\n";
    expect(told(front + rows)).toEqual(["started 2026-03-14T09:00", "resolved 2026-03-14T10:00"]);
  });
  test("and is in doubt where nothing tells another", () => {
    const front = "---\ntitle: The queue\nauthors: [ops]\ndate: 2026-03-18\n---\n\n";
    expect(told(front + rows)).toEqual(["started 2026-03-18T09:00?", "resolved 2026-03-18T10:00?"]);
  });
  test("is in the order of day and month that the name of the file shows", () => {
    const front = (date: string, end: string) =>
      `---\ntitle: Queue\nstatus: resolved\ndate: ${date} 06:30\nresolvedDate: ${end} 09:10\n---\n`;
    const expected = ["started 2026-05-03T06:30", "resolved 2026-05-03T09:10"];
    const name = "2026-05-03-queue.md";
    expect(told(front("05-03-2026", "05-03-2026"), name)).toEqual(expected);
    expect(told(front("03-05-2026", "03-05-2026"), name)).toEqual(expected);
  });
  test("is the start on a status page that tells the end", () => {
    const front =
      "---\ntitle: Queue\ndate: 2026-03-14 06:30:00\nresolved: true\nresolvedWhen: 2026-03-14 09:10:00\n---\n";
    expect(told(front)).toEqual(["started 2026-03-14T06:30", "resolved 2026-03-14T09:10"]);
  });
  describe("beside an end at the same instant, which only says that all is over", () => {
    const front =
      "---\ntitle: Queue\ndate: 2026-03-14T06:30:00Z\nresolved: true\nresolvedWhen: 2026-03-14T06:30:00Z\n---\n\nThe queue stands still.\n";
    test("gives way to the updates", () => {
      const updates = "\n**Update 07:20** A disk is full.\n\n**Update 09:10** All works again.\n";
      expect(told(front + updates)).toEqual(
        expect.arrayContaining(["started 2026-03-14T06:30?", "resolved 2026-03-14T09:10"]),
      );
    });
    test("gives way to a start that updates tell surely", () => {
      const updates =
        "\n2026-03-14 07:20 The queue experiences an outage.\n\n2026-03-14 07:40 A disk is full.\n\n2026-03-14 09:10 All works again.\n";
      expect(told(front + updates)).toEqual(
        expect.arrayContaining(["started 2026-03-14T07:20", "resolved 2026-03-14T09:10"]),
      );
    });
    test("is the end of updates that begin before it", () => {
      const updates =
        "\n2026-03-14 05:10 The queue fails.\n\n2026-03-14 05:40 A disk is full.\n\n2026-03-14 06:25 All works again.\n";
      expect(told(front + updates)).toEqual(
        expect.arrayContaining(["started 2026-03-14T05:10?", "resolved 2026-03-14T06:25"]),
      );
    });
    test("stays in doubt once the end was written", () => {
      const times = "times:\n  resolved: 2026-03-14T09:10:00Z\n";
      expect(told(front.replace("---\n\n", `${times}---\n\n`))).toEqual([
        "started 2026-03-14T06:30?",
        "resolved 2026-03-14T09:10",
      ]);
    });
    test("is in doubt without updates", () => {
      expect(told(front)).toEqual(["started 2026-03-14T06:30?", "resolved 2026-03-14T06:30?"]);
    });
  });
});

test("a status page whose incident goes on has its start, and no end", () => {
  const front =
    '---\ntitle: Queue\ndate: 2026-03-14 06:30:00\nresolved: false\nresolvedWhen: ""\n---\n';
  expect(told(front)).toEqual(["started 2026-03-14T06:30"]);
});

describe("what contradicts start or end is in doubt", () => {
  const doc = (start: string, found: string, end: string) =>
    `# Q\n\n**Started:** ${start} UTC\n**Diagnosed:** ${found} UTC\n**Resolved:** ${end} UTC\n`;
  test.each([
    [
      "a diagnosis days after the end",
      doc("2026-03-14 09:00", "2026-03-17 09:00", "2026-03-14 12:00"),
      ["started 2026-03-14T09:00", "diagnosed 2026-03-17T09:00?", "resolved 2026-03-14T12:00"],
    ],
    [
      "one before the start",
      doc("2026-03-14 09:00", "2026-03-13 09:00", "2026-03-14 12:00"),
      ["started 2026-03-14T09:00", "diagnosed 2026-03-13T09:00?", "resolved 2026-03-14T12:00"],
    ],
    [
      "an incident of a year",
      doc("2025-03-14 09:00", "2026-03-14 10:00", "2026-03-14 12:00"),
      ["started 2025-03-14T09:00?", "diagnosed 2026-03-14T10:00", "resolved 2026-03-14T12:00?"],
    ],
    [
      "one that lasts no time",
      doc("2026-03-14 09:00", "2026-03-14 09:00", "2026-03-14 09:00"),
      ["started 2026-03-14T09:00?", "diagnosed 2026-03-14T09:00", "resolved 2026-03-14T09:00?"],
    ],
    [
      "a detection behind the diagnosis",
      "# Q\n\n**Detected:** 2026-03-14 11:00 UTC\n**Diagnosed:** 2026-03-14 10:00 UTC\n",
      ["started 2026-03-14", "detected 2026-03-14T11:00?", "diagnosed 2026-03-14T10:00?"],
    ],
    [
      "one end of a range",
      "# Q\n\n**Resolved:** 2026-03-14 between 10:00 and 10:30 UTC",
      ["started 2026-03-14", "resolved 2026-03-14T10:00?"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

test("a milestone that did not happen is left open without a word", () => {
  const { milestones, unknownMilestones, problems } = read(
    "---\ntimes:\n  diagnosed: not applicable\n  resolved: n/a\n---\n\n# Near miss\n",
  );
  expect(milestones.resolved).toBeNull();
  expect(unknownMilestones).toEqual(["diagnosed", "resolved"]);
  expect(problems).toEqual([]);
});

describe("a document is called", () => {
  const kindOf = (text: string, path = "x.md") =>
    readDocument({ path, text }, CONTEXT, ["everything"]).otherKind;
  test.each([
    [
      "a decision record by its headings",
      "---\ndate: 2026-03-14\n---\n# One table\n\n## Status\n\nDone.\n\n## Context\n\nx\n\n## Decision\n\ny\n",
      "a decision record",
    ],
    [
      "a runbook by its headings, where nothing has a day",
      "---\nseverity: n/a\n---\n# The mailer stops\n\n## When to use this\n\nx\n\n## Symptoms\n\ny\n\n## Diagnosis\n\nz\n",
      "a runbook",
    ],
    [
      "no runbook, where something has a day",
      "---\ndate: 2026-03-14\n---\n# The mailer stopped\n\n## Symptoms\n\ny\n\n## Diagnosis\n\nz\n\n## Mitigation\n\nx\n",
      null,
    ],
    ["an exercise", "# Game day: failover\n\n## What happened\n\nx\n", "an exercise"],
    ["a policy", "# Error budget policy\n\n## Outages\n\nx\n", "a policy"],
    ["a handover", "# On-call handover, week 23\n\nTwo pages.\n", "a handover"],
    ["a periodic report", "# Weekly reliability review\n\nTwo pages.\n", "a periodic report"],
    ["a guide", "# How we handle incidents\n\n## Severity\n\nx\n", "a guide"],
    [
      "a maintenance notice",
      "---\ndate: 2026-03-14\n---\n# Scheduled maintenance of the queue\n\nTonight.\n",
      "a maintenance notice",
    ],
    [
      "nothing else, whatever a fence in a list holds",
      "# Queue\n\n1. Kill it:\n\n   ```sh\n   kill <OLD_QUEUE_PID> <NEW_QUEUE_PID>\n   kill <OLD_QUEUE_PID> <NEW_QUEUE_PID>\n   ```\n",
      null,
    ],
  ])("%s", (_, text, expected) => {
    expect(kindOf(text)).toBe(expected);
  });
});

test("the document of a folder has that folder's name and day", () => {
  const { id, milestones } = read(
    "# Queue\n",
    ["everything"],
    "incidents/2026-03-14-queue/index.md",
  );
  expect(id.value).toBe("2026-03-14-queue");
  expect(new Date(milestones.started?.value ?? 0).toISOString().slice(0, 10)).toBe("2026-03-14");
});

test("advice that a form left above a list is no factor", () => {
  const { factors } = read(
    "# Q\n\n## What went wrong\n\nList here what you would change.\n\n1. Nobody looked\n",
  );
  expect(factors.map(({ value }) => value)).toEqual(["Nobody looked"]);
});

describe("the zone of all times", () => {
  test.each(["Time zone | CET", "**Timezone:** | Europe/Berlin", "TZ | CET"])(
    "in a row of a table of facts: %s",
    (row) => {
      const facts = `| Fact | Value |\n|---|---|\n| Severity | P2 |\n| Started | 2026-03-14 09:00 |\n| ${row} |`;
      expect(told(`# Q\n\n${facts}\n`)).toEqual(["started 2026-03-14T08:00"]);
    },
  );
  test.each(["14:35, Eastern time", "14:35 Chicago time"])(
    "in words, in a sentence: %s",
    (written) => {
      const text = `# Q\n\nDate: 2026-07-14\n\nIt was over at ${written}.\n\n## Timeline\n\n- 13:00 impact starts\n- 14:35 resolved\n`;
      const hour = written.includes("Eastern") ? 17 : 18;
      expect(told(text)[0]).toBe(`started 2026-07-14T${hour}:00`);
    },
  );
  test("in full-width brackets behind a time", () => {
    const facts = "| Fact | Value |\n|---|---|\n| Started | 2026-03-14 09:00（JST） |";
    expect(told(`# Q\n\n${facts}\n`)).toEqual(["started 2026-03-14T00:00"]);
  });
});
