/** How probable each value of a statistic is, from 0 on in equal steps. */
export type Probabilities = readonly number[];

/** Ranks of values from 1 on, the mean rank for ties, and whether there are any. */
export interface Ranks {
  readonly ranks: readonly number[];
  readonly tied: boolean;
  /** Sum of t³ − t over the groups of t equal values, which a variance is corrected by. */
  readonly tieTerm: number;
}

/** The ranks of values, in the order of the values. */
export function ranksOf(values: readonly number[]): Ranks {
  const order = values.map((value, index) => ({ value, index }));
  order.sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  let tieTerm = 0;
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && order[end]?.value === order[start]?.value) end++;
    for (const { index } of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
    tieTerm += (end - start) ** 3 - (end - start);
    start = end;
  }
  return { ranks, tied: tieTerm > 0, tieTerm };
}

/** Adds the ways of `from` to those of `to`, for sums that are `score` higher and at most `most`. */
function addShifted(to: Float64Array, from: Float64Array, score: number, most: number): void {
  for (let sum = score; sum <= most; sum++) to[sum] = (to[sum] ?? 0) + (from[sum - score] ?? 0);
}

/** The number of ways for each sum of `picked` of these scores, from the least possible sum on. */
function waysOf(ascending: readonly number[], picked: number): Float64Array {
  const before = [0];
  for (const score of ascending) before.push((before.at(-1) ?? 0) + score);
  const sumBetween = (start: number, end: number) => (before[end] ?? 0) - (before[start] ?? 0);
  const highest = sumBetween(ascending.length - picked, ascending.length);
  const ways = Array.from({ length: picked + 1 }, () => new Float64Array(highest + 1));
  ways[0]?.fill(1, 0, 1);
  for (const [index, score] of ascending.entries()) {
    const left = ascending.length - 1 - index;
    // Of the sizes that can still grow to `picked`, the larger first: each score counts once.
    for (let size = Math.min(picked, index + 1); size > Math.max(0, picked - left - 1); size--) {
      const [to, from] = [ways[size], ways[size - 1]];
      if (to && from) addShifted(to, from, score, sumBetween(index + 1 - size, index + 1));
    }
  }
  return ways[picked]?.subarray(sumBetween(0, picked)) ?? new Float64Array(0);
}

/**
 * The distribution of the sum of `picked` of these scores, whole numbers, each choice being as likely:
 * index i is the least possible sum plus i. Counted by adding one score after the other, without any
 * subtraction, so that no digits are lost (B. Streitberg and J. Röhmel, "Exact Distributions for
 * Permutation and Rank Tests", Statistical Software Newsletter 12, 1986).
 */
export function scoreSums(scores: readonly number[], picked: number): Probabilities {
  const ascending = scores.toSorted((a, b) => a - b);
  const left = ascending.length - picked;
  // What is left has the mirrored distribution, and fewer scores take less time.
  const ways = left < picked ? waysOf(ascending, left).toReversed() : waysOf(ascending, picked);
  const total = ways.reduce((sum, count) => sum + count, 0);
  return Array.from(ways, (count) => count / total);
}

/** The distribution of the sum of two independent statistics. */
export function convolved(one: Probabilities, other: Probabilities): Probabilities {
  const sums = new Array<number>(one.length + other.length - 1).fill(0);
  for (const [i, p] of one.entries()) {
    for (const [j, q] of other.entries()) sums[i + j] = (sums[i + j] ?? 0) + p * q;
  }
  return sums;
}
