import { expect, test } from "vitest";
import { seededRandom } from "../../src/statistics/random.ts";

function draw(seed: number, count: number): readonly number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
}

test("the same seed gives the same numbers, another one others", () => {
  expect(draw(7, 50)).toEqual(draw(7, 50));
  expect(draw(7, 1)).not.toEqual(draw(8, 1));
});

test("numbers are spread evenly from 0 to below 1", () => {
  const numbers = draw(3, 20_000);
  expect(numbers.every((x) => 0 <= x && x < 1)).toBe(true);
  for (const tenth of Array(10).keys()) {
    const inside = numbers.filter((x) => Math.floor(x * 10) === tenth).length;
    // Five standard deviations of a binomial count around 2,000.
    expect(Math.abs(inside - 2000)).toBeLessThan(5 * Math.sqrt(20_000 * 0.1 * 0.9));
  }
});
