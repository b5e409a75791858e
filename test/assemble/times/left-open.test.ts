import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { told } from "../../support/told.ts";

const DETECTED = "detected 2026-03-04T10:12";

describe("a milestone that a document says there is none of, or that nobody knows", () => {
  test.each([
    ["in a list", "- Started: N/A\n- Detected: 2026-03-04 10:12 UTC\n"],
    ["with a reason", "- Started: n/a (near miss)\n- Detected: 2026-03-04 10:12 UTC\n"],
    [
      "with a reason behind a dash",
      "Impact start: none – no customer saw it\nDetected: 2026-03-04 10:12 UTC\n",
    ],
    [
      "in a table",
      "| Field | Value |\n|---|---|\n| Start of impact | not applicable |\n| Detected | 2026-03-04 10:12 UTC |\n",
    ],
    ["beside a date", "**Date:** 2026-03-04\n**Started:** unknown\n**Detected:** 10:12 UTC\n"],
  ])("%s has no day of another", (_, text) => {
    expect(told(`# Q\n\n${text}`)).toEqual([DETECTED]);
    expect(read(`# Q\n\n${text}`).unknownMilestones).toEqual(["started"]);
  });

  test("under a key of others in the frontmatter", () => {
    const text = "---\nstarted: N/A\ndetected: 2026-03-04T10:12:00Z\n---\n";
    expect(told(text)).toEqual([DETECTED]);
    expect(read(text).unknownMilestones).toEqual(["started"]);
  });

  test.each([
    ["# Q\n\n- Started: N/A\n- Detected: 2026-03-04 10:12 UTC\n- Resolved: unknown\n"],
    ["---\nstarted: N/A\ndetected: 2026-03-04T10:12:00Z\nresolved: unknown\n---\n"],
    ["---\ntimes:\n  started: n/a\n  resolved: unknown\n---\n"],
  ])("is told apart from one that nobody knows in %j", (text) => {
    expect(read(text).unknownMilestones).toEqual(["started", "resolved"]);
    expect(read(text).inapplicableMilestones).toEqual(["started"]);
  });

  test("is none where another label states it, or a time stands behind the word", () => {
    const text =
      "# Q\n\n- Started: unknown, about 2026-03-04 09:00 UTC\n- Resolved: 2026-03-04 11:00 UTC\n";
    expect(read(text).unknownMilestones).toEqual([]);
    const twice = "# Q\n\nStarted: N/A\n\n## Facts\n\n- Started: 2026-03-04 09:00 UTC\n";
    expect(told(twice)).toEqual(["started 2026-03-04T09:00"]);
  });
});
