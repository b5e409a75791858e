import { type RowWeights, WEIGHED, type WeighedMilestone } from "../../core/row-weights.ts";
import { type RowFeatures, rowFeatures } from "./row-features.ts";
import type { ToldRow } from "./rows.ts";

/** Longer timelines are logs of a program or of a chat, which the weights have not learned from. */
const LONGEST = 200;
const SHORTEST = 2;

/** A row that the weights choose, and how probable it is among all rows. */
export interface WeighedChoice {
  readonly row: ToldRow;
  readonly probability: number;
}

/** What the features of a row say of each milestone, in logits. */
export function rowScores({ signs, words }: RowFeatures, weights: RowWeights): readonly number[] {
  const known = words.flatMap((word) => {
    const own = weights.get(word);
    return own ? [own] : [];
  });
  const share = 1 / Math.sqrt(Math.max(1, known.length));
  return WEIGHED.map((_, column) => {
    let sum = 0;
    for (const sign of signs) sum += weights.get(sign)?.[column] ?? 0;
    for (const own of known) sum += (own[column] ?? 0) * share;
    return sum;
  });
}

/** Scores as logarithms of probabilities, which add up to one over all rows. */
function logProbabilities(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
  return scores.map((score) => score - highest - Math.log(total));
}

/** The index of each milestone's row; -1 where there is none. */
export type RowIndexes = readonly [
  started: number,
  detected: number,
  diagnosed: number,
  resolved: number,
];

/** The best row up to each one: what starts does so before it is detected. */
function bestUpTo(values: readonly number[]): readonly number[] {
  let best = 0;
  return values.map((value, index) => {
    if (value > (values[best] ?? 0)) best = index;
    return best;
  });
}

/**
 * The rows of greatest probability in all, in order: the start not after the detection, the diagnosis between
 * detection and end. `values` has a list for each milestone, by row.
 */
export function bestInOrder(values: readonly (readonly number[])[]): RowIndexes {
  const [started = [], detected = [], diagnosed = [], resolved = []] = values;
  const starts = bestUpTo(started);
  let best: RowIndexes = [-1, -1, -1, -1];
  let highest = Number.NEGATIVE_INFINITY;
  for (const [from, ofDetected] of detected.entries()) {
    const start = starts[from] ?? from;
    let cause = from;
    for (let end = from; end < resolved.length; end += 1) {
      if ((diagnosed[end] ?? 0) > (diagnosed[cause] ?? 0)) cause = end;
      const sum =
        (started[start] ?? 0) + ofDetected + (diagnosed[cause] ?? 0) + (resolved[end] ?? 0);
      if (sum <= highest) continue;
      highest = sum;
      best = [start, from, cause, end];
    }
  }
  return best;
}

/** No row but the one that is certain. */
const NEVER = -1e6;
/** Where cues find no row, one that is less probable is not told. */
const LEAST_PROBABLE = 0.4;
/** A guess of cues stands unless another row is so many times as probable. */
const TIMES_AS_PROBABLE = 10;

/** The rows that milestones have by their cues. */
export type RowsByCues = Readonly<
  Partial<Record<WeighedMilestone, { readonly row: ToldRow; readonly isSure: boolean }>>
>;

/**
 * The rows that weights choose for milestones, in order and beside those that cues choose with certainty: where
 * cues find none, and where another row is far more probable than the one that they guess.
 */
export function weighRows(
  rows: readonly ToldRow[],
  byCues: RowsByCues,
  weights: RowWeights,
): Readonly<Partial<Record<WeighedMilestone, WeighedChoice>>> {
  if (rows.length < SHORTEST || rows.length > LONGEST) return {};
  const scores = rowFeatures(rows).map((features) => rowScores(features, weights));
  const logs = WEIGHED.map((_, column) => logProbabilities(scores.map((own) => own[column] ?? 0)));
  const probabilityOf = (row: ToldRow, column: number): number =>
    Math.exp(logs[column]?.[rows.indexOf(row)] ?? NEVER);
  const values = WEIGHED.map((name, column) =>
    rows.map((row, index) => {
      const known = byCues[name];
      if (known?.isSure === true) return row === known.row ? 0 : NEVER;
      return row.at === null ? NEVER : (logs[column]?.[index] ?? NEVER);
    }),
  );
  const best = bestInOrder(values);
  const chosen = WEIGHED.flatMap((name, column) => {
    const index = best[column] ?? -1;
    const row = rows[index];
    const value = values[column]?.[index] ?? NEVER;
    const known = byCues[name];
    if (!row || value <= NEVER || known?.isSure === true) return [];
    const probability = probabilityOf(row, column);
    const least = known ? TIMES_AS_PROBABLE * probabilityOf(known.row, column) : LEAST_PROBABLE;
    return probability < least ? [] : [[name, { row, probability }] as const];
  });
  return Object.fromEntries(chosen);
}
