import { quantileSorted } from "d3-array";

/** The fewest values that a 90th percentile is given for. */
export const FEWEST_FOR_P90 = 5;

/** What a set of minutes looks like; null where there are too few values to say. */
export interface Summary {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly max: number | null;
}

function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return quantileSorted(sorted, share) ?? null;
}

/** Hundredths of a minute: interpolating in binary leaves digits that mean nothing. */
function roundMinutes(minutes: number | null): number | null {
  return minutes === null ? null : Math.round(minutes * 100) / 100;
}

/** The median of any figures, unrounded; null for none. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/**
 * Median, 90th percentile and maximum of minutes. Quantiles are type 7 of Hyndman & Fan, "Sample
 * Quantiles in Statistical Packages", The American Statistician 50 (1996), which is PERCENTILE.INC
 * of spreadsheets and the default of numpy and R.
 */
export function summarizeMinutes(minutes: readonly number[]): Summary {
  return {
    count: minutes.length,
    median: roundMinutes(median(minutes)),
    p90: minutes.length < FEWEST_FOR_P90 ? null : roundMinutes(quantile(minutes, 0.9)),
    max: quantile(minutes, 1),
  };
}
