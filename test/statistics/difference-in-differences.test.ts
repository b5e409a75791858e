import { describe, expect, test } from "vitest";
import {
  durationsAfterNeeded,
  incidentsAfterNeeded,
  incidentsWithoutNeeded,
  smallestCountEffect,
  smallestDurationEffect,
} from "../../src/statistics/detect-effects.ts";
import { countEffect, durationEffect } from "../../src/statistics/difference-in-differences.ts";
import { durationRatio } from "../../src/statistics/duration-ratio.ts";
import { fisherMidP } from "../../src/statistics/fisher.ts";

describe("how often, against all others", () => {
  const before = { count: 3, of: 6 };
  const after = { count: 0, of: 13 };

  // 20 of the 969 ways to choose 3 of 19 incidents lie before.
  test("the p value is half of Fisher's, and the ratio that of the odds", () => {
    expect(countEffect({ before, after })).toMatchObject({ ratio: 0 });
    expect(countEffect({ before, after })?.pOfFall).toBeCloseTo(20 / 969 / 2, 12);
    expect(countEffect({ before, after })?.leastP).toBeCloseTo(20 / 969 / 2, 12);
    const risen = countEffect({
      before: { count: 1, of: 7 },
      after: { count: 5, of: 12 },
    });
    expect(risen?.ratio).toBeCloseTo((5 * 6) / (1 * 7), 12);
    expect(risen?.pOfFall).toBeCloseTo(1 - (risen?.pOfRise ?? 0), 12);
    expect(risen?.atLeast).toBeGreaterThan(risen?.interval?.low ?? Infinity);
  });

  test("half as many of everything is no effect", () => {
    const halved = countEffect({ before: { count: 10, of: 40 }, after: { count: 5, of: 20 } });
    expect(halved?.ratio).toBe(1);
    expect(halved?.interval?.low).toBeLessThan(1);
    expect(halved?.interval?.high).toBeGreaterThan(1);
  });

  test("nothing to compare is nothing", () => {
    expect(countEffect({ before: { count: 0, of: 6 }, after: { count: 0, of: 5 } })).toBeNull();
    expect(countEffect({ before, after: { count: 0, of: 0 } })).toBeNull();
  });
});

describe("how long, against all others", () => {
  const control = { before: [30, 40, 50, 60, 70], after: [32, 42, 48, 62, 72] };

  test("the ratio is that of the two ratios, and everything twice as fast is no effect", () => {
    const treated = { before: [100, 120, 140, 160, 180], after: [50, 60, 70, 80, 90] };
    const own = durationRatio(treated.after, treated.before, 1)?.estimate ?? NaN;
    const other = durationRatio(control.after, control.before, 1)?.estimate ?? NaN;
    expect(own).toBeCloseTo(0.5, 12);
    expect(durationEffect(treated, control, 1)?.ratio).toBeCloseTo(own / other, 12);
    expect(durationEffect(treated, treated, 1)?.ratio).toBeCloseTo(1, 12);
  });

  // Zou and Donner: the distances of the bounds are the roots of the sums of squares.
  test("the interval is put together from both, and the p value agrees with it", () => {
    const treated = { before: [100, 120, 140, 160, 180], after: [20, 22, 24, 26, 28] };
    const effect = durationEffect(treated, control, 1);
    const own = durationRatio(treated.after, treated.before, 1);
    const other = durationRatio(control.after, control.before, 1);
    const up = Math.hypot(
      Math.log((own?.interval?.high ?? NaN) / (own?.estimate ?? NaN)),
      Math.log((other?.estimate ?? NaN) / (other?.interval?.low ?? NaN)),
    );
    expect(effect?.interval?.high).toBeCloseTo((effect?.ratio ?? NaN) * Math.exp(up), 10);
    expect(effect?.interval?.high).toBeLessThan(1);
    expect(effect?.pOfFall).toBeLessThan(0.025);
  });

  test("too few values have a ratio and no interval", () => {
    const few = durationEffect({ before: [60, 70], after: [30] }, control, 1);
    expect(few?.interval).toBeNull();
    expect(few?.pOfFall).toBe(1);
    expect(durationEffect({ before: [60], after: [] }, control, 1)).toBeNull();
  });
});

describe("what could have been shown", () => {
  // The first n with C(19, 3)-like odds below 5 %: none of n after 3 of 6.
  test("how many without it show that it is gone", () => {
    const before = { count: 3, of: 6 };
    const needed = incidentsWithoutNeeded(before) ?? NaN;
    expect(fisherMidP({ count: 0, of: needed }, before)).toBeLessThanOrEqual(0.05);
    expect(fisherMidP({ count: 0, of: needed - 1 }, before)).toBeGreaterThan(0.05);
    expect(incidentsWithoutNeeded({ count: 0, of: 6 })).toBeNull();
  });

  test("more values show smaller falls, and the needed number is the first that does", () => {
    const before = { count: 30, of: 60 };
    const [few = 0, many = 0] = [20, 80].map((after) => smallestCountEffect(before, after) ?? 0);
    expect(many).toBeGreaterThan(few);
    const needed = incidentsAfterNeeded(0.3, before) ?? NaN;
    expect(smallestCountEffect(before, needed)).toBeGreaterThanOrEqual(0.29);
    expect(smallestCountEffect({ count: 1, of: 6 }, 5)).toBeNull();
  });

  test("durations: a halving after enough, never with too few before", () => {
    const control = { before: 30, after: 30 };
    const needed = durationsAfterNeeded(0.5, 20, control, 0.5) ?? NaN;
    const at = (after: number) =>
      smallestDurationEffect(
        { before: 20, after },
        { before: 30, after: Math.max(30, Math.round(after * 1.5)) },
        0.5,
      );
    expect(at(needed)).toBeGreaterThanOrEqual(0.5);
    expect(at(needed - 1) ?? 0).toBeLessThan(0.5);
    expect(durationsAfterNeeded(0.5, 3, control, 0.8)).toBeNull();
    expect(smallestDurationEffect({ before: 2, after: 2 }, control, 0.5)).toBeNull();
  });
});
