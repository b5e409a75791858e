/** What is used where nobody says otherwise. */
export const CONFIDENCE = 0.95;

/** A confidence interval; `high` is Infinity where nothing bounds it from above. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** An interval whose bounds are observed values, so that its coverage is known, not chosen. */
export interface AttainedInterval extends Interval {
  /** The probability that such an interval covers the truth: at least the confidence asked for. */
  readonly coverage: number;
}

/** Throws a RangeError unless `part` of `whole` are counts of which the first fits the second. */
export function checkCounts(part: number, whole: number): void {
  if (!Number.isInteger(part) || !Number.isInteger(whole) || part < 0 || part > whole) {
    throw new RangeError(
      `Unexpected ${part} of ${whole}, expected counts with the first in the second`,
    );
  }
}
