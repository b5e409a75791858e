import { type Comparison, directionOf, midP } from "./comparison.ts";
import { binomialAt, binomialAtMost } from "./distributions.ts";
import { checkCounts, CONFIDENCE, type Interval } from "./interval.ts";
import { crossing } from "./roots.ts";

/** A count of events and what they were counted over: days, incidents … in one unit for both groups. */
export interface Rate {
  readonly count: number;
  readonly exposure: number;
}

/** P(X < k) + P(X = k) / 2 of the binomial distribution. */
function midBelow(k: number, trials: number, probability: number): number {
  return binomialAtMost(k - 1, trials, probability) + binomialAt(k, trials, probability) / 2;
}

/** The shares of all events that the group may have, given that it had k of them. */
function shareInterval(k: number, total: number, tail: number): Interval {
  const solve = (target: number) => crossing((p) => midBelow(k, total, p) - target, 0, 1);
  return { low: k === 0 ? 0 : solve(1 - tail), high: k === total ? 1 : solve(tail) };
}

/**
 * Compares two rates of events: given how many there were in all, the group's share of them is
 * binomial (J. Przyborowski and H. Wilenski, Biometrika 31, 1940), here with the mid-p value and the
 * interval that agrees with it (G. Berry and P. Armitage, "Mid-P Confidence Intervals: A Brief Review",
 * The Statistician 44, 1995). Throws a RangeError on an exposure that is not above 0.
 */
export function compareRates(group: Rate, reference: Rate, confidence = CONFIDENCE): Comparison {
  if (!(group.exposure > 0 && reference.exposure > 0)) {
    throw new RangeError("Unexpected exposure, expected both above 0");
  }
  const total = group.count + reference.count;
  checkCounts(group.count, total);
  if (total === 0) return { p: 1, direction: "same", ratio: null, interval: null };
  const expected = group.exposure / (group.exposure + reference.exposure);
  const scale = reference.exposure / group.exposure;
  const ratio = (group.count / reference.count) * scale;
  const { low, high } = shareInterval(group.count, total, (1 - confidence) / 2);
  return {
    p: midP(
      binomialAtMost(group.count - 1, total, expected),
      binomialAt(group.count, total, expected),
      binomialAtMost(reference.count - 1, total, 1 - expected),
    ),
    direction: directionOf(ratio),
    ratio,
    interval: { low: (low / (1 - low)) * scale, high: (high / (1 - high)) * scale },
  };
}
