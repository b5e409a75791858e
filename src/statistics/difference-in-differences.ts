import { normalCdf, normalReach } from "./distributions.ts";
import { durationRatio } from "./duration-ratio.ts";
import {
  fisherMidP,
  oddsRatioInterval,
  type Share,
  splitProbabilities,
  splitsOf,
} from "./fisher.ts";
import { CONFIDENCE, type Interval } from "./interval.ts";

/** Values of one group from before and after a point in time. */
export interface BeforeAfter<T> {
  readonly before: T;
  readonly after: T;
}

/** By what factor a figure changed from before to after, relative to that of a control group. */
export interface Effect {
  /** Below 1 for a fall; Infinity where nothing was before. */
  readonly ratio: number;
  /** Null where there are too few values for one. */
  readonly interval: Interval | null;
  /** One-sided: the ratio is above it with the confidence of the interval; 0 where nothing bounds it. */
  readonly atLeast: number;
  /** One-sided: how likely such a fall is where nothing changed. 1 where it cannot be computed. */
  readonly pOfFall: number;
  /** The same for a rise. */
  readonly pOfRise: number;
  /** The smallest p value of a fall that so many values could have; 0 where nothing bounds it. */
  readonly leastP: number;
}

/**
 * How the number of incidents with something changed, relative to that of all others: the odds ratio
 * of after and before, whose logarithm is the difference in differences of the log counts. The p values
 * are half those of `fisherMidP`, with which the interval agrees. Null where it was in none or all.
 */
export function countEffect(
  { before, after }: BeforeAfter<Share>,
  confidence = CONFIDENCE,
): Effect | null {
  const [count, of] = [before.count + after.count, before.of + after.of];
  if (before.of === 0 || after.of === 0 || count === 0 || count === of) return null;
  const ratio =
    (after.count * (before.of - before.count)) / (before.count * (after.of - after.count));
  const half = fisherMidP(after, before) / 2;
  const isFall = after.count * before.of < before.count * after.of;
  return {
    ratio,
    interval: oddsRatioInterval(after, before, confidence),
    atLeast: oddsRatioInterval(after, before, 2 * confidence - 1).low,
    pOfFall: isFall ? half : 1 - half,
    pOfRise: isFall ? 1 - half : half,
    leastP: (splitProbabilities(splitsOf(after.of, before.of, count))[0] ?? 1) / 2,
  };
}

/** The logarithm of a ratio of durations with its exact interval; null where there is none. */
function logChange({ before, after }: BeforeAfter<readonly number[]>, shortest: number) {
  const shift = durationRatio(after, before, shortest);
  if (shift === null) return null;
  const { estimate, interval } = shift;
  const bounds = interval && { low: Math.log(interval.low), high: Math.log(interval.high) };
  return { estimate: Math.log(estimate), bounds };
}

/** The chance of such a distance from 0, in units of the reach of the interval on that side. */
function tail(distance: number, reach: number, z: number): number {
  return reach === 0 ? (distance > 0 ? 0 : 1) : normalCdf((-distance / reach) * z);
}

/**
 * How durations changed, relative to those of a control group: the Hodges–Lehmann ratio of after and
 * before in one, divided by that in the other. Its interval is put together from the exact intervals
 * of both by the method of variance estimates recovery (G. Y. Zou and A. Donner, "Construction of
 * Confidence Limits about Effect Measures", Statistics in Medicine 27, 2008), and the p values from
 * its reach. Null where one of the four groups is empty. `shortest` as in `logDurations`.
 */
export function durationEffect(
  treated: BeforeAfter<readonly number[]>,
  control: BeforeAfter<readonly number[]>,
  shortest: number,
): Effect | null {
  const [own, other] = [logChange(treated, shortest), logChange(control, shortest)];
  if (own === null || other === null) return null;
  const difference = own.estimate - other.estimate;
  const ratio = Math.exp(difference);
  if (own.bounds === null || other.bounds === null) {
    return { ratio, interval: null, atLeast: 0, pOfFall: 1, pOfRise: 1, leastP: 1 };
  }
  const below = Math.hypot(own.estimate - own.bounds.low, other.bounds.high - other.estimate);
  const above = Math.hypot(own.bounds.high - own.estimate, other.estimate - other.bounds.low);
  const z = normalReach(CONFIDENCE);
  const oneSided = normalReach(2 * CONFIDENCE - 1) / z;
  return {
    ratio,
    interval: { low: Math.exp(difference - below), high: Math.exp(difference + above) },
    atLeast: Math.exp(difference - below * oneSided),
    pOfFall: difference < 0 ? tail(-difference, above, z) : 1 - tail(difference, below, z),
    pOfRise: difference > 0 ? tail(difference, below, z) : 1 - tail(-difference, above, z),
    leastP: 0,
  };
}
