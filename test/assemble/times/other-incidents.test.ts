import { expect, test } from "vitest";
import { told } from "../../support/told.ts";

const times = (text: string) =>
  told(`# Q\n\n**Date:** 2026-03-14\n\n${text}\n`).map((one) => one.replace("2026-03-14T", ""));

test("times behind another day in their sentence are those of another incident, in doubt", () => {
  const text =
    "Like on 1 March, when refunds failed from 10:00 UTC until 11:00 UTC, refunds failed from 14:02 UTC on 14 March.";
  expect(times(`## Summary\n\n${text}\n`)).toEqual(["started 14:02?", "resolved 11:00?"]);
});

test("a drill is no incident: the start after it comes first", () => {
  const text =
    "## Summary\n\nThe drill ran from 09:00 UTC to 10:00 UTC.\n\n## Incident\n\nRefunds failed from 14:02 UTC to 15:10 UTC.\n";
  expect(times(text)).toEqual(["started 14:02", "resolved 15:10"]);
});

test("a start behind an earlier stretch that was over comes before that, unless it comes back", () => {
  const first = "A load test ran from 09:00 UTC until 10:00 UTC.";
  const found = (second: string) => times(`## Summary\n\n${first} ${second}\n`)[0];
  expect(found("Refunds failed between 14:02 UTC and 15:10 UTC.")).toBe("started 14:02?");
  expect(found("It failed again between 14:02 UTC and 15:10 UTC.")).toBe("started 09:00");
});

const ROWS =
  "## Timeline (UTC)\n\n- 14:02 refunds begin to fail\n- 14:09 alert fires\n- 14:40 rollback started\n";

test.each([
  "The incident was closed at 15:10 UTC once all queues were empty.",
  "Everything was stable again at 15:10 UTC.",
])("a sentence below the rows tells the end that no row tells, in doubt: %s", (text) => {
  expect(times(`${ROWS}\n${text}\n`)).toContain("resolved 15:10?");
});

test.each(["The review meeting was closed at 17:30 UTC.", "The postmortem was over at 17:30 UTC."])(
  "a sentence below the rows on what was held afterwards tells no end: %s",
  (text) => {
    expect(times(`${ROWS}\n${text}\n`)).not.toContain("resolved 17:30?");
  },
);
