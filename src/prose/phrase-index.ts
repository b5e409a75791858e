import { memo } from "../core/memo.ts";
import type { Phrases } from "../core/settings/language.ts";
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

function placedIn(groups: readonly Phrases[], words: WordLists): readonly PlacedPhrase[] {
  return groups.flatMap(({ phrases }, place) =>
    phrases.map((phrase) => ({ place, phrase: compilePhrase(phrase, words) })),
  );
}

/** All phrases of some groups, by a word of which they need one; lists that never change are indexed once. */
const indexNeeded = memo((groups: readonly Phrases[], words: WordLists): PlacedIndex =>
  indexBy(placedIn(groups, words), neededWords),
);

/** A phrase with the number of its rarest step behind the first; null where any word fits those. */
interface BegunPhrase extends PlacedPhrase {
  readonly rarest: number | null;
}

/** What a word may be in the phrases of some groups. */
interface WordUses {
  /** The phrases that it may begin. */
  readonly begun: BegunPhrase[];
  /** The numbers of the rarest steps that it fits. */
  readonly fits: number[];
  /** Phrases that any word begins, and that need one like it. */
  readonly within: PlacedPhrase[];
}

interface GroupIndex {
  readonly byWord: ReadonlyMap<string, WordUses>;
  /** How many rarest steps there are. */
  readonly steps: number;
  /** Phrases that may stand in any sentence. */
  readonly anywhere: readonly PlacedPhrase[];
  /** Whether any word has a phrase within which it stands. */
  readonly hasInside: boolean;
}

/** Lists of groups that are asked for again never change, so each is indexed once. */
const indexGroups = memo((groups: readonly Phrases[], words: WordLists): GroupIndex => {
  const byWord = new Map<string, WordUses>();
  const usesOf = (word: string): WordUses => {
    const uses = byWord.get(word) ?? { begun: [], fits: [], within: [] };
    byWord.set(word, uses);
    return uses;
  };
  const numbers = new Map<ReadonlySet<string>, number>();
  const numberOf = (step: ReadonlySet<string>): number => {
    const known = numbers.get(step);
    if (known !== undefined) return known;
    for (const word of step) usesOf(word).fits.push(numbers.size);
    numbers.set(step, numbers.size);
    return numbers.size - 1;
  };
  const first = indexBy(placedIn(groups, words), firstWords);
  const begun = memo((placed: PlacedPhrase): BegunPhrase => {
    const step = neededWords(placed.phrase.slice(1));
    return { ...placed, rarest: step && numberOf(step) };
  });
  for (const [word, phrases] of first.byWord) usesOf(word).begun.push(...phrases.map(begun));
  const inside = indexBy(first.others, neededWords);
  for (const [word, phrases] of inside.byWord) usesOf(word).within.push(...phrases);
  const hasInside = inside.byWord.size > 0;
  return { byWord, steps: numbers.size, anywhere: inside.others, hasInside };
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

/** A word of a sentence that may be something in the phrases of some groups. */
interface UsedWord {
  readonly at: number;
  readonly uses: WordUses;
}

function usedWords(folded: readonly string[], { byWord }: GroupIndex): readonly UsedWord[] {
  const used: UsedWord[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    const uses = byWord.get(folded[at] ?? "");
    if (uses) used.push({ at, uses });
  }
  return used;
}

/** Which rarest steps the words of a sentence fit. */
function stepsFit(used: readonly UsedWord[], { steps }: GroupIndex): Uint8Array {
  const isFit = new Uint8Array(steps);
  for (const { uses } of used) for (const step of uses.fits) isFit[step] = 1;
  return isFit;
}

/** Notes the phrases that words of a sentence begin. */
function noteBegun(
  used: readonly UsedWord[],
  folded: readonly string[],
  index: GroupIndex,
  ends: EndsOfGroups,
): void {
  if (!used.some(({ uses }) => uses.begun.length > 0)) return;
  const isFit = stepsFit(used, index);
  for (const { at, uses } of used) {
    for (const placed of uses.begun) {
      // Most phrases that a word may begin lack another one.
      if (placed.rarest === null || isFit[placed.rarest] === 1) noteEnd(placed, folded, at, ends);
    }
  }
}

/** The phrases that any word begins and of which one may stand in a sentence: most groups have none. */
function phrasesInside(
  used: readonly UsedWord[],
  { anywhere, hasInside }: GroupIndex,
): Iterable<PlacedPhrase> {
  return hasInside ? new Set([...anywhere, ...used.flatMap(({ uses }) => uses.within)]) : anywhere;
}

/** Of a list of groups that never changes, where phrases stand in the sentence, by the place of their group. */
export function endsOfGroups(
  folded: readonly string[],
  groups: readonly Phrases[],
  words: WordLists,
): ReadonlyMap<number, Ends> {
  const index = indexGroups(groups, words);
  const ends: EndsOfGroups = new Map();
  const used = usedWords(folded, index);
  noteBegun(used, folded, index, ends);
  for (const placed of phrasesInside(used, index)) {
    for (let start = 0; start < folded.length; start += 1) noteEnd(placed, folded, start, ends);
  }
  return ends;
}
