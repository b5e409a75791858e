import { describe, expect, test } from "vitest";
import { phaseDuration } from "../../../src/core/time/durations.ts";
import { read } from "../../support/context.ts";

const ROWS =
  "## Timeline (UTC)\n\n- 21:10 Logins fail\n- 21:14 Alert fires\n- 22:03 Service restored\n";

/** The start as pm reads it, `?` after it where its day is unsure. */
function startOf(text: string, path?: string): string | null {
  const { started } = read(text, undefined, path).milestones;
  if (!started) return null;
  const mark = started.source.confidence === "low" ? "?" : "";
  return `${new Date(started.value).toISOString().slice(0, 16)}${mark}`;
}

test("a year's folder before a day that has its own year tells no order of day and month", () => {
  const path = "/incidents/2022/02-03-2022";
  expect(startOf(`---\nslug: ${path}\n---\n# Report 02-03-2022\n\n${ROWS}`)).toBeNull();
  expect(startOf(`# Report 02-03-2022\n\nSee ${path}.\n\n${ROWS}`)).toBeNull();
});

describe("the day of rows without one", () => {
  test.each([
    [
      "is the frontmatter's",
      "---\ndate: 2026-03-15\n---\n# Logins\n\n## Summary\n\nLogins failed.\n\n",
      "2026-03-15T21:10",
    ],
    [
      "is the summary's where that tells only the day before, and unsure",
      "---\ndate: 2026-03-15\n---\n# Logins\n\n## Summary\n\nOn the evening of Mar 14 logins failed.\n\n",
      "2026-03-14T21:10?",
    ],
    [
      "is the frontmatter's where the summary tells it among others",
      "---\ndate: 2026-03-15\n---\n# Logins\n\n## Summary\n\nFrom Mar 14 to Mar 15 logins failed.\n\n",
      "2026-03-15T21:10",
    ],
    [
      "is the one without a year that the text tells, just before that of publishing",
      "---\ntitle: Logins\npubDate: March 20, 2026\n---\n# Logins\n\nOn March 14th logins failed.\n\n",
      "2026-03-14T21:10",
    ],
    [
      "is of the year before where it was published in the new one",
      "---\npublished: 2026-01-04\n---\n# Logins\n\nOn December 30th logins failed.\n\n",
      "2025-12-30T21:10",
    ],
    [
      "is unsure where the text tells several before that of publishing",
      "---\nposted: 2026-03-20\n---\n# Logins\n\nOn March 14th logins failed. On March 16th they failed again.\n\n",
      "2026-03-14T21:10?",
    ],
    [
      "is not that on which somebody verified the page",
      "# Logins\n\nLast verified by the platform team on March 20th 2026\n\nOn 14 March 2026 logins failed.\n\n",
      "2026-03-14T21:10",
    ],
    [
      "is that of the impact where nothing else tells one",
      "# Logins\n\nUpdated by the platform team on 30 March 2026\n\n## Impact\n\nLogins failed from 21:10 to 22:03 on Saturday, 14 March 2026.\n\n",
      "2026-03-14T21:10",
    ],
    [
      "is none of the impact without a time of day",
      "# Logins\n\nUpdated by the platform team on 30 March 2026\n\n## Impact\n\nRefunds were paid until 20 March 2026.\n\n",
      "2026-03-30T21:10?",
    ],
    [
      "is not that on which a mail was sent, where the mail tells another",
      "Subject: Logins last night\nTo: all\nDate: Mon, 16 Mar 2026 09:05 +0000\n\n# Logins\n\nOn the evening of 14 March logins failed.\n\n",
      "2026-03-14T21:10",
    ],
    [
      "is that on which a mail was sent, in doubt, where the mail tells none",
      "Subject: Logins last night\nTo: all\nDate: Mon, 16 Mar 2026 09:05 +0000\n\n# Logins\n\nLogins failed.\n\n",
      "2026-03-16T21:10?",
    ],
    [
      "is not that of another matter in the summary",
      "---\ndate: 2026-03-15\n---\n# Logins\n\n## Summary\n\nSince the move of 2025-11-02 logins are slow.\n\n",
      "2026-03-15T21:10",
    ],
    [
      "is that of a label among what it affected",
      "# Logins\n\n## Status and impact\n\n- **Date/environment:** 2026-03-14, staging\n- **Status:** recovered\n\n",
      "2026-03-14T21:10",
    ],
    [
      "is that of a title with no signs between its numbers",
      "# 20260314 Logins\n\n",
      "2026-03-14T21:10",
    ],
    [
      "is that of a line with a label",
      "# Logins\n\n**Date:** 14/Mar/2026\n\nWritten on 2026-03-20.\n\n",
      "2026-03-14T21:10",
    ],
    [
      "is not that of its writing",
      "# Logins\n\n**Prepared:** 2026-03-20 | **Version:** 2\n\n## Summary\n\nLogins failed on 14 March 2026.\n\n",
      "2026-03-14T21:10",
    ],
    [
      "is not that of a meeting",
      "# Logins\n\n**Meeting scheduled for:** Friday 2026-03-20\n\n## Summary\n\nOn 2026-03-14 logins failed.\n\n",
      "2026-03-14T21:10",
    ],
    [
      "is not that of a review beside another fact",
      "# Logins\n\nStatus: final | Review date: 2026-03-20\n\n## Summary\n\nOn 2026-03-14 logins failed.\n\n",
      "2026-03-14T21:10",
    ],
    [
      "is not that of a review in a remark before it",
      "# Logins\n\n*Prepared by the guild · reviewed 20 March 2026 · incident of 14 March 2026 · SEV3*\n\n",
      "2026-03-14T21:10",
    ],
    [
      "is that of a block of facts in code",
      "# Logins\n\n```\nSeverity:  SEV2\nService:   logins\nDate:      2026-03-14\n```\n\n",
      "2026-03-14T21:10",
    ],
    [
      "is that of its writing where it tells no other, and unsure",
      "# Logins\n\nWritten on 2026-03-20\n\n",
      "2026-03-20T21:10?",
    ],
    [
      "is the first of several",
      "# Logins\n\n**Incident date:** March 14-16, 2026\n\n",
      "2026-03-14T21:10",
    ],
  ])("%s", (_name, before, expected) => {
    expect(startOf(`${before}${ROWS}`)).toBe(expected);
  });
});

