import { CONFIDENCE, type Interval } from "./interval.ts";
import { quantile } from "./quantiles.ts";
import type { Random } from "./random.ts";

/** What each observer called one unit; null where an observer did not judge it. */
export type Unit = readonly (string | null)[];

/** How far observers agree beyond chance. */
export interface Agreement {
  /** 1: always; 0: as chance would; null where only one value was ever given. */
  readonly alpha: number | null;
  /** Units that at least two observers judged. */
  readonly units: number;
  /** The judgements in them. */
  readonly judgements: number;
}

function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Ordered pairs of different values. */
function unequalPairs(values: readonly string[]): number {
  const equal = [...countsOf(values).values()].reduce((sum, count) => sum + count * count, 0);
  return values.length ** 2 - equal;
}

function comparable(units: readonly Unit[]): readonly (readonly string[])[] {
  return units
    .map((unit) => unit.filter((value) => value !== null))
    .filter((values) => values.length > 1);
}

function alphaOf(units: readonly (readonly string[])[]): number | null {
  const all = units.flat();
  const expected = unequalPairs(all) / (all.length - 1);
  if (!(expected > 0)) return null;
  const observed = units.reduce(
    (sum, values) => sum + unequalPairs(values) / (values.length - 1),
    0,
  );
  return 1 - observed / expected;
}

/**
 * Krippendorff's alpha for names of kinds, with gaps in the data. K. Krippendorff, "Computing
 * Krippendorff's Alpha-Reliability" (2011), section C.
 */
export function krippendorffAlpha(units: readonly Unit[]): Agreement {
  const judged = comparable(units);
  return { alpha: alphaOf(judged), units: judged.length, judgements: judged.flat().length };
}

/**
 * The interval of alpha, by drawing the units anew `draws` times with these random numbers: percentile
 * bootstrap, as in A. Zapf et al., "Measuring Inter-Rater Reliability for Nominal Data", BMC Medical
 * Research Methodology 16 (2016). Draws of a single value have no alpha and are left out; null where
 * all are.
 */
export function krippendorffInterval(
  units: readonly Unit[],
  random: Random,
  draws = 2000,
  confidence = CONFIDENCE,
): Interval | null {
  const judged = comparable(units);
  const alphas = Array.from({ length: draws }, () =>
    alphaOf(judged.map((unit) => judged[Math.floor(random() * judged.length)] ?? unit)),
  ).filter((alpha) => alpha !== null);
  const low = quantile(alphas, (1 - confidence) / 2);
  const high = quantile(alphas, (1 + confidence) / 2);
  return low === null || high === null ? null : { low, high };
}
