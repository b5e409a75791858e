import type { PhraseGroup } from "./language.ts";
import type { Token } from "./postmortem.ts";

/** Phrases that are looked for together; `language.yaml` says how they are written. */
export interface Phrases {
  readonly phrases: readonly string[];
  /** Phrases that cancel a match which they overlap. */
  readonly except: readonly string[];
}

/** A phrase in a sentence: tokens `start` up to, not including, `end`. */
export interface PhraseMatch<G extends Phrases = PhraseGroup> {
  readonly group: G;
  readonly start: number;
  readonly end: number;
}

type Words = Readonly<Record<string, ReadonlySet<string>>>;

/** One place of a phrase; `most` tokens may stand there, of which `least` must. */
interface Step {
  readonly accepts: (word: string) => boolean;
  readonly least: number;
  readonly most: number;
}

/** The phrases that a word can begin. */
type PhrasesByWord = (word: string) => readonly (readonly Step[])[];

interface CompiledGroup {
  readonly phrases: PhrasesByWord;
  readonly except: PhrasesByWord;
}

/** Words remembered with the phrases that they begin, so that no folder fills the memory. */
const MOST_REMEMBERED = 5000;
/** Adverbs that may stand at a `~`. */
const MOST_ADVERBS = 2;
/** What a phrase cannot go across: punctuation, and what somebody else said. */
const BARRIER = "";
/** Code or a link, which is some word, but none in particular. */
const OPAQUE = "\uFFFC";

/** The tokens as phrases are compared with them. */
export function foldTokens(tokens: readonly Token[]): readonly string[] {
  return tokens.map(({ type, text, quoted }) => {
    if (quoted || type === "punctuation") return BARRIER;
    if (type === "opaque") return OPAQUE;
    return text.toLowerCase().replaceAll("’", "'").replace(/\.+$/, "");
  });
}

function compileStep(written: string, words: Words): Step {
  if (written === "~") {
    return {
      accepts: (word) => words["adverbs"]?.has(word) === true,
      least: 0,
      most: MOST_ADVERBS,
    };
  }
  const optional = written.endsWith("?");
  const alternatives = (optional ? written.slice(0, -1) : written).split("|");
  const lists = alternatives.flatMap((one) => {
    const name = /^\{(\w+)\}$/.exec(one)?.[1];
    if (name === undefined) return [];
    const list = Object.entries(words).find(([known]) => known === name);
    if (!list) throw new Error(`No list ${name} of words`);
    return [list[1]];
  });
  const plain = new Set(alternatives);
  const any = plain.has("_");
  const accepts = (word: string): boolean =>
    word !== BARRIER && (any || plain.has(word) || lists.some((list) => list.has(word)));
  return { accepts, least: optional ? 0 : 1, most: 1 };
}

function compilePhrase(phrase: string, words: Words): readonly Step[] {
  return phrase.split(" ").map((written) => compileStep(written, words));
}

/** Whether a match of at least one token can begin with a word. */
function canBegin(steps: readonly Step[], word: string): boolean {
  for (const step of steps) {
    if (step.accepts(word)) return true;
    if (step.least > 0) return false;
  }
  return false;
}

/** Looks phrases up by the word that they begin with: most words begin none, and words repeat. */
function phrasesByWord(phrases: readonly (readonly Step[])[]): PhrasesByWord {
  const known = new Map<string, readonly (readonly Step[])[]>();
  return (word) => {
    const found = known.get(word) ?? phrases.filter((steps) => canBegin(steps, word));
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(word, found);
    return found;
  };
}

/** Groups never change, so each is compiled once. */
const compiled = new WeakMap<Phrases, CompiledGroup>();

function compileGroup(group: Phrases, words: Words): CompiledGroup {
  const known = compiled.get(group);
  if (known) return known;
  const fresh = {
    phrases: phrasesByWord(group.phrases.map((phrase) => compilePhrase(phrase, words))),
    except: phrasesByWord(group.except.map((phrase) => compilePhrase(phrase, words))),
  };
  compiled.set(group, fresh);
  return fresh;
}

/** Where the steps from `index` on end if they begin at a word; the longest way, -1 for none. */
function endOf(
  steps: readonly Step[],
  index: number,
  folded: readonly string[],
  at: number,
): number {
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

function longestEnd(phrases: PhrasesByWord, folded: readonly string[], at: number): number {
  return phrases(folded[at] ?? BARRIER).reduce(
    (longest, steps) => Math.max(longest, endOf(steps, 0, folded, at)),
    -1,
  );
}

function matchesOf<G extends Phrases>(
  group: G,
  words: Words,
  folded: readonly string[],
): readonly PhraseMatch<G>[] {
  const { phrases, except } = compileGroup(group, words);
  const find = (among: PhrasesByWord): readonly PhraseMatch<G>[] =>
    folded.flatMap((_, start) => {
      const end = longestEnd(among, folded, start);
      return end > start ? [{ group, start, end }] : [];
    });
  const found = find(phrases);
  if (found.length === 0) return [];
  const exceptions = find(except);
  return found.filter(
    ({ start, end }) => !exceptions.some((other) => other.start < end && start < other.end),
  );
}

/**
 * The phrases of the groups that stand in a sentence, and that `accepts` agrees to, in order. Of
 * two that overlap, the group that comes first has it, and within one the earlier and longer.
 */
export function findPhrases<G extends Phrases>(
  folded: readonly string[],
  groups: readonly G[],
  words: Words,
  accepts: (match: PhraseMatch<G>) => boolean = () => true,
): readonly PhraseMatch<G>[] {
  const found: PhraseMatch<G>[] = [];
  for (const match of groups.flatMap((group) => matchesOf(group, words, folded))) {
    const isTaken = found.some(({ start, end }) => start < match.end && match.start < end);
    if (!isTaken && accepts(match)) found.push(match);
  }
  return found.toSorted((a, b) => a.start - b.start);
}
