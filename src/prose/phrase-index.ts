import { memo } from "../core/memo.ts";
import type { Phrases } from "../core/settings/language.ts";
import {
  compilePhrase,
  endOf,
  neededSteps,
  neededWords,
  type Phrase,
  type WordLists,
} from "./phrase-steps.ts";

/** The phrases of a list of groups, each with the place of its group. */
interface PlacedPhrase {
  readonly place: number;
  readonly phrase: Phrase;
}

/** Phrases by a word; those that have none. */
interface PlacedIndex {
  readonly byWord: ReadonlyMap<string, readonly PlacedPhrase[]>;
  readonly others: readonly PlacedPhrase[];
}

function indexBy(
  phrases: readonly PlacedPhrase[],
  wordsOf: (phrase: Phrase) => ReadonlySet<string> | null,
): PlacedIndex {
  const byWord = new Map<string, PlacedPhrase[]>();
  const others: PlacedPhrase[] = [];
  for (const placed of phrases) {
    const words = wordsOf(placed.phrase);
    if (words === null) others.push(placed);
    for (const word of words ?? []) {
      const known = byWord.get(word);
      if (known) known.push(placed);
      else byWord.set(word, [placed]);
    }
  }
  return { byWord, others };
}

function placedIn(groups: readonly Phrases[], words: WordLists): readonly PlacedPhrase[] {
  return groups.flatMap(({ phrases }, place) =>
    phrases.map((phrase) => ({ place, phrase: compilePhrase(phrase, words) })),
  );
}

/** All phrases of some groups, by a word of which they need one; lists that never change are indexed once. */
const indexNeeded = memo((groups: readonly Phrases[], words: WordLists): PlacedIndex =>
  indexBy(placedIn(groups, words), neededWords),
);

/** A phrase with what a sentence needs for it. */
interface NeedingPhrase extends PlacedPhrase {
  /** The words of further steps of which each needs one. */
  readonly others: readonly ReadonlySet<string>[];
}

/** Phrases of one rarest step that have the next one in common, too. */
interface PhrasesOfStep {
  /** Null where they need no more. */
  readonly next: ReadonlySet<string> | null;
  readonly phrases: NeedingPhrase[];
}

/** Phrases by the steps of which a sentence needs a word. */
interface GroupIndex {
  /** The numbers of the rarest steps that each word fits, of all words that phrases need; most fit none. */
  readonly fits: ReadonlyMap<string, readonly number[]>;
  /** The phrases whose rarest step has a number. */
  readonly byStep: readonly (readonly PhrasesOfStep[])[];
  /** Phrases that may stand in any sentence. */
  readonly anywhere: readonly NeedingPhrase[];
}

/** Numbers the rarest steps of phrases, by the words that they accept. */
function stepNumbers() {
  const fits = new Map<string, number[]>();
  const numbers = new Map<ReadonlySet<string>, number>();
  const fitsOf = (word: string): number[] => {
    const own = fits.get(word) ?? [];
    fits.set(word, own);
    return own;
  };
  const numberOf = (words: ReadonlySet<string>): number => {
    const known = numbers.get(words);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(words, number);
    for (const word of words) fitsOf(word).push(number);
    return number;
  };
  return { fits, fitsOf, numberOf };
}

/** Lists of groups that are asked for again never change, so each is indexed once. */
const indexGroups = memo((groups: readonly Phrases[], words: WordLists): GroupIndex => {
  const { fits, fitsOf, numberOf } = stepNumbers();
  const byStep: PhrasesOfStep[][] = [];
  const anywhere: NeedingPhrase[] = [];
  for (const placed of placedIn(groups, words)) {
    const [rarest, next = null, ...others] = neededSteps(placed.phrase);
    const needing = { ...placed, others };
    if (rarest === undefined) {
      anywhere.push(needing);
      continue;
    }
    for (const step of new Set(next === null ? others : [next, ...others])) step.forEach(fitsOf);
    const ofStep = (byStep[numberOf(rarest)] ??= []);
    const known = ofStep.find((one) => one.next === next);
    if (known) known.phrases.push(needing);
    else ofStep.push({ next, phrases: [needing] });
  }
  return { fits, byStep, anywhere };
});

/** Where the words of a text stand that are looked for. */
export interface SoughtWords {
  /** How many sentences the text has. */
  readonly sentences: number;
  /** The numbers of the sentences with each word. */
  readonly byWord: ReadonlyMap<string, ReadonlySet<number>>;
}

