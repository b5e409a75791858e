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

/** The number of ways for each sum of `picked` of these scores, from the least possible sum on. */
function waysOf(ascending: readonly number[], picked: number): Float64Array {
  const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const least = sumOf(ascending.slice(0, picked));
  const most = sumOf(ascending.slice(ascending.length - picked));
  const ways = Array.from({ length: picked + 1 }, () => new Float64Array(most + 1));
  ways[0]?.fill(1, 0, 1);
  let reached = 0;
  for (const [index, score] of ascending.entries()) {
    reached = Math.min(most, reached + score);
    for (let size = Math.min(picked, index + 1); size > 0; size--) {
      addShifted(ways[size], ways[size - 1], score, reached);
    }
  }
  return ways[picked]?.subarray(least) ?? new Float64Array(0);
}

function addShifted(
  target: Float64Array | undefined,
  source: Float64Array | undefined,
  shift: number,
  upTo: number,
): void {
  if (target === undefined || source === undefined) return;
  for (let sum = upTo; sum >= shift; sum--) {
    target[sum] = (target[sum] ?? 0) + (source[sum - shift] ?? 0);
  }
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
