import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRates } from "../../src/statistics/compare-rates.ts";
import { expectAsInR, rCases } from "./r-values.ts";

interface Input {
  readonly a: number;
  readonly e: number;
  readonly b: number;
  readonly f: number;
}

function compared({ a, e, b, f }: Input) {
  return compareRates({ count: a, exposure: e }, { count: b, exposure: f });
}

const count = fc.integer({ min: 0, max: 60 });
const exposure = fc.integer({ min: 1, max: 400 });
const inputs = fc.record({ a: count, e: exposure, b: count, f: exposure });

describe("as in R", () => {
  test.each(rCases<Input>("rate-p"))("p of $input", (fixture) => {
    expectAsInR([compared(fixture.input).p], fixture);
  });

  test.each(rCases<Input>("rate-interval"))("ratio of $input", (fixture) => {
    const { interval } = compared(fixture.input);
    expectAsInR([interval?.low ?? null, interval?.high ?? null], fixture);
  });
});

test("what is compared, and which way it points", () => {
  const twice = compareRates({ count: 8, exposure: 30 }, { count: 4, exposure: 30 });
  expect(twice).toMatchObject({ ratio: 2, direction: "higher" });
  const fewer = compareRates({ count: 4, exposure: 60 }, { count: 4, exposure: 30 });
  expect(fewer).toMatchObject({ ratio: 0.5, direction: "lower" });
  const none = compareRates({ count: 0, exposure: 60 }, { count: 4, exposure: 30 });
  expect(none).toMatchObject({ ratio: 0, direction: "lower", interval: { low: 0 } });
  const before = compareRates({ count: 4, exposure: 60 }, { count: 0, exposure: 30 });
  expect(before).toMatchObject({ ratio: Infinity, interval: { high: Infinity } });
});

test("no events at all say nothing", () => {
  const nothing = { p: 1, direction: "same", ratio: null, interval: null };
  expect(compareRates({ count: 0, exposure: 5 }, { count: 0, exposure: 9 })).toEqual(nothing);
});

test("an exposure is above 0", () => {
  expect(() => compareRates({ count: 0, exposure: 0 }, { count: 0, exposure: 9 })).toThrow(
    RangeError,
  );
});

describe("two rates", () => {
  test("the interval holds the ratio, and 1 exactly where p is above 5 %", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { p, ratio, interval } = compared(input);
        if (ratio === null || interval === null) return p === 1;
        const { low, high } = interval;
        const holdsOne = low <= 1 && 1 <= high;
        return low <= ratio && ratio <= high && holdsOne === p > 0.05;
      }),
    );
  });

  test("swapped, they have the same p and the inverse interval", () => {
    fc.assert(
      fc.property(inputs, ({ a, e, b, f }) => {
        const one = compared({ a, e, b, f });
        const other = compared({ a: b, e: f, b: a, f: e });
        expect(other.p).toBeCloseTo(one.p, 9);
        if (one.interval === null || a === 0 || b === 0) return;
        expect((other.interval?.low ?? 0) * one.interval.high).toBeCloseTo(1, 9);
      }),
    );
  });
});
