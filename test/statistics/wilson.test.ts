import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilsonInterval } from "../../src/statistics/wilson.ts";
import { expectAsInR, rCases } from "./r-values.ts";

interface Input {
  readonly x: number;
  readonly n: number;
  readonly confidence: number;
}

const counts = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test.each(rCases<Input>("wilson"))("as in R: $input", (fixture) => {
  const { x, n, confidence } = fixture.input;
  const interval = wilsonInterval(x, n, confidence);
  expectAsInR([interval?.low ?? null, interval?.high ?? null], fixture);
});

test("no trials, no interval", () => {
  expect(wilsonInterval(0, 0)).toBeNull();
});

test.each([
  [5, 4],
  [-1, 4],
  [1.5, 4],
])("%d of %d are no counts", (successes, trials) => {
  expect(() => wilsonInterval(successes, trials)).toThrow(RangeError);
});

describe("the interval of a share", () => {
  test("holds the share, and lies between 0 and 1", () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const { low, high } = wilsonInterval(x, n) ?? { low: NaN, high: NaN };
        return 0 <= low && low <= x / n && x / n <= high && high <= 1;
      }),
    );
  });

  test("is mirrored for what did not happen", () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        expect(wilsonInterval(n - x, n)?.low).toBeCloseTo(
          1 - (wilsonInterval(x, n)?.high ?? 0),
          12,
        );
      }),
    );
  });

  test("is narrower for twice as many with the same share", () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const width = (of: ReturnType<typeof wilsonInterval>) => (of?.high ?? 0) - (of?.low ?? 0);
        expect(width(wilsonInterval(2 * x, 2 * n))).toBeLessThan(width(wilsonInterval(x, n)));
      }),
    );
  });
});
