import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareShares } from "../../src/statistics/compare-shares.ts";
import { incidentsToDetect, powerOfShares } from "../../src/statistics/detect-shares.ts";
import { expectAsInR, rCases } from "./r-values.ts";

interface Input {
  readonly p: number;
  readonly q: number;
  readonly n: number;
}

test.each(rCases<Input>("share-power"))("power as in R: $input", (fixture) => {
  const { p, q, n } = fixture.input;
  expectAsInR([powerOfShares(p, q, n, 0.05)], fixture);
});

describe("how many incidents it takes", () => {
  test.each([
    { first: 0.6, second: 0.1, incidents: 14 },
    { first: 0.5, second: 0.25, incidents: 59 },
    { first: 0.2, second: 0.1, incidents: 198 },
  ])("$first against $second: $incidents", ({ first, second, incidents }) => {
    expect(incidentsToDetect(first, second)).toBe(incidents);
    expect(powerOfShares(first, second, incidents, 0.05)).toBeGreaterThanOrEqual(0.8);
    expect(powerOfShares(first, second, incidents - 1, 0.05)).toBeLessThan(0.8);
  });

  // All of three against none: p is 2 · (1 / 20) / 2 = 0.05; of four: 2 · (1 / 70) / 2.
  test("all against none takes three or four", () => {
    expect(incidentsToDetect(1, 0, { level: 0.051 })).toBe(3);
    expect(incidentsToDetect(1, 0, { level: 0.049 })).toBe(4);
  });

  test("no number tells equal shares apart, and none above the bound is given", () => {
    expect(incidentsToDetect(0.3, 0.3)).toBeNull();
    expect(incidentsToDetect(0.2, 0.1, { most: 100 })).toBeNull();
    expect(incidentsToDetect(0.5, 0.25, { most: 59 })).toBe(59);
  });

  test("a stricter level and more power take more", () => {
    const usual = incidentsToDetect(0.5, 0.25) ?? NaN;
    expect(incidentsToDetect(0.5, 0.25, { level: 0.01 })).toBeGreaterThan(usual);
    expect(incidentsToDetect(0.5, 0.25, { power: 0.9 })).toBeGreaterThan(usual);
  });

  test("never more as the shares move apart, and the same from either side", () => {
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(percent, percent, percent, (a, b, c) => {
        const [low = 0, middle = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
        const count = (x: number, y: number) =>
          incidentsToDetect(x / 100, y / 100, { most: 200 }) ?? Infinity;
        expect(count(low, high)).toBeLessThanOrEqual(count(low, middle));
        expect(count(low, high)).toBeLessThanOrEqual(count(middle, high));
        expect(count(high, low)).toBe(count(low, high));
      }),
      { numRuns: 40 },
    );
  });
});

test("the power is that of the test itself", () => {
  const choose = [1, 7, 21, 35, 35, 21, 7, 1];
  const chance = (k: number, p: number) => (choose[k] ?? 0) * p ** k * (1 - p) ** (7 - k);
  let power = 0;
  for (const a of choose.keys()) {
    for (const b of choose.keys()) {
      const { p } = compareShares({ count: a, of: 7 }, { count: b, of: 7 });
      if (p <= 0.05) power += chance(a, 0.9) * chance(b, 0.2);
    }
  }
  expect(powerOfShares(0.9, 0.2, 7, 0.05)).toBeCloseTo(power, 12);
});
