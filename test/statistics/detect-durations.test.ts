import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  durationsToDetect,
  logSpread,
  smallestDetectableRatio,
} from "../../src/statistics/detect-durations.ts";
import { normalQuantile } from "../../src/statistics/distributions.ts";
import { durationRatio } from "../../src/statistics/duration-ratio.ts";
import { seededRandom } from "../../src/statistics/random.ts";
import { expectAsInR, rCases } from "./r-values.ts";

interface Counts {
  readonly m: number;
  readonly n: number;
  readonly spread: number;
}

test.each(rCases<{ values: readonly number[] }>("log-spread"))("spread as in R", (fixture) => {
  expectAsInR([logSpread([fixture.input.values], 0.1)], fixture, 1e-12);
});

test.each(rCases<Counts>("detectable-ratio"))("ratio as in R: $input", (fixture) => {
  const { m, n, spread } = fixture.input;
  expectAsInR([smallestDetectableRatio(m, n, spread)], fixture);
});

describe("spread", () => {
  test("is that within groups, not between them", () => {
    const group = [10, 20, 40];
    const longer = group.map((minutes) => minutes * 50);
    expect(logSpread([group, longer], 1)).toBeCloseTo(logSpread([group], 1) ?? 0, 12);
  });

  test("is unknown where no two values of a group differ", () => {
    expect(logSpread([], 1)).toBeNull();
    expect(logSpread([[5], [60]], 1)).toBeNull();
    expect(logSpread([[5, 5, 5]], 1)).toBeNull();
  });

  test("is not moved by one incident of a week", () => {
    const minutes = [12, 15, 20, 22, 31, 35, 40, 44, 60];
    const before = logSpread([minutes], 1) ?? NaN;
    expect(logSpread([[...minutes, 10_080]], 1)).toBeLessThan(1.5 * before);
  });
});

describe("smallest ratio", () => {
  test("three against three can tell nothing at 5 %, nor can none", () => {
    expect(smallestDetectableRatio(3, 3, 0.1)).toBeNull();
    expect(smallestDetectableRatio(0, 30, 0.1)).toBeNull();
  });

  test("is above 1, falls with more durations, and grows with the spread", () => {
    const count = fc.integer({ min: 8, max: 80 });
    const spread = fc.double({ min: 0.05, max: 2, noNaN: true });
    fc.assert(
      fc.property(count, count, spread, (m, n, sd) => {
        const ratio = smallestDetectableRatio(m, n, sd) ?? Infinity;
        const more = smallestDetectableRatio(m + 1, n, sd) ?? Infinity;
        const wider = smallestDetectableRatio(m, n, sd * 1.1) ?? Infinity;
        return ratio > 1 && more <= ratio && ratio <= wider;
      }),
    );
  });

  // An approximation: 0.8 is to be met within 0.1.
  test.each([
    { m: 15, n: 15, seed: 1 },
    { m: 8, n: 40, seed: 2 },
    { m: 5, n: 20, seed: 3 },
  ])("is told about four times in five: $m against $n", ({ m, n, seed }) => {
    const random = seededRandom(seed);
    const spread = 0.8;
    const ratio = smallestDetectableRatio(m, n, spread) ?? NaN;
    const durations = (count: number, times: number) =>
      Array.from(
        { length: count },
        () => times * Math.exp(spread * normalQuantile(random() || 0.5)),
      );
    const runs = Array.from({ length: 2000 }, () => {
      const shift = durationRatio(durations(m, 30 * ratio), durations(n, 30), 0.01);
      return (shift?.p ?? 1) <= 0.05;
    });
    const told = runs.filter(Boolean).length / runs.length;
    expect(told).toBeGreaterThan(0.7);
    expect(told).toBeLessThan(0.9);
  });
});

describe("durations needed", () => {
  test("the first number with which the ratio can be told", () => {
    const count = durationsToDetect(0.5, 15, 0.6) ?? NaN;
    expect(smallestDetectableRatio(count, 15, 0.6)).toBeLessThanOrEqual(2);
    expect(smallestDetectableRatio(count - 1, 15, 0.6)).toBeGreaterThan(2);
    expect(durationsToDetect(2, 15, 0.6)).toBe(count);
  });

  test("none will do for no change, or beside too few", () => {
    expect(durationsToDetect(1, 15, 0.6)).toBeNull();
    expect(durationsToDetect(0.5, 1, 0.6)).toBeNull();
    expect(durationsToDetect(0.5, 15, 0.6, { most: 3 })).toBeNull();
  });
});
