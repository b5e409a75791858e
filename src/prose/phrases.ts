import type { PhraseGroup, Phrases } from "../core/language.ts";
import { memo } from "../core/memo.ts";
import type { Token } from "../core/postmortem.ts";
import {
  BARRIER,
  compilePhrase,
  endOf,
  firstWords,
  type Phrase,
  type WordLists,
} from "./phrase-steps.ts";

export { listsIn, type WordLists, wordsOfPhrases } from "./phrase-steps.ts";

/** A phrase in a sentence: tokens `start` up to, not including, `end`. */
export interface PhraseMatch<G extends Phrases = PhraseGroup> {
  readonly group: G;
  readonly start: number;
  readonly end: number;
}

/** Phrases by the word that they begin with: most words of a text begin none. */
interface PhraseIndex {
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  /** Those that any word begins. */
  readonly byAny: readonly Phrase[];
}

interface CompiledGroup {
  readonly phrases: PhraseIndex;
  readonly except: PhraseIndex;
}

/** Code or a link, which is some word, but none in particular. */
const OPAQUE = "\uFFFC";
function foldToken({ type, text, quoted }: Token): string {
  if (quoted || type === "punctuation") return BARRIER;
  if (type === "opaque") return OPAQUE;
  const lower = text.toLowerCase();
  const plain = lower.includes("’") ? lower.replaceAll("’", "'") : lower;
  return plain.endsWith(".") ? plain.replace(/(?<!\.)\.+$/, "") : plain;
}

/** The tokens as phrases are compared with them. */
export function foldedWords(tokens: readonly Token[]): readonly string[] {
  return tokens.map(foldToken);
}

function indexPhrases(phrases: readonly Phrase[]): PhraseIndex {
  const byWord = new Map<string, Phrase[]>();
  const byAny: Phrase[] = [];
  for (const phrase of phrases) {
    const first = firstWords(phrase);
    if (first === null) byAny.push(phrase);
    for (const word of first ?? []) {
      const known = byWord.get(word);
      if (known) known.push(phrase);
      else byWord.set(word, [phrase]);
    }
  }
  return { byWord, byAny };
}

/** Groups never change, so each is compiled once. */
const compileGroup = memo((group: Phrases, words: WordLists): CompiledGroup => {
  return {
    phrases: indexPhrases(group.phrases.map((phrase) => compilePhrase(phrase, words))),
    except: indexPhrases(group.except.map((phrase) => compilePhrase(phrase, words))),
  };
});

function longestEnd(phrases: readonly Phrase[], folded: readonly string[], at: number): number {
  let longest = -1;
  for (const phrase of phrases) longest = Math.max(longest, endOf(phrase, 0, folded, at));
  return longest;
}

function findAmong<G extends Phrases>(
  { byWord, byAny }: PhraseIndex,
  group: G,
  folded: readonly string[],
): readonly PhraseMatch<G>[] {
  const found: PhraseMatch<G>[] = [];
  for (let start = 0; start < folded.length; start += 1) {
    const own = byWord.get(folded[start] ?? BARRIER);
    if (own === undefined && byAny.length === 0) continue;
    const end = Math.max(longestEnd(own ?? [], folded, start), longestEnd(byAny, folded, start));
    if (end > start) found.push({ group, start, end });
  }
  return found;
}

/** Those of some phrases of a group that no exception of it overlaps. */
export function withoutExceptions<G extends Phrases>(
  found: readonly PhraseMatch<G>[],
  group: G,
  words: WordLists,
  folded: readonly string[],
): readonly PhraseMatch<G>[] {
  if (found.length === 0 || group.except.length === 0) return found;
  const exceptions = findAmong(compileGroup(group, words).except, group, folded);
  return found.filter(
    ({ start, end }) => !exceptions.some((other) => other.start < end && start < other.end),
  );
}

function matchesOf<G extends Phrases>(
  group: G,
  words: WordLists,
  folded: readonly string[],
): readonly PhraseMatch<G>[] {
  const found = findAmong(compileGroup(group, words).phrases, group, folded);
  return withoutExceptions(found, group, words, folded);
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
  const matches = groups.flatMap((group) => matchesOf(group, words, folded));
  return acceptedOf(matches, accepts);
}
