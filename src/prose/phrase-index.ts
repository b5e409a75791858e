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

/** Of a list of groups that never changes, those of which a phrase may stand in the sentence, in order. */
export function groupsNeeded<G extends Phrases>(
  folded: readonly string[],
  groups: readonly G[],
  words: WordLists,
): readonly G[] {
  const { byWord, others } = indexGroups(groups, words).needed;
  let places: Set<number> | null =
    others.length === 0 ? null : new Set(others.map(({ place }) => place));
  // Most words begin, and most sentences hold, nothing that is looked for.
  for (const word of folded) {
    const own = byWord.get(word);
    if (own === undefined) continue;
    places ??= new Set();
    for (const { place } of own) places.add(place);
  }
  return places === null ? [] : groups.filter((_, place) => places.has(place));
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
  for (const [start, word] of folded.entries()) {
    for (const placed of first.byWord.get(word) ?? []) noteEnd(placed, folded, start, ends);
    for (const placed of inside.byWord.get(word) ?? []) anywhere.add(placed);
  }
  for (const placed of anywhere) {
    for (let start = 0; start < folded.length; start += 1) noteEnd(placed, folded, start, ends);
  }
  return ends;
}
