import { quantileSorted } from "d3-array";

/** The smallest number of values for a 90th percentile. */
export const FEWEST_FOR_P90 = 5;

function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return quantileSorted(sorted, share) ?? null;
}

/** The median of the figures, unrounded; null for none. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}
