import { DETECTION, type Detection } from "./detect-shares.ts";
import { logChoose, normalQuantile } from "./distributions.ts";
import { logDurations } from "./duration-ratio.ts";
import { medianOfSorted } from "./quantiles.ts";

/** The median distance of two values of a standard normal distribution: √2 · Φ⁻¹(0.75). */
const MEDIAN_DISTANCE = Math.SQRT2 * normalQuantile(0.75);

/**
 * The standard deviation of the logarithms of durations within groups, estimated from the median distance of
 * two values of one group, which no single long incident can move far; null where no group has two
 * values that differ. M. I. Shamos, "Geometry and Statistics: Problems at the Interface" (1976).
 */
export function logSpread(groups: readonly (readonly number[])[], shortest: number): number | null {
  const size = groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const distances = new Float64Array(size);
  let at = 0;
  for (const durations of groups) {
    const logs = logDurations(durations, shortest);
    for (const [i, a] of logs.entries()) {
      for (const b of logs.slice(i + 1)) distances[at++] = Math.abs(a - b);
    }
  }
  const spread = (medianOfSorted(distances.sort()) ?? 0) / MEDIAN_DISTANCE;
  return spread > 0 ? spread : null;
}

/**
 * The smallest ratio of durations above 1 (its inverse for a fall) that `durationRatio` would tell with
 * that power, given how many durations both groups have; null where none could be. An approximation for
 * durations whose logarithms are normal with this spread: E. L. Lehmann, "Nonparametrics" (1975),
 * chapter 2. With a power of 0.8, simulated tests tell between 0.71 and 0.83 of such differences.
 */
export function smallestDetectableRatio(
  groupCount: number,
  referenceCount: number,
  spread: number,
  detection: Detection = {},
): number | null {
  const { level, power } = { ...DETECTION, ...detection };
  const count = groupCount + referenceCount;
  const pairs = groupCount * referenceCount;
  // The most extreme order of all has this p value: above the level, nothing can be detected.
  if (pairs === 0 || 2 * Math.exp(-logChoose(count, groupCount)) > level) return null;
  const reach = normalQuantile(1 - level / 2) + normalQuantile(power);
  const density = 1 / (2 * Math.sqrt(Math.PI) * spread);
  return Math.exp((reach * Math.sqrt((count + 1) / (12 * pairs))) / density);
}

/**
 * How many durations the group needs, beside those of the reference, for a ratio (0.5 is a halving) to be
 * detected with that power; null where more than `most` would be needed, or where the ratio is 1. The
 * approximation is that of `smallestDetectableRatio`.
 */
export function durationsToDetect(
  ratio: number,
  referenceCount: number,
  spread: number,
  detection: Detection = {},
): number | null {
  const { most } = { ...DETECTION, ...detection };
  const wanted = Math.max(ratio, 1 / ratio);
  for (let count = 1; count <= most; count++) {
    const smallest = smallestDetectableRatio(count, referenceCount, spread, detection);
    if (smallest !== null && smallest <= wanted) return count;
  }
  return null;
}
