import { quantileSorted } from "d3-array";

/** The smallest number of values for a 90th percentile. */
export const FEWEST_FOR_P90 = 5;

/** A summary of minutes; null where there are too few values. */
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

/** Rounds to hundredths of a minute: binary interpolation leaves meaningless digits. */
function roundMinutes(minutes: number | null): number | null {
  return minutes === null ? null : Math.round(minutes * 100) / 100;
}

/** The median of the figures, unrounded; null for none. */
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
