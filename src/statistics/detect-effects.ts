import { smallestDetectableRatio } from "./detect-durations.ts";
import { DETECTION, type Detection } from "./detect-shares.ts";
import type { BeforeAfter } from "./difference-in-differences.ts";
import { binomialAt, normalQuantile } from "./distributions.ts";
import { fisherMidP, type Share, splitProbabilities, splitsOf } from "./fisher.ts";

/** How many values each group has. */
export type Sizes = BeforeAfter<number>;

/** Outcomes that are further from the expected one, in standard deviations, hardly ever happen. */
const FARTHEST = 5;

/** A fall to this is the end of something. */
const LEAST_RATIO = 0.001;

/** As precisely a smallest ratio is found. */
const PRECISION = 0.005;

interface Outcome {
  readonly count: number;
  readonly chance: number;
}

/** The counts that are likely enough to matter, with their chances. */
function outcomes(of: number, share: number): readonly Outcome[] {
  const reach = FARTHEST * Math.sqrt(of * share * (1 - share)) + FARTHEST;
  const least = Math.max(0, Math.floor(of * share - reach));
  const most = Math.min(of, Math.ceil(of * share + reach));
  return Array.from({ length: most - least + 1 }, (_, at) => ({
    count: least + at,
    chance: binomialAt(least + at, of, share),
  }));
}

/** The largest count after that is detected as a fall, for a total of both; −1 for none. */
function criticalCount(total: number, { before, after }: Sizes, level: number): number {
  const split = splitsOf(after, before, total);
  let less = 0;
  for (const [at, chance] of splitProbabilities(split).entries()) {
    if (less + chance / 2 > level / 2) return split.least + at - 1;
    less += chance;
  }
  return split.least + split.logWays.length - 1;
}

/** A share whose odds are this many times those of another. */
function withOdds(share: number, ratio: number): number {
  return (share * ratio) / (1 - share + share * ratio);
}

/** The largest count after that is detected as a fall, for each total; each is found once. */
type Critical = (total: number) => number;

function criticalCounts(sizes: Sizes, level: number): Critical {
  const found = new Map<number, number>();
  return (total) => {
    const known = found.get(total) ?? criticalCount(total, sizes, level);
    found.set(total, known);
    return known;
  };
}

/** The chance that a fall of the odds by `ratio` is detected, as `countEffect` detects it. Exact. */
function powerOfFall(share: number, ratio: number, sizes: Sizes, critical: Critical): number {
  const before = outcomes(sizes.before, share);
  let power = 0;
  for (const after of outcomes(sizes.after, withOdds(share, ratio))) {
    for (const { count, chance } of before) {
      if (after.count <= critical(count + after.count)) power += chance * after.chance;
    }
  }
  return power;
}

/**
 * The smallest fall of the odds, as a ratio below 1, that `countEffect` would tell with that power, if
 * the share was before what was seen; null where not even the end of it would be detected.
 */
export function smallestCountEffect(
  before: Share,
  afterOf: number,
  detection: Detection = {},
): number | null {
  const { level, power } = { ...DETECTION, ...detection };
  if (before.count === 0 || afterOf === 0 || before.count === before.of) return null;
  const sizes = { before: before.of, after: afterOf };
  const critical = criticalCounts(sizes, level);
  const isDetected = (ratio: number) =>
    powerOfFall(before.count / before.of, ratio, sizes, critical) >= power;
  let [detected, missed] = [LEAST_RATIO, 1];
  if (!isDetected(detected)) return null;
  while (missed - detected > PRECISION) {
    const middle = (detected + missed) / 2;
    if (isDetected(middle)) detected = middle;
    else missed = middle;
  }
  return detected;
}

/** The smallest count from 1 to `most` that is enough, where more is never worse; null for none. */
function fewest(most: number, enough: (count: number) => boolean): number | null {
  if (!enough(most)) return null;
  let [tooFew, candidate] = [0, most];
  while (candidate - tooFew > 1) {
    const middle = Math.floor((candidate + tooFew) / 2);
    if (enough(middle)) candidate = middle;
    else tooFew = middle;
  }
  return candidate;
}

