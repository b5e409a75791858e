import { type Comparison, directionOf } from "./comparison.ts";
import { normalReach } from "./distributions.ts";
import { fisherMidP, oddsRatioInterval, type Share } from "./fisher.ts";
import { checkCounts, CONFIDENCE, type Interval } from "./interval.ts";
import { crossing } from "./roots.ts";

/** The answer of a test of two shares. */
export interface ShareComparison extends Comparison {
  /** The interval of the odds ratio, which holds 1 exactly where p is above 1 − confidence. */
  readonly oddsRatioInterval: Interval;
}

/** Logarithms of ratios beyond which none is looked for: farther out, rounding errors would lead. */
const FARTHEST_LOG_RATIO = 30;

/** The share of the group that fits the counts best if it is `ratio` times that of the reference. */
function constrainedShare(group: Share, reference: Share, ratio: number): number {
  const b = ratio * (group.of + reference.count) + group.count + reference.of;
  const c = ratio * (group.count + reference.count);
  // The smaller root, in the form that does not subtract what is nearly equal.
  return (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * (group.of + reference.of) * c)));
}

/** How far the counts are from a ratio, as a chi square of one degree of freedom. */
function scoreDistance(group: Share, reference: Share, ratio: number): number {
  const share = constrainedShare(group, reference, ratio);
  const miss = group.count - group.of * share;
  const spread = 1 + (group.of * (ratio - share)) / (reference.of * (1 - share));
  return ((miss * miss) / (group.of * share * (1 - share))) * spread;
}

function lowestRatio(group: Share, reference: Share, chiSquare: number): number {
  if (group.count === 0) return 0;
  const estimate = Math.log((group.count / group.of) * (reference.of / reference.count));
  return Math.exp(
    crossing(
      (log) => scoreDistance(group, reference, Math.exp(log)) - chiSquare,
      -FARTHEST_LOG_RATIO,
      Math.min(estimate, FARTHEST_LOG_RATIO),
    ),
  );
}

/**
 * The interval of the ratio of two shares of which one at least is above 0. Score interval: P. A. R.
 * Koopman, "Confidence Intervals for the Ratio of Two Binomial Proportions", Biometrics 40 (1984).
 */
function ratioInterval(group: Share, reference: Share, confidence: number): Interval {
  const chiSquare = normalReach(confidence) ** 2;
  return {
    low: lowestRatio(group, reference, chiSquare),
    high: 1 / lowestRatio(reference, group, chiSquare),
  };
}

/**
 * Compares the shares of incidents of two groups, such as two windows. The p value is Fisher's exact
 * test with mid-p; the ratio of shares has its own interval, which may hold 1 where p is just below
 * the bar, and the other way round. Throws a RangeError where a count does not fit its group.
 */
export function compareShares(
  group: Share,
  reference: Share,
  confidence = CONFIDENCE,
): ShareComparison {
  checkCounts(group.count, group.of);
  checkCounts(reference.count, reference.of);
  const known = group.of > 0 && reference.of > 0 && group.count + reference.count > 0;
  const ratio = known ? (group.count * reference.of) / (reference.count * group.of) : null;
  return {
    p: fisherMidP(group, reference),
    direction: directionOf(ratio),
    ratio,
    interval: known ? ratioInterval(group, reference, confidence) : null,
    oddsRatioInterval: oddsRatioInterval(group, reference, confidence),
  };
}
