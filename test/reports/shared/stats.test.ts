import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { medianEstimate, p90Estimate } from "../../../src/reports/shared/figures.ts";
import { median } from "../../../src/reports/shared/stats.ts";

const minutes = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 40 });
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe("quantiles of type 7: rank h = (n − 1)·p, interpolated between neighbours", () => {
  // numpy.percentile([15, 20, 35, 40, 50], 90): h = 4 × 0.9 = 3.6, so 40 + 0.6 × (50 − 40) = 46.
  test("five values", () => {
    expect(median([50, 15, 40, 20, 35])).toBe(35);
    expect(p90Estimate([50, 15, 40, 20, 35]).value).toBeCloseTo(46, 10);
  });

  // As text, 100 would sort before 9. h = 5 × 0.9 = 4.5, so 30 + 0.5 × (100 − 30) = 65.
  test("values are ordered as numbers", () => {
    expect(median([9, 100, 30, 8, 7, 6])).toBe(8.5);
    expect(p90Estimate([9, 100, 30, 8, 7, 6]).value).toBeCloseTo(65, 10);
  });
});

// Order statistics at 95 %: the extremes of six values miss the median in 2 of 64 cases.
test("a median has bounds from six values on, a 90th percentile from 29 and both from 36", () => {
  const unbound = { low: null, high: null, coverage: null };
  expect(medianEstimate(upTo(5))).toEqual({ value: 3, ...unbound, of: 5 });
  const six = { low: 1, high: 6, coverage: 62 / 64, of: 6 };
  expect(medianEstimate(upTo(6))).toEqual({ value: 3.5, ...six });
  expect(p90Estimate(upTo(4))).toEqual({ value: null, ...unbound, of: 4 });
  expect(p90Estimate(upTo(28))).toMatchObject(unbound);
  expect(p90Estimate(upTo(29))).toMatchObject({ low: null, high: 29 });
  expect(p90Estimate(upTo(29)).coverage).toBeCloseTo(1 - 0.9 ** 29, 12);
  expect(p90Estimate(upTo(36)).low).toBeGreaterThan(0);
  expect(p90Estimate(upTo(36)).high).toBe(36);
});

test("no value has no figure", () => {
  expect(median([])).toBeNull();
  expect(medianEstimate([])).toEqual({ value: null, low: null, high: null, coverage: null, of: 0 });
});

test("no more than half of the values lie on either side of the median, in whatever order", () => {
  fc.assert(
    fc.property(minutes, (values) => {
      const middle = median(values) ?? Number.NaN;
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(
        values.length / 2,
      );
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(
        values.length / 2,
      );
      expect(median(values.toReversed())).toBe(middle);
    }),
  );
});

test("bounds stand around the figure, and median, 90th percentile and maximum in that order", () => {
  fc.assert(
    fc.property(minutes, (values) => {
      const [middle, tail] = [medianEstimate(values), p90Estimate(values)];
      const longest = Math.max(...values);
      expect(middle.low ?? 0).toBeLessThanOrEqual(middle.value ?? Number.NaN);
      expect(middle.high ?? longest).toBeGreaterThanOrEqual(middle.value ?? Number.NaN);
      expect(middle.value).toBeLessThanOrEqual(tail.value ?? longest);
      expect(tail.value ?? longest).toBeLessThanOrEqual(tail.high ?? longest);
    }),
  );
});
