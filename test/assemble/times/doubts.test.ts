import { describe, expect, test } from "vitest";
import { read, reportsOf } from "../../support/context.ts";
import { told } from "../../support/told.ts";

describe("a zone holds for what it stands beside", () => {
  test.each([
    ["in a label", "- Started (CET): 2026-03-14 09:00\n- Resolved at (CET): 2026-03-14 10:00\n"],
    [
      "in a heading that is a label",
      "### Started at (CET)\n\n2026-03-14 09:00\n\n### Resolved (CET)\n\n2026-03-14 10:00\n",
    ],
    [
      "in the heading above",
      "## Key times (CET)\n\n- Started: 2026-03-14 09:00\n- Resolved at: 2026-03-14 10:00\n",
    ],
    [
      "in the head of a table",
      "| Milestone | Time (CET) |\n|---|---|\n| Started | 2026-03-14 09:00 |\n| Resolved | 2026-03-14 10:00 |\n",
    ],
    ["of a span", "- Time (CET): 2026-03-14 09:00 to 10:00\n"],
    [
      "in a note on all times, without a timeline",
      "All times are in CET.\n\nStarted: 2026-03-14 09:00\nResolved: 2026-03-14 10:00\n",
    ],
  ])("%s", (_, text) => {
    expect(told(`# Q\n\n${text}`)).toEqual([
      "started 2026-03-14T08:00",
      "resolved 2026-03-14T09:00",
    ]);
  });

  test.each([
    ["# Q\n\n- Started (Eastern): 2026-03-14 09:00\n"],
    ["# Q\n\nDate: 2026-03-14\n\n## Timeline (Eastern)\n\n- 09:00 impact starts\n"],
    [
      "# Q\n\nDate: 2026-03-14\n\nAll times are US Eastern.\n\n## Timeline\n\n- 09:00 impact starts\n",
    ],
  ])("in words: %j", (text) => {
    expect(told(text)).toEqual(["started 2026-03-14T13:00"]);
  });

  test("not a part of the world", () => {
    const text =
      "# Q\n\nDate: 2026-03-14\n\n## Timeline of the Eastern region\n\n- 09:00 impact starts\n";
    expect(told(text)).toEqual(["started 2026-03-14T09:00"]);
  });
});

describe("what is not sure is in doubt", () => {
  test.each([
    ["a range of days", "- Started: between 1 and 8 March 2026\n", "started 2026-03-01?"],
    ["an estimate", "- Started: estimated 2026-03-14 09:00 UTC\n", "started 2026-03-14T09:00?"],
    [
      "an end within a span",
      "## Timeline (UTC)\n\n- 2026-03-14 09:00 impact starts\n- 2026-03-14 10:00-10:30 service is restored\n",
      "resolved 2026-03-14T10:00?",
    ],
    [
      "a start within a span is its beginning",
      "## Timeline (UTC)\n\n- 2026-03-14 09:00-09:30 impact starts\n",
      "started 2026-03-14T09:00",
    ],
  ])("%s", (_, text, expected) => {
    expect(told(`# Q\n\n${text}`)).toContain(expected);
  });
});

test.each([
  ["started: 2026-10-25 02:15 Europe/Oslo", "comes twice that night"],
  ["started: 2026-03-29 02:15 Europe/Oslo", "does not exist on that day"],
])("%s %s", (time, what) => {
  const document = read(`---\ntimes:\n  ${time}\n---\n`);
  const messages = document.problems.map(
    (problem) => reportsOf({ ...document, problems: [problem] })[0]?.message,
  );
  expect(messages).toContainEqual(expect.stringContaining(what));
});

test("a table that only sets the page holds facts, headings and rows", () => {
  const text =
    "# Q\n\n| | |\n|--|--|\n| **Severity** P2<br>**Services** checkout<br>**Started** 2026-04-02 08:50 UTC | ## Timeline<br>08:50 impact starts<br>09:02 alert fires<br>10:31 resolved |\n";
  expect(told(text)).toEqual([
    "started 2026-04-02T08:50",
    "detected 2026-04-02T09:02",
    "resolved 2026-04-02T10:31",
  ]);
  expect(read(text).severity?.value).toBe("P2");
});

