import { compareText } from "../core/compare.ts";
import { learnWeights, scoreOf, type SparseRow } from "./logistic-regression.ts";
import type { Sample } from "./samples.ts";

/** How sure a model is of a sentence, and by which words. */
export interface Classification {
  /** From 0 to 1. */
  readonly probability: number;
  /** Stems that speak most for a gap, the strongest first; found when they are asked for. */
  readonly because: () => readonly string[];
}

/** What a classifier is told of a sentence. */
export type Seen = Pick<Sample, "stems" | "prior">;

/** Tells by the stems of a sentence, and by what others teach of it, how sure it is a gap. */
export type Classifier = (seen: Seen) => Classification;

/** Words that fewer sentences have say nothing of others. */
const FEWEST_SENTENCES = 2;
const MOST_WORDS = 150;
/** Sentences of each sort that a model learns from: more cost time and teach little. */
const MOST_OF_A_SORT = 300;
/** Where there are many more others than gaps, a model that always says no is hard to beat. */
const OTHERS_FOR_A_GAP = 3;
const STEPS = 120;
/** Where the words begin in a vector. */
const FIRST_WORD = 2;
const GAP = 0;
const OTHER = 1;

/** At most so many, spread evenly over all. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from(
    { length: most },
    (_, index) => items[Math.floor((index * items.length) / most)],
  ).filter((item) => item !== undefined);
}

/** The words that most sentences have, stop words left out. */
function chooseWords(
  samples: readonly Sample[],
  isStopWord: (stem: string) => boolean,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { stems } of samples) {
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return [...counts]
    .filter(([stem, count]) => count >= FEWEST_SENTENCES && !isStopWord(stem))
    .toSorted(([a, m], [b, n]) => n - m || compareText(a, b))
    .slice(0, MOST_WORDS)
    .map(([stem]) => stem);
}

/**
 * A sentence as numbers: a constant, what others teach of it, and one for each word, so that long
 * sentences count no more.
 */
function vectorOf({ stems, prior }: Seen, columnOf: ReadonlyMap<string, number>): SparseRow {
  const columns = [0, 1];
  for (const stem of stems) {
    const column = columnOf.get(stem);
    if (column !== undefined) columns.push(column);
  }
  const share = 1 / Math.sqrt(columns.length - FIRST_WORD);
  columns.sort((a, b) => a - b);
  return { columns, values: columns.map((column) => [1, prior][column] ?? share) };
}

/**
 * A probability among the samples learned from as one among all, where of the others only a share was taken:
 * King and Zeng, "Logistic Regression in Rare Events Data" (2001), section 4.1.
 */
function asOfAll(probability: number, taken: number): number {
  const gap = probability * taken;
  return gap / (gap + 1 - probability);
}

/**
 * Learns from samples to tell gaps from other sentences; the same samples give the same classifier.
 * @returns null where there is only one sort of sentence, or no word in common.
 */
export function trainClassifier(
  samples: readonly Sample[],
  isStopWord: (stem: string) => boolean,
): Classifier | null {
  const all = {
    gaps: samples.filter(({ gap }) => gap !== null),
    others: samples.filter(({ gap }) => gap === null),
  };
  const gaps = spread(all.gaps, MOST_OF_A_SORT);
  const most = Math.min(gaps.length * OTHERS_FOR_A_GAP, 2 * MOST_OF_A_SORT);
  const others = spread(all.others, most);
  const chosen = [...gaps, ...others];
  const words = chooseWords(chosen, isStopWord);
  if (gaps.length === 0 || others.length === 0 || words.length === 0) return null;
  const columnOf = new Map(words.map((word, index) => [word, FIRST_WORD + index]));
  const weights = learnWeights(
    chosen.map((sample) => vectorOf(sample, columnOf)),
    chosen.map(({ gap }) => (gap ? GAP : OTHER)),
    { columns: FIRST_WORD + words.length, steps: STEPS, rate: 3 / chosen.length },
  );
  const speaking = words
    .map((word, index) => ({ word, weight: weights[FIRST_WORD + index] ?? 0 }))
    .filter(({ weight }) => weight < 0)
    .toSorted((a, b) => a.weight - b.weight || compareText(a.word, b.word));
  const taken = (others.length * all.gaps.length) / (all.others.length * gaps.length);
  return (seen) => ({
    probability: asOfAll(1 - scoreOf(vectorOf(seen, columnOf), weights), taken),
    because: () => speaking.flatMap(({ word }) => (seen.stems.has(word) ? [word] : [])).slice(0, 3),
  });
}
