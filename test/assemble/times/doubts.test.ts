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
