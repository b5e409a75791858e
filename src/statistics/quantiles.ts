import { quantileSorted } from "d3-array";
import { binomialAtMost } from "./distributions.ts";
import { CONFIDENCE } from "./interval.ts";

/** What a quantile of the population is bounded by, with the probability that the bounds hold. */
export interface QuantileInterval {
  /** Null where the values bound it only from above. */
  readonly low: number | null;
  /** Null where the values bound it only from below. */
  readonly high: number | null;
  /** At least the confidence asked for; more, as only observed values can be bounds. */
  readonly coverage: number;
}

/** Which bounds of a quantile are looked for. */
export type Side = "both" | "lower" | "upper";

/** A median and its bounds ask for the same values, which are sorted once for all of them. */
const sorted = new WeakMap<readonly number[], number[]>();

function ascending(values: readonly number[]): number[] {
  // Numbers alone are compared without a call for each pair.
  const known = sorted.get(values) ?? [...Float64Array.from(values).sort()];
  sorted.set(values, known);
  return known;
}

/**
 * The quantile of values in any order, `share` between 0 and 1; null for none. Type 7 of Hyndman and
 * Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996).
 */
export function quantile(values: readonly number[], share: number): number | null {
  return quantileSorted(ascending(values), share) ?? null;
}

/** The median of values in ascending order, however many; null for none. */
export function medianOfSorted(values: Float64Array): number | null {
  const middle = (values.length - 1) / 2;
  const [low, high] = [values[Math.floor(middle)], values[Math.ceil(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The largest rank, from 1, whose value is above the quantile with at most this probability; 0: none. */
function lowerRank(count: number, share: number, tail: number): number {
  let [rank, end] = [0, count];
  // What is found grows with the rank.
  while (rank < end) {
    const middle = (rank + end) >> 1;
    if (binomialAtMost(middle, count, share) <= tail) rank = middle + 1;
    else end = middle;
  }
  return rank;
}

/**
 * Bounds of a quantile that are values themselves, whatever the distribution; null where there are too
 * few values. H. A. David and H. N. Nagaraja, "Order Statistics", 3rd ed. (2003), section 7.1: the
 * number of values up to the quantile is binomial. Both tails get half each when `side` is "both".
 */
export function quantileBounds(
  values: readonly number[],
  share: number,
  side: Side,
  confidence = CONFIDENCE,
): QuantileInterval | null {
  const count = values.length;
  const tail = side === "both" ? (1 - confidence) / 2 : 1 - confidence;
  const inOrder = ascending(values);
  const below = side === "upper" ? 0 : lowerRank(count, share, tail);
  const above = side === "lower" ? 0 : lowerRank(count, 1 - share, tail);
  const low = inOrder[below - 1] ?? null;
  const high = inOrder[count - above] ?? null;
  if ((side !== "upper" && low === null) || (side !== "lower" && high === null)) return null;
  const missedLow = binomialAtMost(below - 1, count, share);
  const missedHigh = binomialAtMost(above - 1, count, 1 - share);
  return { low, high, coverage: 1 - missedLow - missedHigh };
}

/**
 * The strongest statement that the number of values allows: bounds on both sides, else an upper one,
 * else a lower one, else null. At 95 % a median has both from 6 values on; a 90th percentile has both
 * from 36, an upper one from 29 and a lower one from 2.
 */
export function quantileInterval(
  values: readonly number[],
  share: number,
  confidence = CONFIDENCE,
): QuantileInterval | null {
  return (
    quantileBounds(values, share, "both", confidence) ??
    quantileBounds(values, share, "upper", confidence) ??
    quantileBounds(values, share, "lower", confidence)
  );
}

/** The median with bounds on both sides or none: a one-sided bound of a median would be misread. */
export function medianInterval(
  values: readonly number[],
  confidence = CONFIDENCE,
): QuantileInterval | null {
  return quantileBounds(values, 0.5, "both", confidence);
}
