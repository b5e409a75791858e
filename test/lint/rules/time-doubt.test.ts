import { expect, test } from "vitest";
import { phaseDuration } from "../../../src/core/time/durations.ts";
import { read, reportsOf } from "../../support/context.ts";
import { lintDocument } from "../../support/lint-document.ts";

function withTimes(started: string, resolved: string): string {
  return `---\ntimes:\n  started: ${started}\n  resolved: ${resolved}\n---\n`;
}

test.each<readonly [what: string, document: string, path: string, expected: readonly string[]]>([
  ["an hour", withTimes("2026-03-14T02:15:00Z", "2026-03-14T03:15:00Z"), "2026-03-14-a.md", []],
  [
    "an end at the start",
    withTimes("2026-03-14T02:15:00Z", "2026-03-14T02:15:00Z"),
    "a.md",
    ["4:13 Unexpected end at the same time as the start"],
  ],
  [
    "31 days",
    withTimes("2026-03-14T02:15:00Z", "2026-04-14T02:15:00Z"),
    "a.md",
    ["4:13 Unexpected duration of 31 days"],
  ],
  ["30 days", withTimes("2026-03-14T02:15:00Z", "2026-04-13T02:15:00Z"), "a.md", []],
  [
    "another year than the file's name",
    withTimes("2025-03-14T02:15:00Z", "2025-03-14T03:15:00Z"),
    "2026-03-14-a.md",
    ["3:12 Unexpected start in 2025, where the file's name says 2026"],
  ],
  [
    "a name of the month after the turn of the year",
    withTimes("2025-12-30T02:15:00Z", "2025-12-30T03:15:00Z"),
    "2026-01-05-a.md",
    [],
  ],
  [
    "a start of which the bounds are known",
    "# A\n\n**Started:** between 2026-03-14 02:15 and 02:40 UTC\n**Resolved:** 2026-03-14 03:15 UTC\n",
    "a.md",
    ["3:1 Unexpected range for `started`, 2026-03-14T02:15Z to 2026-03-14T02:40Z"],
  ],
])("%s", (_what, document, path, expected) => {
  expect(lintDocument("time-doubt", document, { path })).toEqual(expected);
});

test.each([
  ["draft", []],
  ["final", ["8:3 Unexpected end at the same time as the start"]],
])("times that rows alone tell are doubted in no draft: %s", (status, expected) => {
  const rows = "## Timeline\n\n- 2026-03-14 02:15 UTC Resolved: the queue is empty.\n";
  const document = `---\ntitle: One\nstatus: ${status}\n---\n\n${rows}`;
  expect(lintDocument("time-doubt", document)).toEqual(expected);
});

test("an incident that ends when it starts has no durations", () => {
  const document = read(withTimes("2026-03-14T02:15:00Z", "2026-03-14T02:15:00Z"));
  expect(phaseDuration(document, "resolve")).toBeNull();
});

test.each([
  ["a year and twelve minutes, as a year was mistyped", "2025-03-14T02:15:00Z", null],
  ["two years", "2024-03-14T02:15:00Z", null],
  ["two months", "2026-01-14T02:27:00Z", 59 * 24 * 60],
  ["half a year", "2025-09-15T02:27:00Z", 180 * 24 * 60],
])("the durations of an incident of %s", (_what, started, expected) => {
  const document = read(withTimes(started, "2026-03-14T02:27:00Z"));
  expect(phaseDuration(document, "resolve")?.value ?? null).toBe(expected);
});

test.each([
  ["On Tuesday, 11 March 2026, orders were late.", ["Tuesday"]],
  ["On Wednesday, 11 March 2026, orders were late.", []],
  ["**Date:** Tuesday 2026-03-11", ["Tuesday"]],
  ["We met on Tuesday. On 11 March 2026 orders were late.", []],
  ["On Tuesday, 11 March, orders were late.", []],
  ["**Started:** Tue 2026-03-11 04:00 UTC", ["Tue"]],
  ["**Started:** Wed, 11 Mar 2026 04:00 UTC", []],
  ["**Started:** 2026-03-11 (Thu) 04:00 UTC", ["Thu"]],
  ["On 11 March 2026 (Wednesday) orders were late.", []],
  ["They sat 2026-03-11 in a queue.", []],
  ["Orders of 11 March 2026 were late. Monday 2026-03-16 is the review.", []],
])("the day of the week beside a date: %s", (text, expected) => {
  const found = reportsOf(read(`# Orders late\n\n${text}\n`)).flatMap(({ ruleId, message }) =>
    ruleId === "weekday-contradiction" ? [/`(.*?)`/.exec(message)?.[1]] : [],
  );
  expect(found).toEqual(expected);
});