/**
 * How many incidents there have to be after for such a fall to be detected with that power; null where it
 * would take more than `most`, or what was before is too little to tell it from.
 */
export function incidentsAfterNeeded(
  ratio: number,
  before: Share,
  detection: Detection = {},
): number | null {
  const { level, power, most } = { ...DETECTION, ...detection };
  if (before.count === 0 || before.count === before.of) return null;
  const share = before.count / before.of;
  return fewest(most, (after) => {
    const sizes = { before: before.of, after };
    return powerOfFall(share, ratio, sizes, criticalCounts(sizes, level)) >= power;
  });
}

/** The variance of a Hodges–Lehmann shift for each unit of the squared spread; null where none is exact. */
function shiftVariance({ before, after }: Sizes, level: number): number | null {
  const reach = normalQuantile(1 - level / 2) + normalQuantile(DETECTION.power);
  const ratio = smallestDetectableRatio(after, before, 1, { level });
  return ratio === null ? null : (Math.log(ratio) / reach) ** 2;
}

/**
 * The smallest fall of durations, as a ratio below 1, that `durationEffect` would tell with that power;
 * null where none could be. The approximation is that of `smallestDetectableRatio`, with the variances
 * of both groups added up.
 * @param spread the standard deviation of the logarithms within groups
 */
export function smallestDurationEffect(
  treated: Sizes,
  control: Sizes,
  spread: number,
  detection: Detection = {},
): number | null {
  const { level, power } = { ...DETECTION, ...detection };
  const own = shiftVariance(treated, level);
  const other = shiftVariance(control, level);
  if (own === null || other === null) return null;
  const reach = normalQuantile(1 - level / 2) + normalQuantile(power);
  return Math.exp(-reach * spread * Math.sqrt(own + other));
}

/**
 * How many durations there have to be after, in the treated group, for such a fall to be detected with that
 * power, if the control group grows as it did before; null where it would take more than `most`.
 */
export function durationsAfterNeeded(
  ratio: number,
  before: number,
  control: Sizes,
  spread: number,
  detection: Detection = {},
): number | null {
  const { most } = { ...DETECTION, ...detection };
  if (before === 0) return null;
  return fewest(most, (after) => {
    const grown = Math.max(control.after, Math.round((after * control.before) / before));
    const others = { before: control.before, after: grown };
    const smallest = smallestDurationEffect({ before, after }, others, spread, detection);
    return smallest !== null && smallest >= ratio;
  });
}

/**
 * How many incidents after, none of them with it, `countEffect` would tell from what was before; null
 * where it would take more than `most`.
 */
export function incidentsWithoutNeeded(before: Share, detection: Detection = {}): number | null {
  const { level, most } = { ...DETECTION, ...detection };
  if (before.count === 0 || before.count === before.of) return null;
  return fewest(most, (after) => fisherMidP({ count: 0, of: after }, before) <= level);
}

/**
 * How many incidents after, none of them with something, `mostForFall` would tell to be a fall; null where
 * it would take more than `most`.
 */
export function incidentsForFall(before: Share, level: number, most: number): number | null {
  if (before.count === 0) return null;
  return fewest(most, (after) => fisherMidP({ count: 0, of: after }, before) / 2 <= level);
}

/**
 * The most incidents with something, of so many after, that `countEffect` would still tell to be a fall,
 * one-sided; null where not even none would be.
 */
export function mostForFall(before: Share, afterOf: number, level: number): number | null {
  const isFall = (count: number) =>
    count * before.of < before.count * afterOf &&
    fisherMidP({ count, of: afterOf }, before) / 2 <= level;
  if (!isFall(0)) return null;
  let [most, tooMany] = [0, afterOf];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (isFall(middle)) most = middle;
    else tooMany = middle;
  }
  return most;
}
