import type { PhraseGroup, Phrases } from "../core/language.ts";
import { memo } from "../core/memo.ts";
import type { Token } from "../core/postmortem.ts";

/** A phrase in a sentence: tokens `start` up to, not including, `end`. */
export interface PhraseMatch<G extends Phrases = PhraseGroup> {
  readonly group: G;
  readonly start: number;
  readonly end: number;
}

/** Lists of words, by the names under which phrases refer to them. */
export type WordLists = Readonly<Record<string, ReadonlySet<string>>> & {
  readonly adverbs: ReadonlySet<string>;
};

/** One place of a phrase; `most` tokens may stand there, of which `least` must. */
interface Step {
  readonly accepts: (word: string) => boolean;
  /** The words that it accepts; null where it accepts any. */
  readonly words: readonly ReadonlySet<string>[] | null;
  readonly least: number;
  readonly most: number;
}

type Phrase = readonly Step[];

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

/** Adverbs that may stand at a `~`. */
const MOST_ADVERBS = 2;
/** What a phrase cannot go across: punctuation, and what somebody else said. */
const BARRIER = "";
/** Code or a link, which is some word, but none in particular. */
const OPAQUE = "\uFFFC";
/** What `_'s` stands for. */
const POSSESSIVE = /.(?:'s|s')$/;

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

/** The list of words that a step of a phrase stands for, as `{people}`; null for a word. */
function listNamed(step: string): string | null {
  return /^\{(\w+)\}$/.exec(step)?.[1] ?? null;
}

function alternativesOf(written: string): readonly string[] {
  return (written.endsWith("?") ? written.slice(0, -1) : written).split("|");
}

/** The lists of words that a phrase refers to. */
export function listsIn(phrase: string): readonly string[] {
  const steps = phrase.split(" ").flatMap(alternativesOf);
  return steps.flatMap((step) => listNamed(step) ?? []);
}

/** The words that phrases name one by one. */
export function wordsOfPhrases(phrases: readonly string[]): readonly string[] {
  const steps = phrases.flatMap((phrase) => phrase.split(" ").flatMap(alternativesOf));
  return steps.filter((step) => /^[a-z][a-z'-]*$/.test(step));
}

function compileStep(written: string, words: WordLists): Step {
  if (written === "~") {
    const { adverbs } = words;
    const accepts = (word: string): boolean => adverbs.has(word);
    return { accepts, words: [adverbs], least: 0, most: MOST_ADVERBS };
  }
  const optional = written.endsWith("?");
  const alternatives = alternativesOf(written);
  const lists = alternatives.flatMap((one) => {
    const name = listNamed(one);
    if (name === null) return [];
    const list = words[name];
    if (!list) throw new Error(`No list ${name} of words`);
    return [list];
  });
  const among = [new Set(alternatives), ...lists];
  const isAny = alternatives.includes("_");
  const isPossessive = alternatives.includes("_'s");
  const accepts = (word: string): boolean =>
    word !== BARRIER &&
    (isAny || (isPossessive && POSSESSIVE.test(word)) || among.some((list) => list.has(word)));
  return { accepts, words: isAny || isPossessive ? null : among, least: optional ? 0 : 1, most: 1 };
}

function compilePhrase(phrase: string, words: WordLists): Phrase {
  return phrase.split(" ").map((written) => compileStep(written, words));
}

/** The words that a phrase can begin with; null for any. */
function firstWords(phrase: Phrase): ReadonlySet<string> | null {
  const first = new Set<string>();
  for (const { words, least } of phrase) {
    if (words === null) return null;
    for (const list of words) for (const word of list) first.add(word);
    if (least > 0) break;
  }
  return first;
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

/** Where the steps from `index` on end if they begin at a word; the longest way, -1 for none. */
function endOf(steps: Phrase, index: number, folded: readonly string[], at: number): number {
  const step = steps[index];
  if (!step) return at;
  let taken = 0;
  while (taken < step.most && step.accepts(folded[at + taken] ?? BARRIER)) taken += 1;
  for (; taken >= step.least; taken -= 1) {
    const end = endOf(steps, index + 1, folded, at + taken);
    if (end !== -1) return end;
  }
  return -1;
}

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

function matchesOf<G extends Phrases>(
  group: G,
  words: WordLists,
  folded: readonly string[],
): readonly PhraseMatch<G>[] {
  const { phrases, except } = compileGroup(group, words);
  const found = findAmong(phrases, group, folded);
  if (found.length === 0) return found;
  const exceptions = findAmong(except, group, folded);
  return found.filter(
    ({ start, end }) => !exceptions.some((other) => other.start < end && start < other.end),
  );
}

/** The words of which a phrase needs one: those of the step that accepts the fewest; null for any. */
function neededWords(phrase: Phrase): readonly string[] | null {
  const needed = phrase.flatMap(({ words, least }) =>
    words && least > 0 ? [words.flatMap((list) => [...list])] : [],
  );
  return needed.toSorted((a, b) => a.length - b.length)[0] ?? null;
}

/** For each word, the places in a list of the groups with a phrase that needs it; those that may need none. */
interface GroupIndex {
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly byAny: readonly number[];
}

/** Lists of groups that are asked for again never change, so each is indexed once. */
const indexGroups = memo((groups: readonly Phrases[], words: WordLists): GroupIndex => {
  const byWord = new Map<string, number[]>();
  const byAny: number[] = [];
  for (const [at, { phrases }] of groups.entries()) {
    const needed = phrases.map((phrase) => neededWords(compilePhrase(phrase, words)));
    if (needed.includes(null)) byAny.push(at);
    for (const word of new Set(needed.flatMap((own) => own ?? []))) {
      const known = byWord.get(word);
      if (known) known.push(at);
      else byWord.set(word, [at]);
    }
  }
  return { byWord, byAny };
});

/** Of a list of groups that never changes, those of which a phrase may stand in the sentence, in order. */
export function groupsNeeded<G extends Phrases>(
  folded: readonly string[],
  groups: readonly G[],
  words: WordLists,
): readonly G[] {
  const { byWord, byAny } = indexGroups(groups, words);
  let places: Set<number> | null = byAny.length === 0 ? null : new Set(byAny);
  for (const word of folded) {
    const own = byWord.get(word);
    if (own === undefined) continue;
    places ??= new Set();
    for (const at of own) places.add(at);
  }
  return places === null ? [] : groups.filter((_, at) => places.has(at));
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
  const found: PhraseMatch<G>[] = [];
  for (const match of groups.flatMap((group) => matchesOf(group, words, folded))) {
    const isTaken = found.some(({ start, end }) => start < match.end && match.start < end);
    if (!isTaken && accepts(match)) found.push(match);
  }
  return found.toSorted((a, b) => a.start - b.start);
}
