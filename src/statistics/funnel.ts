import { binomialAt, binomialAtMost } from "./distributions.ts";
import { CONFIDENCE, type Interval } from "./interval.ts";

/** The boundary count, between whole ones, that a binomial count stays below with this probability. */
function boundary(probability: number, trials: number, share: number): number {
  let k = 0;
  while (k < trials && binomialAtMost(k, trials, share) < probability) k++;
  const excess = binomialAtMost(k, trials, share) - probability;
  return k - excess / binomialAt(k, trials, share);
}

/**
 * Within which limits the share of a group of this size lies, if its true share is that of all. Exact
 * binomial limits, interpolated between whole counts: D. J. Spiegelhalter, "Funnel Plots for Comparing
 * Institutional Performance", Statistics in Medicine 24 (2005), appendix A.1.1; there 95 % warns and
 * 99.8 % signals. Null for a group without any.
 */
export function funnelLimits(
  trials: number,
  share: number,
  confidence = CONFIDENCE,
): Interval | null {
  if (trials === 0) return null;
  if (share === 0 || share === 1) return { low: share, high: share };
  const tail = (1 - confidence) / 2;
  return {
    low: Math.max(0, boundary(tail, trials, share) / trials),
    high: Math.min(1, boundary(1 - tail, trials, share) / trials),
  };
}

/**
 * The counts of a group of this size that its limits leave within, if its true share is that of all:
 * each tail beyond them holds at most half of what the confidence leaves. The interpolated limits are
 * for drawing; of one trial they would leave out a count that half of such groups have.
 */
export function countsWithin(trials: number, share: number, confidence = CONFIDENCE): Interval {
  const tail = (1 - confidence) / 2;
  let low = 0;
  while (low < trials && binomialAtMost(low, trials, share) <= tail) low++;
  let high = trials;
  while (high > 0 && binomialAtMost(trials - high, trials, 1 - share) <= tail) high--;
  return { low, high };
}
