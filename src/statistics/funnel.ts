import { binomialAt, binomialAtMost } from "./distributions.ts";
import type { Interval } from "./interval.ts";
import { CONFIDENCE } from "./interval.ts";

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
