import { memo } from "../core/memo.ts";
import type { Token } from "../core/postmortem.ts";
import type { PhraseGroup, Phrases } from "../core/settings/language.ts";
import { BARRIER, type WordLists } from "./phrase-steps.ts";
import { endsOfGroups } from "./sentence-phrases.ts";

export { BARRIER, listsIn, type WordLists, wordsOfPhrases } from "./phrase-steps.ts";
export { mayHavePhrase } from "./sentence-phrases.ts";

/** A phrase in a sentence: tokens `start` up to, not including, `end`. */
export interface PhraseMatch<G extends Phrases = PhraseGroup> {
  readonly group: G;
  readonly start: number;
  readonly end: number;
}

/** Code or a link, which is some word, but none in particular. */
const OPAQUE = "\uFFFC";

/** A word as phrases are compared with it. */
function foldWord(text: string): string {
  const lower = text.toLowerCase();
  const plain = lower.includes("’") ? lower.replaceAll("’", "'") : lower;
  return plain.endsWith(".") ? plain.replace(/(?<!\.)\.+$/, "") : plain;
}

function foldToken({ type, text, quoted }: Token): string {
  if (quoted || type === "punctuation") return BARRIER;
  return type === "opaque" ? OPAQUE : foldWord(text);
}

/** The tokens as phrases are compared with them. */
export function foldedWords(tokens: readonly Token[]): readonly string[] {
  return tokens.map(foldToken);
}

/** The exceptions of a group as a list of groups; groups never change, so each is asked for again. */
const exceptionsOf = memo(({ except }: Phrases): readonly Phrases[] => [
  { phrases: except, except: [] },
]);

/** Those of some phrases of a group that no exception of it overlaps. */
function withoutExceptions<G extends Phrases>(
  found: readonly PhraseMatch<G>[],
  group: G,
  words: WordLists,
  folded: readonly string[],
): readonly PhraseMatch<G>[] {
  if (group.except.length === 0) return found;
  const exceptions = [...(endsOfGroups(folded, exceptionsOf(group), words).get(0) ?? [])];
  return found.filter(
    (match) => !exceptions.some(([start, end]) => start < match.end && match.start < end),
  );
}

/** A group with its phrases in a sentence. */
export interface GroupMatches<G extends Phrases> {
  readonly group: G;
  /** In order, all that none of its exceptions overlaps; they may overlap each other. */
  readonly matches: readonly PhraseMatch<G>[];
}

/** Of a list of groups that never changes, those with phrases in the sentence, in order. */
export function matchesOfEach<G extends Phrases>(
  folded: readonly string[],
  groups: readonly G[],
  words: WordLists,
): readonly GroupMatches<G>[] {
  const ends = endsOfGroups(folded, groups, words);
  if (ends.size === 0) return [];
  return [...ends]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([place, own]) => {
      const group = groups[place];
      if (!group) return [];
      const found = [...own].map(([start, end]) => ({ group, start, end }));
      const matches = withoutExceptions(found, group, words, folded);
      return matches.length > 0
        ? [{ group, matches: matches.toSorted((a, b) => a.start - b.start) }]
        : [];
    });
}

/** Those of some phrases that `accepts` agrees to, without what overlaps one before it, in order. */
export function acceptedOf<G extends Phrases>(
  matches: readonly PhraseMatch<G>[],
  accepts: (match: PhraseMatch<G>) => boolean,
): readonly PhraseMatch<G>[] {
  const found: PhraseMatch<G>[] = [];
  for (const match of matches) {
    const isTaken = found.some(({ start, end }) => start < match.end && match.start < end);
    if (!isTaken && accepts(match)) found.push(match);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** A group as a list of groups; groups never change, so each is asked for again. */
const alone = memo(<G extends Phrases>(group: G): readonly G[] => [group]);

/**
 * The phrases of the groups that stand in a sentence, and that `accepts` agrees to, in order. Of
 * two that overlap, the group that comes first has it, and within one the earlier and longer.
 */
export function findPhrases<G extends Phrases>(
  folded: readonly string[],
  groups: readonly G[],
  words: WordLists,
  accepts: (match: PhraseMatch<G>) => boolean = () => true,
): readonly PhraseMatch<G>[] {
  const matches = groups.flatMap((group) =>
    matchesOfEach(folded, alone(group), words).flatMap((one) => one.matches),
  );
  return acceptedOf(matches, accepts);
}
