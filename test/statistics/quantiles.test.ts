import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  medianInterval,
  quantile,
  quantileBounds,
  quantileInterval,
  type Side,
} from "../../src/statistics/quantiles.ts";
import { seededRandom } from "../../src/statistics/random.ts";
import { expectAsInR, rCases } from "./r-values.ts";

const values = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 120 });

/** 1 to n, so that a value is its rank. */
function ranks(n: number): readonly number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}

test.each(rCases<{ values: readonly number[]; share: number }>("quantile"))(
  "a quantile as in R: $input",
  (fixture) => {
    expectAsInR([quantile(fixture.input.values, fixture.input.share)], fixture, 1e-15);
  },
);

test("no values, no quantile", () => {
  expect(quantile([], 0.5)).toBeNull();
  expect(medianInterval([])).toBeNull();
  expect(quantileInterval([], 0.9)).toBeNull();
});

interface RankInput {
  readonly n: number;
  readonly share: number;
  readonly tail: number;
}

describe("ranks and coverage of bounds are those of R's binomial", () => {
  test.each(rCases<RankInput>("quantile-ranks"))("$input", ({ input, value }) => {
    const { n, share, tail } = input;
    const [lower = 0, upper = 0, missedLow = 0, missedHigh = 0] = value.map((v) => v ?? NaN);
    const below = quantileBounds(ranks(n), share, "lower", 1 - tail);
    const above = quantileBounds(ranks(n), share, "upper", 1 - tail);
    const both = quantileBounds(ranks(n), share, "both", 1 - 2 * tail);
    expect(below?.low ?? 0).toBe(lower);
    expect(above === null ? 0 : n + 1 - (above.high ?? NaN)).toBe(upper);
    if (below !== null) expect(below.coverage).toBeCloseTo(1 - missedLow, 11);
    if (above !== null) expect(above.coverage).toBeCloseTo(1 - missedHigh, 11);
    expect(both === null).toBe(lower === 0 || upper === 0);
    if (both === null) return;
    expect(both).toMatchObject({ low: lower, high: n + 1 - upper });
    expect(both.coverage).toBeCloseTo(1 - missedLow - missedHigh, 11);
  });
});

describe("what the number of values allows at 95 %", () => {
  test.each([
    { n: 5, low: null, high: null },
    { n: 6, low: 1, high: 6 },
    { n: 11, low: 2, high: 10 },
  ])("median of $n", ({ n, low, high }) => {
    const interval = medianInterval(ranks(n));
    expect([interval?.low ?? null, interval?.high ?? null]).toEqual([low, high]);
  });

  test("the least and the most of six cover the median in 62 of 64 cases", () => {
    expect(medianInterval([30, 5, 12, 61, 7, 20])).toEqual({ low: 5, high: 61, coverage: 62 / 64 });
  });

  test.each([
    { n: 1, low: null, high: null },
    { n: 2, low: 1, high: null },
    { n: 28, low: 22, high: null },
    { n: 29, low: null, high: 29 },
    { n: 35, low: null, high: 35 },
    { n: 36, low: 29, high: 36 },
  ])("90th percentile of $n", ({ n, low, high }) => {
    const interval = quantileInterval(ranks(n), 0.9);
    expect([interval?.low ?? null, interval?.high ?? null]).toEqual([low, high]);
  });
});

describe("bounds", () => {
  test("hold the quantile, and cover at least what was asked for", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0.5, 0.75, 0.9), (given, share) => {
        const interval = quantileInterval(given, share);
        if (interval === null) return true;
        const middle = quantile(given, share) ?? NaN;
        const { low, high, coverage } = interval;
        return (low ?? -Infinity) <= middle && middle <= (high ?? Infinity) && coverage >= 0.95;
      }),
    );
  });

  test("are there for more values wherever they are there for fewer", () => {
    fc.assert(
      fc.property(values, fc.constantFrom<Side>("both", "lower", "upper"), (given, side) => {
        if (quantileBounds(given, 0.9, side) === null) return true;
        return quantileBounds([...given, 1], 0.9, side) !== null;
      }),
    );
  });

  test("cover the median of a skewed distribution as often as they say", () => {
    const random = seededRandom(20);
    const draws = Array.from({ length: 4000 }, () =>
      medianInterval(Array.from({ length: 9 }, () => -Math.log(1 - random()))),
    );
    const covered = draws.filter(
      (interval) => (interval?.low ?? NaN) <= Math.LN2 && Math.LN2 <= (interval?.high ?? NaN),
    ).length;
    // Four standard errors around 96.1 %, the coverage for nine values.
    expect(draws[0]?.coverage).toBeCloseTo(1 - 20 / 512, 12);
    expect(Math.abs(covered / 4000 - (1 - 20 / 512))).toBeLessThan(4 * Math.sqrt(0.04 / 4000));
  });
});
