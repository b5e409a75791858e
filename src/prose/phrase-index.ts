import { memo } from "../core/memo.ts";
import type { Phrases } from "../core/settings/language.ts";
import { compilePhrase, neededWords, type Phrase, type WordLists } from "./phrase-steps.ts";

/** The phrases of a list of groups, each with the place of its group. */
export interface PlacedPhrase {
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

/** The phrases of some groups, compiled. */
export function placedIn(groups: readonly Phrases[], words: WordLists): readonly PlacedPhrase[] {
  return groups.flatMap(({ phrases }, place) =>
    phrases.map((phrase) => ({ place, phrase: compilePhrase(phrase, words) })),
  );
}

/** All phrases of some groups, by a word of which they need one; lists that never change are indexed once. */
const indexNeeded = memo((groups: readonly Phrases[], words: WordLists): PlacedIndex =>
  indexBy(placedIn(groups, words), neededWords),
);

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