describe("two places that tell another time of one milestone leave it in doubt", () => {
  const updates =
    '*Resolved* - Labels are printed. {{< track "2026-09-12 12:25:00" >}}\n\n*Identified* - A limit was lowered. {{< track "2026-09-12 10:42:00" >}}\n\n*Investigating* - Labels are late. {{< track "2026-09-12 09:58:00" >}}\n';
  const page = (story: string) =>
    `---\ntitle: Late labels\ndate: 2026-09-12T09:58:00Z\nresolved: true\nsection: issue\n---\n\n${story}\n\n${updates}`;

  test("posts of a status page, beside a story that tells earlier times", () => {
    const story =
      "At 09:30 the first labels were late. We found out at 09:52, when an alert fired, and understood at 10:40 that our limit was lower. By 12:20 the queue was empty.";
    expect(told(page(story))).toEqual([
      "started 2026-09-12T09:58?",
      "detected 2026-09-12T09:52?",
      "diagnosed 2026-09-12T10:40?",
      "resolved 2026-09-12T12:20?",
    ]);
  });

  test("posts below sections of a page with its report above them", () => {
    const text =
      "# Labels late\n\n### Postmortem\n\n**What happened**\n\nOn October 2, 2026 labels were late from 19:02 UTC to 19:41 UTC.\n\n### Resolved\n\nThis incident has been resolved.\n\nPosted 5 days ago. Oct 02, 2026 - 19:58 UTC\n\n### Investigating\n\nWe are investigating.\n\nPosted 5 days ago. Oct 02, 2026 - 19:10 UTC\n";
    expect(told(text)).toEqual(["started 2026-10-02T19:02?", "resolved 2026-10-02T19:41?"]);
  });

  test("but not posts alone", () => {
    expect(told(page("Labels were late."))).toEqual(
      expect.arrayContaining([
        "started 2026-09-12T09:58",
        "diagnosed 2026-09-12T10:42",
        "resolved 2026-09-12T12:25",
      ]),
    );
  });

  test.each([
    ["09:05 Plan replaced, seats are shown right again", "resolved 2026-08-11T09:05?"],
    ["09:05 Mitigated: plan replaced", "resolved 2026-08-11T09:40"],
  ])("an end under a label at which the rows only ease the impact: %s", (row, end) => {
    const text = `# Q\n\n- Impact started: 2026-08-11 07:00 UTC\n- Fixed: 2026-08-11 09:05 UTC\n\n## Key events\n\n**11 August 2026**\n\n07:00 Plan of the hall imported\n08:22 Incident reported in chat\n${row}\n09:40 Incident closed\n`;
    expect(told(text)).toContain(end);
  });

  test.each([
    ["09:05 Printers stop, `PrinterDown` pending · alertmanager", "detected 2026-08-11T09:05?"],
    ["09:05 Printers stop", "detected 2026-08-11T09:12?"],
    ["09:05 Printers stop\n- 09:08 Alert: PrinterDown", "detected 2026-08-11T09:08"],
  ])("when it was declared, after %s", (row, detected) => {
    const text = `# Q\n\n**Started:** 2026-08-11 09:05 UTC\n**Declared:** 2026-08-11 09:12 UTC\n\n## Timeline (UTC)\n\n- ${row}\n- 09:40 Printers restarted, all labels are printed\n`;
    expect(told(text)).toContain(detected);
  });
});

test("a start is in doubt where a row of the timeline tells an earlier detection", () => {
  const text =
    "Started: 2026-03-14 09:05 UTC\n\n## Timeline (UTC)\n\n- 2026-03-14 08:58 alert fires\n- 2026-03-14 09:30 resolved\n";
  expect(told(`# Q\n\n${text}`)).toContain("started 2026-03-14T09:05?");
});

test("a detection after somebody took it on is in doubt", () => {
  const text =
    "## Timeline (UTC)\n\n- 2026-03-14 08:58 acknowledged\n- 2026-03-14 09:10 a customer reports errors\n- 2026-03-14 09:30 resolved\n";
  expect(told(`# Q\n\n${text}`)).toContain("detected 2026-03-14T09:10?");
});

test.each([
  ["of the frontmatter", "date: 2026-03-14T10:00:00Z\nstarted: 2026-03-14T10:00:00Z"],
  ["that is a day", "date: 2026-03-14"],
])("an end of the frontmatter days before a start %s is in doubt", (_, start) => {
  const text = `---\n${start}\nresolved: 2026-03-11T13:00:00Z\n---\n\n# Tills down\n`;
  expect(told(text).at(-1)).toBe("resolved 2026-03-11T13:00?");
});
