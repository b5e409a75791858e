import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convolved, ranksOf, scoreSums } from "../../src/statistics/rank-sums.ts";

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

test("equal values share the mean of their ranks", () => {
  expect(ranksOf([30, 10, 10, 20, 10])).toEqual({
    ranks: [5, 2, 2, 4, 2],
    tied: true,
    tieTerm: 24,
  });
  expect(ranksOf([3, 1, 2])).toEqual({ ranks: [3, 1, 2], tied: false, tieTerm: 0 });
  expect(ranksOf([])).toEqual({ ranks: [], tied: false, tieTerm: 0 });
});

test("sums of two of 1 to 4: 3, 4, 5 twice, 6, 7", () => {
  expect(scoreSums([4, 1, 3, 2], 2)).toEqual([1, 1, 2, 1, 1].map((ways) => ways / 6));
});

test("sums of one of three with ties: 2 twice, 5 once", () => {
  expect(scoreSums([2, 5, 2], 1)).toEqual([2 / 3, 0, 0, 1 / 3]);
});

test("sums of two throws of a coin", () => {
  expect(convolved([0.5, 0.5], [0.5, 0.5])).toEqual([0.25, 0.5, 0.25]);
});

describe("the distribution of sums", () => {
  const scores = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 14 });
  const picks = scores.chain((given) =>
    fc.tuple(fc.constant(given), fc.integer({ min: 0, max: given.length })),
  );

  test("adds up to 1, with the mean of the scores times the number of picks", () => {
    fc.assert(
      fc.property(picks, ([given, picked]) => {
        const chances = scoreSums(given, picked);
        const least = sum(given.toSorted((a, b) => a - b).slice(0, picked));
        const mean = sum(chances.map((chance, index) => chance * (least + index)));
        expect(sum(chances)).toBeCloseTo(1, 12);
        expect(mean).toBeCloseTo((picked * sum(given)) / given.length, 8);
      }),
    );
  });

  test("is mirrored for what is left", () => {
    fc.assert(
      fc.property(picks, ([given, picked]) => {
        const left = scoreSums(given, given.length - picked);
        for (const [index, chance] of scoreSums(given, picked).toReversed().entries()) {
          expect(left[index]).toBeCloseTo(chance, 12);
        }
      }),
    );
  });
});
