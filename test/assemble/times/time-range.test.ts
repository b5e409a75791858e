import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { instantOrDay } from "../../../src/core/document/provenance.ts";
import { MILESTONES } from "../../../src/core/postmortem.ts";
import { timesSection } from "../../../src/reports/document/times.ts";
import { CONTEXT } from "../../support/context.ts";

/** Each milestone as "started 2026-02-03T09:10Z", with the end of its range, and a question mark in doubt. */
function toldTimes(body: string): readonly string[] {
  const { milestones } = parsePostmortem({ path: "a.md", text: `# Q\n\n${body}\n` }, CONTEXT);
  return MILESTONES.flatMap((name) => {
    const fact = milestones[name];
    if (!fact) return [];
    const { source } = fact;
    const until = source.until === undefined ? null : { value: source.until, source };
    const doubt = source.confidence === "low" ? "?" : "";
    const end = until ? ` to ${instantOrDay(until, "UTC")}` : "";
    return [`${name} ${instantOrDay(fact, "UTC")}${end}${doubt}`];
  });
}

describe("a milestone that lies in a range", () => {
  test.each([
    [
      "whose ends share the day and the zone",
      "**Detected:** 2026-02-03 10:10 UTC\n**Started:** sometime between 2026-02-03 09:10 and 09:40 UTC",
      "started 2026-02-03T09:10Z to 2026-02-03T09:40Z?",
    ],
    [
      "behind its day",
      "**Started:** 2026-02-03 between 10:00 and 10:30 CET",
      "started 2026-02-03T09:00Z to 2026-02-03T09:30Z?",
    ],
    [
      "in other words",
      "**Started:** no earlier than 2026-02-03 11:00 UTC, but no later than 2026-02-03 11:20 UTC",
      "started 2026-02-03T11:00Z to 2026-02-03T11:20Z?",
    ],
    [
      "of days of one month",
      "**Started:** estimated between 3 and 9 February 2026",
      "started 2026-02-03 to 2026-02-09?",
    ],
    [
      "of days of one year",
      "**Started:** between January 30 and February 2, 2026",
      "started 2026-01-30 to 2026-02-02?",
    ],
    [
      "as two times with a dash between them",
      "**Started:** 2026-02-03 09:00 UTC\n**Resolved:** 2026-02-03 10:15–10:20 UTC",
      "resolved 2026-02-03T10:15Z to 2026-02-03T10:20Z?",
    ],
    [
      "as one time to another",
      "**Started:** 2026-02-03 09:00 UTC\n**Detected:** 2026-02-03 09:10 to 09:15 UTC",
      "detected 2026-02-03T09:10Z to 2026-02-03T09:15Z?",
    ],
    [
      "over midnight",
      "**Started:** between 2026-02-03 23:50 UTC and 2026-02-04 00:20 UTC",
      "started 2026-02-03T23:50Z to 2026-02-04T00:20Z?",
    ],
  ])("%s", (_, body, expected) => {
    expect(toldTimes(body)).toContain(expected);
  });

  test.each([
    [
      "of other things",
      "**Started:** 2026-02-03 10:00 UTC, between the deploys of 09:00 and 11:00",
    ],
    [
      "where a dash leads to what was done",
      "**Started:** 2026-02-03 09:00 UTC\n**Detected:** 2026-02-03 09:10 UTC – the alert of 09:12 was late",
    ],
    ["in disorder", "**Started:** between 2026-02-03 12:00 UTC and 2026-02-03 11:00 UTC"],
    ["of a day and a time", "**Started:** between 2026-02-03 and 2026-02-04 11:00 UTC"],
    [
      "that a sentence tells",
      "## Root cause\n\nThe nightly job may run between 02:00 and 03:00 UTC.",
    ],
  ])("is none %s", (_, body) => {
    expect(toldTimes(body).join()).not.toContain(" to ");
  });
});

test("a range is shown with its end, and other documents have no column for it", () => {
  const shown = (body: string) => {
    const document = parsePostmortem({ path: "a.md", text: `# Q\n\n${body}\n` }, CONTEXT);
    const { columns, rows } = timesSection(document, "UTC");
    return [columns.map(({ key }) => key), rows[0]?.slice(0, 3)];
  };
  expect(shown("**Started:** between 2026-02-03 09:10 and 09:40 UTC")).toEqual([
    ["milestone", "at", "latest", "from", "how"],
    ["started", "2026-02-03T09:10Z", "2026-02-03T09:40Z"],
  ]);
  expect(shown("**Started:** 2026-02-03 09:10 UTC")[0]).toEqual(["milestone", "at", "from", "how"]);
});
