import fc from "fast-check";
import { expect, test } from "vitest";
import { periodName, periodsBetween, type Step } from "../../../src/core/time/periods.ts";

const at = (text: string) => Date.parse(text);

test.each<[Step, string, string, string]>([
  ["month", "2026-03-31T23:30Z", "UTC", "2026-03"],
  ["month", "2026-03-31T23:30Z", "Europe/Berlin", "2026-04"],
  ["quarter", "2026-03-31T23:30Z", "UTC", "2026-Q1"],
  ["quarter", "2026-12-01T00:00Z", "UTC", "2026-Q4"],
  ["year", "2025-12-31T23:30Z", "Europe/Berlin", "2026"],
])("the %s of %s in %s is %s", (step, instant, zone, expected) => {
  expect(periodName(at(instant), step, zone)).toBe(expected);
});

test("periods in part, as far as the window covers them", () => {
  expect(periodsBetween(at("2026-01-16T12:00Z"), at("2026-03-01T00:00Z"), "month", "UTC")).toEqual([
    { name: "2026-01", months: 0.5 },
    { name: "2026-02", months: 1 },
  ]);
  expect(
    periodsBetween(at("2025-10-01T00:00Z"), at("2026-04-01T00:00Z"), "quarter", "UTC"),
  ).toEqual([
    { name: "2025-Q4", months: 3 },
    { name: "2026-Q1", months: 3 },
  ]);
  expect(periodsBetween(at("2026-01-01T00:00Z"), at("2026-01-01T00:00Z"), "year", "UTC")).toEqual(
    [],
  );
});

test("every instant of a window lies in one of its periods", () => {
  const day = 864e5;
  const instant = fc.integer({ min: at("2020-01-01"), max: at("2026-01-01") });
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 1, max: 900 * day }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.constantFrom<Step>("month", "quarter", "year"),
      fc.constantFrom("UTC", "America/New_York"),
      (since, length, share, step, zone) => {
        const periods = periodsBetween(since, since + length, step, zone);
        const names = periods.map(({ name }) => name);
        expect(names).toContain(periodName(since + Math.floor(length * share), step, zone));
        expect(names).toEqual([...new Set(names)].toSorted());
        expect(periods.every(({ months }) => months > 0)).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});
