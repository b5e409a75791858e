import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kaplanMeier } from "../../src/statistics/kaplan-meier.ts";
import { expectAsInR, rCases } from "./r-values.ts";

interface Input {
  readonly time: readonly number[];
  readonly ended: readonly boolean[];
}

function survival({ time, ended }: Input) {
  return kaplanMeier(time.map((value, index) => ({ time: value, ended: ended[index] === true })));
}

const observations = fc.array(
  fc.record({ time: fc.integer({ min: 1, max: 90 }), ended: fc.boolean() }),
  { maxLength: 40 },
);

describe("as in R", () => {
  test.each(rCases<Input>("survival-steps"))("steps of $input.time", (fixture) => {
    const { steps } = survival(fixture.input);
    expectAsInR(
      steps.flatMap(({ time, atRisk, ended, lasting }) => [time, atRisk, ended, lasting]),
      fixture,
    );
  });

  test.each(rCases<Input>("survival-bounds"))("bounds of $input.time", (fixture) => {
    expectAsInR(
      survival(fixture.input).steps.flatMap(({ low, high }) => [low, high]),
      fixture,
    );
  });

  test.each(rCases<Input>("survival-median"))("median of $input.time", (fixture) => {
    const { median, medianLow, medianHigh } = survival(fixture.input);
    expectAsInR([median, medianLow, medianHigh], fixture);
  });
});

test("nothing has ended: nothing is known of the median", () => {
  const open = { time: 30, ended: false };
  expect(kaplanMeier([open, open])).toEqual({
    count: 2,
    ended: 0,
    steps: [],
    median: null,
    medianLow: null,
    medianHigh: null,
  });
});

test("without open ones, half have ended after the middle one", () => {
  const done = [9, 2, 40, 5, 21].map((time) => ({ time, ended: true }));
  expect(kaplanMeier(done)).toMatchObject({ count: 5, ended: 5, median: 9 });
});

// Those still open are no evidence of short times: leaving them out would halve the median.
test("open ones make the median longer", () => {
  const done = [5, 10, 15, 20].map((time) => ({ time, ended: true }));
  const open = [30, 30, 30].map((time) => ({ time, ended: false }));
  expect(kaplanMeier(done).median).toBe(12.5);
  expect(kaplanMeier([...done, ...open]).median).toBe(20);
});

describe("the curve", () => {
  test("falls, within its bounds, and does not depend on the order", () => {
    fc.assert(
      fc.property(observations, (given) => {
        const { steps, median, medianLow, medianHigh } = kaplanMeier(given);
        expect(kaplanMeier(given.toReversed())).toEqual(kaplanMeier(given));
        let before = 1;
        for (const { lasting, low, high } of steps) {
          expect(lasting).toBeLessThan(before);
          expect(low ?? 0).toBeLessThanOrEqual(lasting);
          expect(high ?? 1).toBeGreaterThanOrEqual(lasting);
          before = lasting;
        }
        if (median === null) return;
        expect(medianLow ?? 0).toBeLessThanOrEqual(median);
        expect(medianHigh ?? Infinity).toBeGreaterThanOrEqual(median);
      }),
    );
  });
});
