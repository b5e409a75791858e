import { describe, expect, test } from "vitest";
import {
  describeSpan,
  isoDate,
  isoInstant,
  isoMonth,
  isTimeZone,
  parsePeriod,
} from "../../../src/core/time/calendar.ts";

const at = (text: string) => Date.parse(text);

describe("dates of an instant", () => {
  test("are cut in the zone", () => {
    const lateOnNewYear = at("2025-12-31T23:30Z");
    expect(isoDate(lateOnNewYear, "UTC")).toBe("2025-12-31");
    expect(isoDate(lateOnNewYear, "Europe/Berlin")).toBe("2026-01-01");
    expect(isoMonth(lateOnNewYear, "America/New_York")).toBe("2025-12");
    expect(isoMonth(lateOnNewYear, "Europe/Berlin")).toBe("2026-01");
  });

  test("an instant is cut to its minute", () => {
    expect(isoInstant(at("2026-03-14T02:15:59.999Z"))).toBe("2026-03-14T02:15Z");
  });
});

test.each([
  ["UTC", true],
  ["Europe/Berlin", true],
  ["europe/berlin", true],
  ["Europe/Atlantis", false],
  ["", false],
  ["2026-01-01T00:00Z", false],
])("isTimeZone(%j) is %j", (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

test.each([
  ["6mo", { count: 6, unit: "months" }],
  ["90d", { count: 90, unit: "days" }],
  ["2q", { count: 6, unit: "months" }],
  ["1y", { count: 1, unit: "years" }],
  [" 3w ", { count: 3, unit: "weeks" }],
  ["0d", null],
  ["6", null],
  ["6m", null],
  ["-6mo", null],
  ["1.5y", null],
  ["6 months", null],
  ["99999d", null],
  ["", null],
])("parsePeriod(%j)", (text, expected) => {
  expect(parsePeriod(text)).toEqual(expected);
});

test.each([
  ["2026-01-01T00:00Z", "2026-07-01T00:00Z", "6 months"],
  ["2026-06-01T00:00Z", "2026-07-01T00:00Z", "1 month"],
  ["2025-07-01T00:00Z", "2026-07-01T00:00Z", "1 year"],
  ["2024-07-01T00:00Z", "2026-07-01T00:00Z", "2 years"],
  ["2026-02-28T00:00Z", "2026-08-31T00:00Z", "6 months"],
  ["2026-01-01T00:00Z", "2026-07-01T12:00Z", "6 months"],
  ["2024-11-26T00:00Z", "2026-11-26T18:00Z", "2 years"],
  ["2026-01-01T01:00Z", "2026-07-01T12:00Z", "181 days"],
  ["2026-04-02T00:00Z", "2026-07-01T00:00Z", "90 days"],
  ["2026-06-30T00:00Z", "2026-07-01T00:00Z", "1 day"],
  ["2024-01-01T00:00Z", "2025-07-01T00:00Z", "18 months"],
  ["2018-01-01T00:00Z", "2026-07-01T00:00Z", "8 years 6 months"],
  // At whatever time of its last day a window ends.
  ["2026-01-01T00:00Z", "2026-01-12T01:00Z", "11 days"],
  ["2026-01-01T00:00Z", "2026-01-12T23:00Z", "11 days"],
  ["2026-01-12T00:00Z", "2026-01-12T09:00Z", "1 day"],
])("describeSpan from %s to %s is %s", (since, until, expected) => {
  expect(describeSpan(at(since), at(until), "UTC")).toBe(expected);
});
