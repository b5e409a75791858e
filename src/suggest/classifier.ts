import { compareText } from "../core/compare.ts";
import { learnWeights, scoreOf, type SparseRow } from "./logistic-regression.ts";
import type { ConfirmedSample, Seen, SeenDocument } from "./samples.ts";
import type { StemNumbers } from "./stem-numbers.ts";

/** How sure a model is of a sentence, and by which words. */
export interface Classification {
  /** From 0 to 1. */
  readonly probability: number;
  /** The numbers of stems that speak most for a gap, the strongest first; found when they are asked for. */
  readonly because: () => readonly number[];
}

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

/** The sentences that nobody took for a gap, at most so many, spread evenly over those of all documents. */
function spreadOthers(documents: readonly SeenDocument[], most: number): readonly Seen[] {
  const all = documents.reduce((sum, { others }) => sum + others, 0);
  const chosen: Seen[] = [];
  const count = Math.min(all, most);
  // The same places as of a list of all of them, which is not made.
  const nextPlace = () => Math.floor((chosen.length * all) / count);
  let first = 0;
  for (const { others, otherAt } of documents) {
    while (chosen.length < count && nextPlace() < first + others) {
      chosen.push(otherAt(nextPlace() - first));
    }
    first += others;
  }
  return chosen;
}

/** What stems are, by their numbers. */
export interface StemWords extends Pick<StemNumbers, "stemOf"> {
  /** Whether a stem stands in any text. */
  readonly isStopWord: (stem: string) => boolean;
}

/** The words that most sentences have, stop words left out. */
function chooseWords(
  samples: readonly Seen[],
  { stemOf, isStopWord }: StemWords,
): readonly number[] {
  const counts = new Map<number, number>();
  for (const { stems } of samples) {
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return [...counts]
    .filter(([stem, count]) => count >= FEWEST_SENTENCES && !isStopWord(stemOf(stem)))
    .toSorted(([a, m], [b, n]) => n - m || compareText(stemOf(a), stemOf(b)))
    .slice(0, MOST_WORDS)
    .map(([stem]) => stem);
}

/**
 * A sentence as numbers: a constant, what others teach of it, and one for each word, so that long
 * sentences count no more.
 */
function vectorOf({ stems, prior }: Seen, columnOf: ReadonlyMap<number, number>): SparseRow {
  const columns = [0, 1];
  for (const stem of stems) {
    const column = columnOf.get(stem);
    if (column === undefined) continue;
    // In its place among the few that there are.
    let at = columns.length;
    for (; (columns[at - 1] ?? 0) > column; at -= 1) columns[at] = columns[at - 1] ?? 0;
    columns[at] = column;
  }
  const share = 1 / Math.sqrt(columns.length - FIRST_WORD);
  const values = columns.map(() => share);
  [values[0], values[1]] = [1, prior];
  return { columns, values };
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
 * Learns from documents to tell gaps from other sentences; the same documents give the same classifier.
 * @returns null where there is only one sort of sentence, or no word in common.
 */
export function trainClassifier(
  documents: readonly SeenDocument[],
  words: StemWords,
): Classifier | null {
  const allGaps: readonly ConfirmedSample[] = documents.flatMap(({ confirmed }) => confirmed);
  const allOthers = documents.reduce((sum, { others }) => sum + others, 0);
  const gaps: readonly Seen[] = spread(allGaps, MOST_OF_A_SORT);
  const others = spreadOthers(
    documents,
    Math.min(gaps.length * OTHERS_FOR_A_GAP, 2 * MOST_OF_A_SORT),
  );
  const chosen = [...gaps, ...others];
  const known = chooseWords(chosen, words);
  if (gaps.length === 0 || others.length === 0 || known.length === 0) return null;
  const columnOf = new Map(known.map((stem, index) => [stem, FIRST_WORD + index]));
  const weights = learnWeights(
    chosen.map((sample) => vectorOf(sample, columnOf)),
    chosen.map((_, index) => (index < gaps.length ? GAP : OTHER)),
    { columns: FIRST_WORD + known.length, steps: STEPS, rate: 3 / chosen.length },
  );
  const speaking = known
    .map((stem, index) => ({ stem, weight: weights[FIRST_WORD + index] ?? 0 }))
    .filter(({ weight }) => weight < 0)
    .toSorted(
      (a, b) => a.weight - b.weight || compareText(words.stemOf(a.stem), words.stemOf(b.stem)),
    );
  const taken = (others.length * allGaps.length) / (allOthers * gaps.length);
  return (seen) => ({
    probability: asOfAll(1 - scoreOf(vectorOf(seen, columnOf), weights), taken),
    because: () =>
      speaking.flatMap(({ stem }) => (seen.stems.includes(stem) ? [stem] : [])).slice(0, 3),
  });
}
