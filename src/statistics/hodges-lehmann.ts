import { normalCdf, normalQuantile } from "./distributions.ts";
import { type AttainedInterval, CONFIDENCE } from "./interval.ts";
import { medianOfSorted } from "./quantiles.ts";
import { convolved, type Probabilities, type Ranks, ranksOf, scoreSums } from "./rank-sums.ts";

/** Two groups that are compared with each other, and with no other stratum. */
export interface Stratum {
  readonly group: readonly number[];
  readonly reference: readonly number[];
}

/** By how much the values of a group are above those of the reference. */
export interface ShiftEstimate {
  /** The median of all differences of one value of the group and one of the reference. */
  readonly estimate: number;
  /** Null where there are too few values for the confidence asked for. */
  readonly interval: AttainedInterval | null;
  /** Two-sided, of no difference. */
  readonly p: number;
  /** False where a normal approximation stands in for the exact distribution. */
  readonly exact: boolean;
  /** Values of the group in strata that have both. */
  readonly groupCount: number;
  /** Values of the reference in strata that have both. */
  readonly referenceCount: number;
}

/** The most values, both groups and all strata together, that the exact distribution is counted for. */
export const MOST_FOR_EXACT = 100;

interface RankedStratum extends Ranks {
  readonly m: number;
  readonly n: number;
}

function ranked({ group, reference }: Stratum): RankedStratum {
  return { ...ranksOf([...group, ...reference]), m: group.length, n: reference.length };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** All differences of a value of the group and one of the reference, in order; millions of them in bytes. */
function allDifferences(strata: readonly Stratum[]): Float64Array {
  const size = total(strata.map(({ group, reference }) => group.length * reference.length));
  const differences = new Float64Array(size);
  let at = 0;
  for (const { group, reference } of strata) {
    for (const a of group) for (const b of reference) differences[at++] = a - b;
  }
  return differences.sort();
}

/** Pairs in which the value of the group is larger; equal ones count half. */
function largerPairs({ ranks, m }: RankedStratum): number {
  return total(ranks.slice(0, m)) - (m * (m + 1)) / 2;
}

function together(distributions: readonly Probabilities[]): Probabilities {
  return distributions.reduce(convolved, [1]);
}

/** Twice the smaller tail of the distribution that these very ties have, given the sizes. */
function exactP(strata: readonly RankedStratum[]): number {
  // Mean ranks are halves: doubled, they are whole numbers.
  const scale = strata.some(({ tied }) => tied) ? 2 : 1;
  const scored = strata.map(({ ranks, m }) => ({ scores: ranks.map((rank) => rank * scale), m }));
  const chances = together(scored.map(({ scores, m }) => scoreSums(scores, m)));
  const at = total(
    scored.map(({ scores, m }) => {
      const least = total(scores.toSorted((a, b) => a - b).slice(0, m));
      return total(scores.slice(0, m)) - least;
    }),
  );
  return Math.min(1, 2 * Math.min(total(chances.slice(0, at + 1)), total(chances.slice(at))));
}

/** The variance of the number of larger pairs. */
function varianceOf({ m, n }: RankedStratum, tieTerm: number): number {
  const count = m + n;
  return ((m * n) / 12) * (count + 1 - tieTerm / (count * (count - 1)));
}

function normalP(strata: readonly RankedStratum[]): number {
  const middle = total(strata.map(({ m, n }) => (m * n) / 2));
  const sd = Math.sqrt(total(strata.map((stratum) => varianceOf(stratum, stratum.tieTerm))));
  const distance = Math.max(0, Math.abs(total(strata.map(largerPairs)) - middle) - 0.5);
  return sd === 0 ? 1 : Math.min(1, 2 * normalCdf(-distance / sd));
}

/** The rank of the difference that bounds the shift from below, 0 for none, and the chance it misses. */
interface Bound {
  readonly rank: number;
  readonly missed: number;
}

function exactBound(strata: readonly RankedStratum[], tail: number): Bound {
  const untied = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const chances = together(strata.map(({ m, n }) => scoreSums(untied(m + n), m)));
  let bound: Bound = { rank: 0, missed: 0 };
  for (const chance of chances) {
    const missed = bound.missed + chance;
    if (missed > tail) break;
    bound = { rank: bound.rank + 1, missed };
  }
  return bound;
}

function normalBound(strata: readonly RankedStratum[], tail: number): Bound {
  const middle = total(strata.map(({ m, n }) => (m * n) / 2));
  const sd = Math.sqrt(total(strata.map((stratum) => varianceOf(stratum, 0))));
  const rank = Math.max(0, Math.floor(middle + 0.5 + normalQuantile(tail) * sd));
  return { rank, missed: normalCdf((rank - 0.5 - middle) / sd) };
}

/**
 * The shift of groups against their references, compared only within strata, such as severities; null
 * where no stratum has both. The number of pairs in which the group is larger, added up over the strata,
 * gives the p value, and inverted the estimate and the interval (J. L. Hodges and E. L. Lehmann,
 * "Estimates of Location Based on Rank Tests", Annals of Mathematical Statistics 34, 1963; E. L. Lehmann,
 * "Nonparametrics", 1975, chapters 1 to 3). Ties: the p value is that of the ties at hand; the interval
 * is that without ties, which then covers at least as often.
 */
export function stratifiedHodgesLehmann(
  strata: readonly Stratum[],
  confidence = CONFIDENCE,
): ShiftEstimate | null {
  const used = strata.filter(({ group, reference }) => group.length > 0 && reference.length > 0);
  const differences = allDifferences(used);
  const estimate = medianOfSorted(differences);
  if (estimate === null) return null;
  const groupCount = total(used.map(({ group }) => group.length));
  const referenceCount = total(used.map(({ reference }) => reference.length));
  const exact = groupCount + referenceCount <= MOST_FOR_EXACT;
  const rankedStrata = used.map(ranked);
  const bound = (exact ? exactBound : normalBound)(rankedStrata, (1 - confidence) / 2);
  const low = differences[bound.rank - 1];
  const high = differences[differences.length - bound.rank];
  const known = low !== undefined && high !== undefined;
  return {
    estimate,
    interval: known ? { low, high, coverage: 1 - 2 * bound.missed } : null,
    p: exact ? exactP(rankedStrata) : normalP(rankedStrata),
    exact,
    groupCount,
    referenceCount,
  };
}

/** The shift of one group against its reference, as in `stratifiedHodgesLehmann`. */
export function hodgesLehmann(
  group: readonly number[],
  reference: readonly number[],
  confidence = CONFIDENCE,
): ShiftEstimate | null {
  return stratifiedHodgesLehmann([{ group, reference }], confidence);
}
