import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  hodgesLehmann,
  MOST_FOR_EXACT,
  stratifiedHodgesLehmann,
} from "../../src/statistics/hodges-lehmann.ts";
import { expectAsInR, rCases } from "./r-values.ts";

interface Samples {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

interface TwoStrata {
  readonly x1: readonly number[];
  readonly y1: readonly number[];
  readonly x2: readonly number[];
  readonly y2: readonly number[];
}

interface Sizes {
  readonly m: number;
  readonly n: number;
}

interface StrataSizes {
  readonly m1: number;
  readonly n1: number;
  readonly m2: number;
  readonly n2: number;
}

/** Sizes of two groups whose pairwise differences are all different: 1, 2, 3 … in order. */
function spread(m: number, n: number, from = 0) {
  return {
    group: Array.from({ length: m }, (_, i) => from + 1 + i * n),
    reference: Array.from({ length: n }, (_, j) => -j),
  };
}

const sample = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 });

describe("as in R", () => {
  test.each(rCases<Samples>("hodges-lehmann"))("without ties: $input", (fixture) => {
    const shift = hodgesLehmann(fixture.input.x, fixture.input.y);
    const { low, high } = shift?.interval ?? { low: null, high: null };
    expectAsInR([shift?.estimate ?? null, low, high, shift?.p ?? null], fixture);
    expect(shift?.exact).toBe(true);
  });

  test.each(rCases<Samples>("rank-sum-ties"))("p with ties: $input", (fixture) => {
    expectAsInR([hodgesLehmann(fixture.input.x, fixture.input.y)?.p ?? null], fixture);
  });

  test.each(rCases<Samples>("rank-sum-normal"))("p of many", (fixture) => {
    const shift = hodgesLehmann(fixture.input.x, fixture.input.y);
    expectAsInR([shift?.p ?? null], fixture);
    expect(shift?.exact).toBe(false);
  });

  test.each(rCases<Sizes>("rank-sum-coverage"))("rank and coverage of $input", (fixture) => {
    const { m, n } = fixture.input;
    const interval = hodgesLehmann(spread(m, n).group, spread(m, n).reference)?.interval;
    expectAsInR([interval?.low ?? null, interval?.coverage ?? null], fixture);
    expect(interval?.high).toBe(m * n + 1 - (interval?.low ?? 0));
  });

  test.each(rCases<TwoStrata>("rank-sum-strata"))("p of two strata: $input", (fixture) => {
    const { x1, y1, x2, y2 } = fixture.input;
    const strata = [
      { group: x1, reference: y1 },
      { group: x2, reference: y2 },
    ];
    expectAsInR([stratifiedHodgesLehmann(strata)?.p ?? null], fixture);
  });

  test.each(rCases<StrataSizes>("strata-coverage"))("bounds of two strata: $input", (fixture) => {
    const { m1, n1, m2, n2 } = fixture.input;
    // All differences are different, and their order is that of their ranks.
    const strata = [spread(m1, n1), spread(m2, n2, m1 * n1)];
    const interval = stratifiedHodgesLehmann(strata)?.interval;
    expectAsInR([interval?.low ?? null, interval?.coverage ?? null], fixture);
    expect(interval?.high).toBe(m1 * n1 + m2 * n2 + 1 - (interval?.low ?? 0));
  });
});

test("the median of all differences", () => {
  // 10 − 7, 10 − 4, 20 − 7, 20 − 4: 3, 6, 13, 16.
  expect(hodgesLehmann([10, 20], [7, 4])?.estimate).toBe(9.5);
});

test("three against three claim no interval at 95 %, four against four do", () => {
  expect(hodgesLehmann([7, 8, 9], [1, 2, 3])).toMatchObject({ interval: null, p: 2 / 20 });
  expect(hodgesLehmann([7, 8, 9, 11], [1, 2, 3, 5])?.interval).toEqual({
    low: 2,
    high: 10,
    coverage: 1 - 2 / 70,
  });
});

