import { expect, test } from "vitest";
import { told } from "../../support/told.ts";

function document(...lines: readonly string[]): string {
  return `# Q\n\nDate: 2026-03-22\n\n${lines.map((line) => `- ${line}`).join("\n")}\n\nThe limiter was off.\n`;
}

test("the ends of a span behind a length are the milestones between which it runs", () => {
  const text = document(
    "TTD: 12 min (09:02 → 09:14 UTC)",
    "Time to mitigate: 40 minutes (09:02 – 09:42 UTC)",
    "MTTR: 56 min (09:02 → 09:58 UTC)",
  );
  expect(told(text)).toEqual([
    "started 2026-03-22T09:02",
    "detected 2026-03-22T09:14",
    "mitigated 2026-03-22T09:42",
    "resolved 2026-03-22T09:58",
  ]);
});

test("a time to resolve alone may count from the detection, so that its start is in doubt", () => {
  const found = told(document("**MTTR:** 70 min (17:30 → 18:40 UTC)"));
  expect(found).toEqual(["started 2026-03-22T17:30?", "resolved 2026-03-22T18:40"]);
});

test.each([
  "MTTR: 30 min (12:00 → 13:50 UTC)",
  "MTTR: 110 min (12:00 UTC first report → 13:50 UTC confirmed good)",
])("both ends are in doubt where the length is another, or words say what they are: %s", (line) => {
  expect(told(document(line))).toEqual(["started 2026-03-22T12:00?", "resolved 2026-03-22T13:50?"]);
});

test("in a table of figures, too", () => {
  const text = `# Q\n\nDate: 2026-03-22\n\n| Metric | Value |\n|---|---|\n| TTD | 12 min (09:02 → 09:14 UTC) |\n`;
  expect(told(text)).toEqual(["started 2026-03-22T09:02", "detected 2026-03-22T09:14"]);
});

test("a span of the evening may end on the day after", () => {
  expect(told(document("Duration: 75 minutes (23:40 → 00:55 UTC)"))).toEqual([
    "started 2026-03-22T23:40",
    "resolved 2026-03-23T00:55",
  ]);
  expect(told(document("Duration: 10:40 → 09:55 UTC"))).toEqual(["started 2026-03-22"]);
});
