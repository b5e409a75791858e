import type { Phrases } from "../core/language.ts";
import { memo } from "../core/memo.ts";
import {
  compilePhrase,
  endOf,
  firstWords,
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

interface GroupIndex {
  /** All phrases, by a word of which they need one. */
  readonly needed: PlacedIndex;
  /** Phrases by the word that they begin with. */
  readonly first: PlacedIndex;
  /** Those that any word begins, by a word of which they need one. */
  readonly inside: PlacedIndex;
}

/** Lists of groups that are asked for again never change, so each is indexed once. */
const indexGroups = memo((groups: readonly Phrases[], words: WordLists): GroupIndex => {
  const all = groups.flatMap(({ phrases }, place) =>
    phrases.map((phrase) => ({ place, phrase: compilePhrase(phrase, words) })),
  );
  const first = indexBy(all, firstWords);
  return { needed: indexBy(all, neededWords), first, inside: indexBy(first.others, neededWords) };
});

/** The sentences of a text, each by the words that it is compared by, and where each word stands. */
export interface FoldedText {
  readonly sentences: readonly (readonly string[])[];
  /** The numbers of the sentences with a word. */
  readonly byWord: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Sentences with the places of their words. */
export function foldedText(sentences: readonly (readonly string[])[]): FoldedText {
  const byWord = new Map<string, Set<number>>();
  for (const [index, folded] of sentences.entries()) {
    for (const word of folded) {
      const known = byWord.get(word);
      if (known) known.add(index);
      else byWord.set(word, new Set([index]));
    }
  }
  return { sentences, byWord };
}

/**
 * Of a list of groups that never changes, those of which a phrase may stand in a sentence, in order, by the
 * number of the sentence; those in order, too.
 */
export function groupsNeeded<G extends Phrases>(
  { sentences, byWord: inText }: FoldedText,
  groups: readonly G[],
  words: WordLists,
): readonly (readonly [number, readonly G[]])[] {
  const { byWord, others } = indexGroups(groups, words).needed;
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
  if (others.length > 0)
    sentences.forEach((_, index) => {
      note(index, others);
    });
  return [...places]
    .toSorted(([a], [b]) => a - b)
    .map(([index, own]) => [index, groups.filter((_, place) => own.has(place))]);
}

/** The longest end of a phrase, by where it starts. */
type Ends = ReadonlyMap<number, number>;

type EndsOfGroups = Map<number, Map<number, number>>;

function noteEnd(
  { place, phrase }: PlacedPhrase,
  folded: readonly string[],
  start: number,
  ends: EndsOfGroups,
): void {
  const end = endOf(phrase, 0, folded, start);
  if (end <= start) return;
  const own = ends.get(place) ?? new Map<number, number>();
  ends.set(place, own.set(start, Math.max(end, own.get(start) ?? 0)));
}

/** Of a list of groups that never changes, where phrases stand in the sentence, by the place of their group. */
export function endsOfGroups(
  folded: readonly string[],
  groups: readonly Phrases[],
  words: WordLists,
): ReadonlyMap<number, Ends> {
  const { first, inside } = indexGroups(groups, words);
  const ends: EndsOfGroups = new Map();
  const anywhere = new Set(inside.others);
  for (let start = 0; start < folded.length; start += 1) {
    const word = folded[start] ?? "";
    const beginning = first.byWord.get(word);
    if (beginning) for (const placed of beginning) noteEnd(placed, folded, start, ends);
    const within = inside.byWord.get(word);
    if (within) for (const placed of within) anywhere.add(placed);
  }
  for (const placed of anywhere) {
    for (let start = 0; start < folded.length; start += 1) noteEnd(placed, folded, start, ends);
  }
  return ends;
}
