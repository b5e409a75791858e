import type { Interval } from "./interval.ts";

/** How a group compares with its reference. */
export type Direction = "higher" | "lower" | "same";

/** The answer of a test of two counts. */
export interface Comparison {
  /** Two-sided: twice the smaller tail, 1 at most. */
  readonly p: number;
  readonly direction: Direction;
  /** Group over reference: 0 or Infinity where one of them is 0, null where both are. */
  readonly ratio: number | null;
  /** Of that ratio; null where both are 0. */
  readonly interval: Interval | null;
}

/** Which way a ratio points. */
export function directionOf(ratio: number | null): Direction {
  if (ratio === null || ratio === 1) return "same";
  return ratio > 1 ? "higher" : "lower";
}

/** The two-sided mid-p value, from the probabilities of less than was seen, of as much and of more. */
export function midP(less: number, equal: number, more: number): number {
  return Math.min(1, 2 * (Math.min(less, more) + equal / 2));
}