test("the day of rows is that of the heading above them, before that of a remark on the page", () => {
  const rows = ROWS.replace("Timeline (UTC)", "Timeline · Mar 14 2026 · UTC");
  expect(startOf(`# Logins\n\n> Updated Mar 20 2026\n\n${rows}`)).toBe("2026-03-14T21:10");
});

test.each([
  ["20260314-logins.md", "2026-03-14T21:10"],
  ["logins-20260314.md", "2026-03-14T21:10"],
  ["INC-20260314-01.md", "2026-03-14T21:10"],
  ["2026_03_14_logins.md", "2026-03-14T21:10"],
  ["INC20261344.md", null],
  ["INC-120260314.md", null],
  ["INC-202603141.md", null],
])("the day in the name of a file, %s, is %s", (path, expected) => {
  expect(startOf(`# Logins\n\nLogins failed.\n\n${ROWS}`, path)).toBe(expected);
});

test("a day that is unsure leaves lengths sure", () => {
  const before = "---\ndate: 2026-03-15\n---\n# Logins\n\nOn Mar 14 logins failed.\n\n";
  const document = read(`${before}${ROWS}`);
  expect(document.milestones.started?.source.unsure).toBe("day");
  expect(phaseDuration(document, "resolve")?.value).toBe(53);
});

test("dates far from the document's own day are unsure: they were left over from another", () => {
  const text = `# Logins\n\n${ROWS.replace("21:10", "2025-05-09 21:10")}`;
  expect(startOf(text, "2026-03-14-logins.md")).toBe("2025-05-09T21:10?");
  expect(startOf(text, "2025-05-10-logins.md")).toBe("2025-05-09T21:10");
});

test("the start of the frontmatter has its day in the zone of the timeline", () => {
  const text =
    "---\ntimes:\n  started: 2026-03-14T02:15:00Z\n---\n# Logins\n\n## Timeline (PDT)\n\n- 19:15 Logins fail\n- 19:30 Alert fires\n";
  const at = read(text).timeline?.rows.map((row) => new Date(row.at ?? 0).toISOString());
  expect(at).toEqual(["2026-03-14T02:15:00.000Z", "2026-03-14T02:30:00.000Z"]);
});

test("a first row from before the midnight that the start follows is of the day before", () => {
  const text =
    "---\ntimes:\n  started: 2026-03-14T00:15:00Z\n---\n# Logins\n\n## Timeline (UTC)\n\n- 23:50 Limits changed\n- 00:15 Logins fail\n";
  const at = read(text).timeline?.rows.map((row) => new Date(row.at ?? 0).toISOString());
  expect(at).toEqual(["2026-03-13T23:50:00.000Z", "2026-03-14T00:15:00.000Z"]);
});

test.each([
  [
    "month first where a row makes it clear",
    ["[03-09 23:04] Logins fail", "[03-26 23:14] Alert fires"],
    "2026-03-09T23:04",
  ],
  [
    "day first where a row makes it clear",
    ["[09/03 23:04] Logins fail", "[26/03 23:14] Alert fires"],
    "2026-03-09T23:04",
  ],
])("dates without a year are read %s", (_name, rows, expected) => {
  const list = rows.map((row) => `- ${row}`).join("\n");
  const text = `# Logins\n\nDate: 2026-03-09\n\n## Timeline (UTC)\n\n${list}\n`;
  expect(startOf(text)).toBe(expected);
});

test("dates without a year that could be either are not guessed", () => {
  const text = "# Logins\n\nDate: 2026-03-09\n\n## Timeline (UTC)\n\n- [03-09 23:04] Logins fail\n";
  expect(read(text).timeline?.rows[0]?.at).toBeNull();
});

test("a document of first headings alone has its parts, and no part for a title", () => {
  const text = "# Timeline\n\n- 2026-03-14 10:00Z Logins fail\n- 10:05Z Alert fires\n";
  const { title, timeline } = read(text);
  expect([title, timeline?.rows.length]).toEqual([null, 2]);
});