/** The words of which phrases of some groups need one. */
export function wordsNeeded(groups: readonly Phrases[], words: WordLists): ReadonlySet<string> {
  return new Set(indexNeeded(groups, words).byWord.keys());
}

/** Where those words stand in a text that are looked for; its sentences, each by the words that it is compared by. */
export function soughtWords(
  sentences: Iterable<readonly string[]>,
  sought: ReadonlySet<string>,
): SoughtWords {
  const byWord = new Map<string, Set<number>>();
  let index = 0;
  for (const folded of sentences) {
    for (const word of folded) {
      if (!sought.has(word)) continue;
      const known = byWord.get(word);
      if (known) known.add(index);
      else byWord.set(word, new Set([index]));
    }
    index += 1;
  }
  return { sentences: index, byWord };
}

/**
 * Of a list of groups that never changes, those of which a phrase may stand in a sentence, in order, by the
 * number of the sentence; those in order, too.
 */
export function groupsNeeded<G extends Phrases>(
  { sentences, byWord: inText }: SoughtWords,
  groups: readonly G[],
  words: WordLists,
): readonly (readonly [number, readonly G[]])[] {
  const { byWord, others } = indexNeeded(groups, words);
  const places = new Map<number, Set<number>>();
  const note = (index: number, phrases: readonly PlacedPhrase[]) => {
    const own = places.get(index) ?? new Set();
    places.set(index, own);
    for (const { place } of phrases) own.add(place);
  };
  // Most words begin, and most sentences hold, nothing that is looked for.
  for (const [word, indexes] of inText) {
    const own = byWord.get(word);
    if (own) for (const index of indexes) note(index, own);
  }
  if (others.length > 0) for (let index = 0; index < sentences; index += 1) note(index, others);
  return [...places]
    .toSorted(([a], [b]) => a - b)
    .map(([index, own]) => [index, groups.filter((_, place) => own.has(place))]);
}

/** The longest end of a phrase, by where it starts. */
type Ends = ReadonlyMap<number, number>;

type EndsOfGroups = Map<number, Map<number, number>>;

/** Notes where a phrase stands in a sentence. */
function noteEnds(
  { place, phrase }: PlacedPhrase,
  folded: readonly string[],
  ends: EndsOfGroups,
): void {
  const [opening] = phrase;
  const first = opening && opening.least > 0 ? opening.words : null;
  for (let start = 0; start < folded.length; start += 1) {
    if (first?.has(folded[start] ?? "") === false) continue;
    const end = endOf(phrase, 0, folded, start);
    if (end <= start) continue;
    const own = ends.get(place) ?? new Map<number, number>();
    ends.set(place, own.set(start, Math.max(end, own.get(start) ?? 0)));
  }
}

/** The words of a sentence that phrases need, and the rarest steps that they fit. */
function neededIn(folded: readonly string[], { fits }: GroupIndex) {
  const words: string[] = [];
  const steps = new Set<number>();
  for (const word of folded) {
    const own = fits.get(word);
    if (!own) continue;
    words.push(word);
    for (const step of own) steps.add(step);
  }
  return { words, steps };
}

/** Of a list of groups that never changes, where phrases stand in the sentence, by the place of their group. */
export function endsOfGroups(
  folded: readonly string[],
  groups: readonly Phrases[],
  words: WordLists,
): ReadonlyMap<number, Ends> {
  const index = indexGroups(groups, words);
  const ends: EndsOfGroups = new Map();
  const needed = neededIn(folded, index);
  const asked = new Map<ReadonlySet<string>, boolean>();
  const hasOne = (step: ReadonlySet<string>): boolean => {
    const known = asked.get(step);
    if (known !== undefined) return known;
    const has = needed.words.some((word) => step.has(word));
    asked.set(step, has);
    return has;
  };
  for (const step of needed.steps) {
    for (const { next, phrases } of index.byStep[step] ?? []) {
      // Most phrases lack another of the words that they need.
      if (next !== null && !hasOne(next)) continue;
      for (const needing of phrases) {
        if (needing.others.every(hasOne)) noteEnds(needing, folded, ends);
      }
    }
  }
  for (const needing of index.anywhere) noteEnds(needing, folded, ends);
  return ends;
}
