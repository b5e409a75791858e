import fc from "fast-check";
import { expect, test } from "vitest";
import { poissonInterval } from "../../src/statistics/poisson.ts";
import { expectAsInR, rCases } from "./r-values.ts";

interface Input {
  readonly x: number;
  readonly time: number;
  readonly confidence: number;
}

test.each(rCases<Input>("poisson"))("as in R: $input", (fixture) => {
  const { x, time, confidence } = fixture.input;
  const interval = poissonInterval(x, time, confidence);
  expectAsInR([interval?.low ?? null, interval?.high ?? null], fixture);
});

// Garwood (1936), as in every table of the Poisson distribution: 0 to 3.69 for none.
test("none seen does not mean none to come", () => {
  expect(poissonInterval(0)?.low).toBe(0);
  expect(poissonInterval(0)?.high).toBeCloseTo(3.6888794541, 9);
});

test("no exposure, no interval", () => {
  expect(poissonInterval(3, 0)).toBeNull();
});

test("a count is a whole number", () => {
  expect(() => poissonInterval(-1)).toThrow(RangeError);
  expect(() => poissonInterval(0.5)).toThrow(RangeError);
});

test("the interval holds the rate, and grows with the count", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2000 }),
      fc.double({ min: 0.1, max: 99, noNaN: true }),
      (x, time) => {
        const { low, high } = poissonInterval(x, time) ?? { low: NaN, high: NaN };
        const next = poissonInterval(x + 1, time) ?? { low: NaN, high: NaN };
        return low <= x / time && x / time <= high && low < next.low && high < next.high;
      },
    ),
  );
});
