import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { median, summarizeMinutes } from "../../../src/reports/shared/stats.ts";

const minutes = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 30 });

describe("quantiles of type 7: rank h = (n − 1)·p, interpolated between neighbours", () => {
  // numpy.percentile([15, 20, 35, 40, 50], 90): h = 4 × 0.9 = 3.6, so 40 + 0.6 × (50 − 40) = 46.
  test("five values", () => {
    const expected = { count: 5, median: 35, p90: 46, max: 50 };
    expect(summarizeMinutes([50, 15, 40, 20, 35])).toEqual(expected);
  });

  // h = 9 × 0.9 = 8.1, so 9 + 0.1 × (10 − 9) = 9.1; median h = 4.5, so 5.5.
  test("one to ten", () => {
    const values = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(summarizeMinutes(values)).toEqual({ count: 10, median: 5.5, p90: 9.1, max: 10 });
  });

  // As text, 100 would sort before 9. h = 5 × 0.9 = 4.5, so 30 + 0.5 × (100 − 30) = 65.
  test("values are ordered as numbers", () => {
    const values = [9, 100, 30, 8, 7, 6];
    expect(summarizeMinutes(values)).toEqual({ count: 6, median: 8.5, p90: 65, max: 100 });
  });

  // h = 6 × 0.9 = 5.4, so 60 + 0.4 × (77 − 60) = 66.8, which binary interpolation misses by 1e-14.
  test("minutes carry no digits of binary interpolation", () => {
    expect(summarizeMinutes([1, 2, 3, 4, 5, 60, 77]).p90).toBe(66.8);
  });
});

test("fewer than five values have no 90th percentile", () => {
  expect(summarizeMinutes([4, 3, 2, 1])).toEqual({ count: 4, median: 2.5, p90: null, max: 4 });
});

test("no value has no figure", () => {
  expect(summarizeMinutes([])).toEqual({ count: 0, median: null, p90: null, max: null });
  expect(median([])).toBeNull();
});

test("the median of shares is not rounded", () => {
  expect(median([1 / 3])).toBe(1 / 3);
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

test("median, 90th percentile and maximum stand in that order", () => {
  fc.assert(
    fc.property(minutes, (values) => {
      const summary = summarizeMinutes(values);
      const [middle, longest] = [summary.median ?? Number.NaN, summary.max ?? Number.NaN];
      expect(middle).toBeLessThanOrEqual(summary.p90 ?? longest);
      expect(summary.p90 ?? middle).toBeLessThanOrEqual(longest);
      expect(longest).toBe(Math.max(...values));
    }),
  );
});
