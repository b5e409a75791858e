import { quantile } from "../../statistics/quantiles.ts";

/** The smallest number of values for a 90th percentile. */
export const FEWEST_FOR_P90 = 5;

/** The median of the figures, unrounded; null for none. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}
