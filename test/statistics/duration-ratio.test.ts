import { expect, test } from "vitest";
import {
  durationRatio,
  logDurations,
  stratifiedDurationRatio,
} from "../../src/statistics/duration-ratio.ts";
import { hodgesLehmann } from "../../src/statistics/hodges-lehmann.ts";
import { expectAsInR, rCases } from "./r-values.ts";

interface Samples {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

test.each(rCases<Samples>("duration-ratio"))("as in R: $input", (fixture) => {
  const ratio = durationRatio(fixture.input.x, fixture.input.y, 0.1);
  const { low, high } = ratio?.interval ?? { low: null, high: null };
  expectAsInR([ratio?.estimate ?? null, low, high, ratio?.p ?? null], fixture);
});

test("half as long is half as long, whatever the unit", () => {
  const before = [40, 60, 90, 130, 30];
  const after = before.map((minutes) => minutes / 2);
  const seconds = (minutes: readonly number[]) => minutes.map((value) => value * 60);
  expect(durationRatio(after, before, 1)?.estimate).toBeCloseTo(0.5, 12);
  expect(durationRatio(seconds(after), seconds(before), 60)?.estimate).toBeCloseTo(0.5, 12);
});

test("a duration below the shortest counts as the shortest", () => {
  expect(logDurations([0, 0.5, 1, 8], 1)).toEqual([0, 0, 0, Math.log(8)]);
  expect(durationRatio([0], [8], 1)?.estimate).toBeCloseTo(1 / 8, 12);
});

test("the p value is that of the durations themselves: the logarithm keeps their order", () => {
  const x = [12, 45, 45, 71, 20];
  const y = [18, 9, 20, 7, 14, 30];
  expect(durationRatio(x, y, 1)?.p).toBe(hodgesLehmann(x, y)?.p);
});

test("within strata only", () => {
  const strata = [
    { group: [60, 80], reference: [30, 40] },
    { group: [6], reference: [3] },
  ];
  expect(stratifiedDurationRatio(strata, 1)).toMatchObject({ groupCount: 3, referenceCount: 3 });
  expect(stratifiedDurationRatio(strata, 1)?.estimate).toBeCloseTo(2, 12);
  expect(stratifiedDurationRatio([{ group: [1], reference: [] }], 1)).toBeNull();
});
