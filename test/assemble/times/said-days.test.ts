import { describe, expect, test } from "vitest";
import { told } from "../../support/told.ts";

/** A post with the day on which it was written. */
function post(date: string, text: string): string {
  return `---\ntitle: Sorry\nauthor: ops\ndate: ${date}\n---\n\n${text}`;
}

describe("days and times of day that a story tells in words", () => {
  test.each([
    [
      "yesterday and today, from the day of writing on",
      post(
        "2026-07-10",
        "Yesterday at 23:10 UTC our storage failed. It was restored today at 02:40 UTC.",
      ),
      ["started 2026-07-09T23:10?", "resolved 2026-07-10T02:40?"],
    ],
    [
      "a weekday before the day of writing",
      post(
        "2026-06-17",
        "On Monday at 13:05 UTC, the payment service went down. We fixed it at 14:00 UTC.",
      ),
      ["started 2026-06-15T13:05?", "resolved 2026-06-15T14:00?"],
    ],
    [
      "the next morning",
      "# API outage, 2 March 2026\n\nAt 9:50pm UTC the API went down. It was fixed the next morning at 9:05am UTC.",
      ["started 2026-03-02T21:50?", "resolved 2026-03-03T09:05"],
    ],
    [
      "a time after midnight, in doubt",
      "# Disk outage, 4 May 2026\n\nOur disk failed at 23:40 UTC. By 00:50 UTC service was restored.",
      ["started 2026-05-04T23:40?", "resolved 2026-05-05T00:50?"],
    ],
    [
      "the next day, counted from before midnight",
      "# Storage outage, 12 July 2026\n\nUploads broke at 19:30 UTC. At midnight UTC we were still restoring. At 3:20 UTC the next day uploads worked again.",
      ["started 2026-07-12T19:30?", "resolved 2026-07-13T03:20"],
    ],
    [
      "midnight and noon",
      "# Portal outage on 9 March 2026\n\nThe portal was unavailable from approximately midnight until noon UTC.",
      ["started 2026-03-09T00:00", "resolved 2026-03-09T12:00"],
    ],
    [
      "a day that stands before the events, and rows below headings with their times",
      "# Queue outage\n\n## Timeline\n\nAll on Friday May 8th 2026, times in UTC.\n\n### 13:36 Outage begins\n\nJobs stop.\n\n### 14:00 Restoring\n\nWe restored it.\n\n### 15:50 Recovery\n\nThe incident is resolved.",
      ["started 2026-05-08T13:36", "resolved 2026-05-08T15:50?"],
    ],
    [
      "a day without a year, before that of writing",
      post("2026-01-07", "On 23rd October at 4:19 AM UTC the queue failed."),
      ["started 2025-10-23T04:19?"],
    ],
    [
      "the first of two times that are written in two ways",
      "# Login outage, 11 April 2026\n\nFrom 8am until 12:00 UTC customers could not log in.",
      ["started 2026-04-11T08:00", "resolved 2026-04-11T12:00"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test("what is so every day is none", () => {
    const text = "# Login outage, 11 April 2026\n\nThe job runs every day at noon UTC and failed.";
    expect(told(text)).toEqual(["started 2026-04-11"]);
  });
});

describe("what a story tells besides the incident", () => {
  test.each([
    [
      "until when nobody knew of it",
      "# Sync outage, 14 April 2026\n\nSync failed from 20:30 UTC. No one on our team knew about it until 22:15 UTC. By 23:00 UTC sync had recovered.",
      ["started 2026-04-14T20:30", "detected 2026-04-14T22:15", "resolved 2026-04-14T23:00"],
    ],
    [
      "of which hours data were lost",
      "# Restore of 3 May 2026\n\nOrders placed between 09:00 UTC and 11:30 UTC are gone. The disk failed at 11:30 UTC, and the shop was back online at 12:40 UTC.",
      ["started 2026-05-03T11:30?", "resolved 2026-05-03T12:40"],
    ],
    [
      "the same where nothing else is told, in doubt",
      "# Queue outage of 3 May 2026\n\nMessages sent between 09:00 UTC and 11:30 UTC were lost.",
      ["started 2026-05-03T09:00?", "resolved 2026-05-03T11:30?"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