test("nothing to compare with", () => {
  expect(hodgesLehmann([], [1])).toBeNull();
  expect(hodgesLehmann([1], [])).toBeNull();
  expect(stratifiedHodgesLehmann([])).toBeNull();
});

test("a stratum that lacks one side is left out, and not counted", () => {
  const both = { group: [30, 60, 45], reference: [20, 10] };
  const strata = [both, { group: [500], reference: [] }, { group: [], reference: [1, 2] }];
  expect(stratifiedHodgesLehmann(strata)).toEqual(stratifiedHodgesLehmann([both]));
  expect(stratifiedHodgesLehmann(strata)).toMatchObject({ groupCount: 3, referenceCount: 2 });
});

// P1 incidents take longer and have the gap more often: pooled, the gap seems to cost 36 minutes.
test("strata keep severities apart", () => {
  const strata = [
    { group: [60, 62, 64, 66], reference: [61, 63] },
    { group: [21], reference: [18, 20, 22, 24, 26, 28] },
  ];
  const pooled = hodgesLehmann(
    strata.flatMap(({ group }) => group),
    strata.flatMap(({ reference }) => reference),
  );
  expect(pooled?.estimate).toBe(36);
  expect(stratifiedHodgesLehmann(strata)?.estimate).toBe(0);
});

test("where all are equal, nothing is told, with few or with many", () => {
  const equal = (count: number) => Array<number>(count).fill(15);
  expect(hodgesLehmann(equal(5), equal(5))).toMatchObject({ estimate: 0, p: 1 });
  expect(hodgesLehmann(equal(60), equal(60))).toMatchObject({ estimate: 0, p: 1, exact: false });
});

test("above the bound, the normal approximation gives nearly the same", () => {
  const values = (count: number, step: number) =>
    Array.from({ length: count }, (_, i) => ((i * step) % 101) + i / 1000);
  const [x, y] = [values(50, 37), values(50, 53).map((value) => value + 8)];
  const exact = hodgesLehmann(x, y);
  const approximate = hodgesLehmann([...x, 40.5], y);
  expect(x.length + y.length).toBe(MOST_FOR_EXACT);
  expect([exact?.exact, approximate?.exact]).toEqual([true, false]);
  expect(approximate?.interval?.coverage).toBeCloseTo(exact?.interval?.coverage ?? 0, 3);
  expect(Math.abs((approximate?.p ?? 0) - (exact?.p ?? 0))).toBeLessThan(0.02);
});

describe("a shift", () => {
  test("moves with the group, and turns with its sign", () => {
    fc.assert(
      fc.property(sample, sample, fc.integer({ min: -50, max: 50 }), (x, y, by) => {
        const one = hodgesLehmann(x, y);
        const moved = hodgesLehmann(
          x.map((value) => value + by),
          y,
        );
        const turned = hodgesLehmann(y, x);
        expect(moved?.estimate).toBe((one?.estimate ?? 0) + by);
        expect(moved?.interval?.low).toBe(one?.interval ? one.interval.low + by : undefined);
        expect((turned?.estimate ?? 0) + (one?.estimate ?? 0)).toBe(0);
        expect(turned?.p).toBeCloseTo(one?.p ?? 0, 12);
      }),
    );
  });

  test("lies in its interval, which covers at least 95 %", () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const { estimate = NaN, interval = null, p = NaN } = hodgesLehmann(x, y) ?? {};
        if (!(0 <= p && p <= 1)) return false;
        if (interval === null) return true;
        return interval.low <= estimate && estimate <= interval.high && interval.coverage >= 0.95;
      }),
    );
  });

  test("without ties, the interval holds 0 exactly where p is above 5 %", () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 999 }), {
      minLength: 8,
      maxLength: 20,
    });
    fc.assert(
      fc.property(distinct, fc.integer({ min: 4, max: 12 }), (values, m) => {
        fc.pre(values.length - m >= 4);
        const { interval = null, p = NaN } =
          hodgesLehmann(values.slice(0, m), values.slice(m)) ?? {};
        if (interval === null) return false;
        return (interval.low <= 0 && 0 <= interval.high) === p > 0.05;
      }),
    );
  });
});
