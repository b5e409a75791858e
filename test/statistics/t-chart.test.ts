import { expect, test } from "vitest";
import { seededRandom } from "../../src/statistics/random.ts";
import { FEWEST_TIMES, timeBetweenChart } from "../../src/statistics/t-chart.ts";
import { expectAsInR, rCases } from "./r-values.ts";

test.each(rCases<{ times: readonly number[] }>("t-chart"))("as in R: $input", (fixture) => {
  const { centre = null, low = null, high = null } = timeBetweenChart(fixture.input.times) ?? {};
  expectAsInR([centre, low, high], fixture);
});

test("too few times have no limits", () => {
  const times = Array<number>(FEWEST_TIMES).fill(30);
  expect(timeBetweenChart(times.slice(1))).toBeNull();
  const chart = timeBetweenChart(times);
  expect(chart?.centre).toBeCloseTo(30, 10);
  expect([chart?.low, chart?.high]).toEqual([chart?.centre, chart?.centre]);
});

test("limits depend on the order: a drift is no common variation", () => {
  const mixed = [1, 60, 4, 45, 9, 30, 2, 50, 7, 25];
  const drifting = mixed.toSorted((a, b) => a - b);
  expect(timeBetweenChart(drifting)?.high).toBeLessThan(timeBetweenChart(mixed)?.high ?? 0);
});

test("where nothing changes, at most one time in a hundred is outside", () => {
  const random = seededRandom(11);
  let outside = 0;
  for (let run = 0; run < 2000; run++) {
    const times = Array.from({ length: 20 }, () => -30 * Math.log(1 - random()));
    const { low, high } = timeBetweenChart(times) ?? { low: NaN, high: NaN };
    outside += times.filter((time) => time < low || time > high).length;
  }
  expect(outside / 40_000).toBeLessThan(0.01);
});
