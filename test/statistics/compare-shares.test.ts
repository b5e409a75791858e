import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareShares } from "../../src/statistics/compare-shares.ts";
import { expectAsInR, rCases } from "./r-values.ts";

interface Input {
  readonly a: number;
  readonly m: number;
  readonly b: number;
  readonly n: number;
}

function compared({ a, m, b, n }: Input) {
  return compareShares({ count: a, of: m }, { count: b, of: n });
}

const part = fc
  .integer({ min: 1, max: 60 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
const inputs = fc.tuple(part, part).map(([[a, m], [b, n]]) => ({ a, m, b, n }));

describe("as in R", () => {
  test.each(rCases<Input>("share-p"))("p of $input", (fixture) => {
    expectAsInR([compared(fixture.input).p], fixture);
  });

  // uniroot of R gives about 12 digits of the logarithm.
  test.each(rCases<Input>("share-odds"))("odds ratio of $input", (fixture) => {
    const { low, high } = compared(fixture.input).oddsRatioInterval;
    expectAsInR([low, high], fixture);
  });

  test.each(rCases<Input>("share-ratio"))("ratio of $input", (fixture) => {
    const { interval } = compared(fixture.input);
    expectAsInR([interval?.low ?? null, interval?.high ?? null], fixture, 1e-8);
  });
});

// Koopman (1984): 36 of 40 against 16 of 80, ratio 4.5, 2.94 to 7.15.
test("the example of the paper", () => {
  const { ratio, interval, direction } = compared({ a: 36, m: 40, b: 16, n: 80 });
  expect(ratio).toBe(4.5);
  expect(interval?.low).toBeCloseTo(2.94, 2);
  expect(interval?.high).toBeCloseTo(7.15, 2);
  expect(direction).toBe("higher");
});

test.each([
  { a: 0, m: 9, b: 0, n: 7 },
  { a: 0, m: 0, b: 3, n: 7 },
  { a: 3, m: 9, b: 0, n: 0 },
])("nothing to compare: $a of $m, $b of $n", (input) => {
  expect(compared(input)).toEqual({
    p: 1,
    direction: "same",
    ratio: null,
    interval: null,
    oddsRatioInterval: { low: 0, high: Infinity },
  });
});

test("more than all is no share", () => {
  expect(() => compared({ a: 10, m: 9, b: 0, n: 7 })).toThrow(RangeError);
});

test("all of both: a ratio of 1, as far as so few can tell", () => {
  const { p, ratio, interval } = compared({ a: 5, m: 5, b: 8, n: 8 });
  expect({ p, ratio }).toEqual({ p: 1, ratio: 1 });
  // With all of both, the chi square at a ratio r below 1 is 5(1 − r)/r.
  const chiSquare = 1.959963984540054 ** 2;
  expect(interval?.low).toBeCloseTo(5 / (5 + chiSquare), 9);
  expect(interval?.high).toBeCloseTo((8 + chiSquare) / 8, 9);
});

describe("two shares", () => {
  test("both intervals hold their ratio; that of the odds holds 1 exactly where p is above 5 %", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { p, ratio, interval, oddsRatioInterval } = compared(input);
        // At 5 % itself, as for 1 of 1 beside 0 of 19, rounding decides.
        fc.pre(Math.abs(p - 0.05) > 1e-9);
        const holdsOne = oddsRatioInterval.low <= 1 && 1 <= oddsRatioInterval.high;
        expect(holdsOne).toBe(p > 0.05);
        if (ratio === null || interval === null) return;
        expect(interval.low).toBeLessThanOrEqual(ratio * (1 + 1e-9));
        expect(interval.high).toBeGreaterThanOrEqual(ratio * (1 - 1e-9));
      }),
    );
  });

  test("swapped, they have the same p and the inverse ratio", () => {
    fc.assert(
      fc.property(inputs, ({ a, m, b, n }) => {
        const one = compared({ a, m, b, n });
        const other = compared({ a: b, m: n, b: a, n: m });
        expect(other.p).toBeCloseTo(one.p, 9);
        if (one.interval === null || a === 0 || b === 0) return;
        expect((other.interval?.low ?? 0) * one.interval.high).toBeCloseTo(1, 7);
      }),
    );
  });

  test("further apart, p is smaller", () => {
    fc.assert(
      fc.property(inputs, ({ a, m, b, n }) => {
        // Where the odds, as the middle of the two tails estimates them, are above 1: near equal shares
        // the other tail may be the smaller one, and p rises to 1 before it falls.
        const { low } = compareShares(
          { count: a, of: m },
          { count: b, of: n },
          1e-9,
        ).oddsRatioInterval;
        fc.pre(a < m && low > 1);
        return compared({ a: a + 1, m, b, n }).p <= compared({ a, m, b, n }).p + 1e-12;
      }),
    );
  });
});
