import { expect, test } from "vitest";
import {
  fisherMidP,
  oddsRatioInterval,
  splitProbabilities,
  splitsOf,
} from "../../src/statistics/fisher.ts";

test("the lady tasting tea: 3 of 4 against 1 of 4", () => {
  const split = splitsOf(4, 4, 4);
  const ways = [1, 16, 36, 16, 1];
  expect(split.least).toBe(0);
  for (const [index, chance] of splitProbabilities(split).entries()) {
    expect(chance).toBeCloseTo((ways[index] ?? 0) / 70, 12);
  }
  // Twice the upper tail, with half of what was seen: 2 · (1 + 16 / 2) / 70.
  expect(fisherMidP({ count: 3, of: 4 }, { count: 1, of: 4 })).toBeCloseTo(18 / 70, 12);
});

test("splits start where the other group is full", () => {
  expect(splitsOf(4, 2, 5)).toMatchObject({ least: 3 });
  expect(splitsOf(4, 2, 5).logWays).toHaveLength(2);
});

test("one possible split bounds no odds", () => {
  const bounds = oddsRatioInterval({ count: 4, of: 4 }, { count: 2, of: 2 }, 0.95);
  expect(bounds).toEqual({ low: 0, high: Infinity });
});
