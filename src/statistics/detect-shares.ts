import { binomialAt, logChoose } from "./distributions.ts";

/** When a difference counts as detected. */
export interface Detection {
  /** The two-sided p value up to which a difference is detected; lower it for several rows. Default 0.05. */
  readonly level?: number;
  /** The probability with which it should be detected. Default 0.8. */
  readonly power?: number;
  /** The most incidents per group that are looked at. Default 1000. */
  readonly most?: number;
}

/** What holds where nobody says otherwise: 0.8 is the custom since J. Cohen (1988). */
export const DETECTION = {
  level: 0.05,
  power: 0.8,
  most: 1000,
} as const satisfies Required<Detection>;

/** The largest count of the first group, of `total` in both, that is detected as too small; −1 for none. */
function criticalCount(logWays: readonly number[], total: number, level: number): number {
  const size = logWays.length - 1;
  const logAll = logChoose(2 * size, total);
  let less = 0;
  for (let k = Math.max(0, total - size); 2 * k < total; k++) {
    const chance = Math.exp((logWays[k] ?? 0) + (logWays[total - k] ?? 0) - logAll);
    if (less + chance / 2 > level / 2) return k - 1;
    less += chance;
  }
  return Math.ceil(total / 2) - 1;
}

/**
 * The probability that `fisherMidP` tells two shares apart at the level, with `size` incidents in each
 * group. Exact: all outcomes are added up.
 */
export function powerOfShares(first: number, second: number, size: number, level: number): number {
  const counts = Array.from({ length: size + 1 }, (_, k) => k);
  const logWays = counts.map((k) => logChoose(size, k));
  const ofFirst = counts.map((k) => binomialAt(k, size, first));
  const ofSecond = counts.map((k) => binomialAt(k, size, second));
  let power = 0;
  for (let total = 1; total < 2 * size; total++) {
    const critical = criticalCount(logWays, total, level);
    for (let k = Math.max(0, total - size); k <= critical; k++) {
      const other = total - k;
      power +=
        (ofFirst[k] ?? 0) * (ofSecond[other] ?? 0) + (ofFirst[other] ?? 0) * (ofSecond[k] ?? 0);
    }
  }
  return power;
}

/**
 * How many incidents each of two groups would have to have for their shares, if they are what was seen,
 * to be detected with that power; null where it would take more than `most`, or where they are equal.
 * Found by doubling, then halving: it never grows as the shares move apart, but as exact power rises in
 * teeth, a few incidents less can sometimes do too.
 */
export function incidentsToDetect(
  first: number,
  second: number,
  detection: Detection = {},
): number | null {
  const { level, power, most } = { ...DETECTION, ...detection };
  if (first === second) return null;
  const enough = (size: number) => powerOfShares(first, second, size, level) >= power;
  let tooFew = 0;
  let candidate = Math.min(4, most);
  while (!enough(candidate)) {
    if (candidate >= most) return null;
    tooFew = candidate;
    candidate = Math.min(2 * candidate, most);
  }
  while (candidate - tooFew > 1) {
    const middle = Math.floor((candidate + tooFew) / 2);
    if (enough(middle)) candidate = middle;
    else tooFew = middle;
  }
  return candidate;
}
