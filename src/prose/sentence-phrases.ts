import { memo } from "../core/memo.ts";
import type { Phrases } from "../core/settings/language.ts";
import { placedIn, type PlacedPhrase } from "./phrase-index.ts";
import { endOf, neededSteps, type WordLists } from "./phrase-steps.ts";

/** A phrase with what a sentence needs for it. */
interface NeedingPhrase extends PlacedPhrase {
  /** The words of further steps of which each needs one. */
  readonly others: readonly ReadonlySet<string>[];
}

/** Phrases of one rarest step that have the next one in common, too. */
interface PhrasesOfStep {
  /** Null where they need no more. */
  readonly next: ReadonlySet<string> | null;
  /** The marks of its words, all in one number; all marks where there is none. */
  readonly marks: number;
  readonly phrases: NeedingPhrase[];
}

/** A word that phrases need. */
interface NeededWord {
  /** One of the bits of a number: what has no such mark does not have the word. */
  readonly mark: number;
  /** The numbers of the rarest steps that it fits; most fit none. */
  readonly steps: number[];
}

/** Phrases by the steps of which a sentence needs a word. */
interface GroupIndex {
  /** All words that phrases need. */
  readonly needed: ReadonlyMap<string, NeededWord>;
  /** The phrases whose rarest step has a number. */
  readonly byStep: readonly (readonly PhrasesOfStep[])[];
  /** Phrases that may stand in any sentence. */
  readonly anywhere: readonly NeedingPhrase[];
}

/** Bits of a number that is quick to compute with. */
const MARKS = 31;
const ALL_MARKS = -1;

/** Numbers the rarest steps of phrases, by the words that they accept. */
function stepNumbers() {
  const needed = new Map<string, NeededWord>();
  const numbers = new Map<ReadonlySet<string>, number>();
  const wordOf = (word: string): NeededWord => {
    const known = needed.get(word);
    if (known) return known;
    const own = { mark: 1 << (needed.size % MARKS), steps: [] };
    needed.set(word, own);
    return own;
  };
  const marksOf = (words: ReadonlySet<string>): number => {
    let marks = 0;
    for (const word of words) marks |= wordOf(word).mark;
    return marks;
  };
  const numberOf = (words: ReadonlySet<string>): number => {
    const known = numbers.get(words);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(words, number);
    for (const word of words) wordOf(word).steps.push(number);
    return number;
  };
  return { needed, marksOf, numberOf };
}

/** Lists of groups that are asked for again never change, so each is indexed once. */
const indexGroups = memo((groups: readonly Phrases[], words: WordLists): GroupIndex => {
  const { needed, marksOf, numberOf } = stepNumbers();
  const byStep: PhrasesOfStep[][] = [];
  const anywhere: NeedingPhrase[] = [];
  for (const placed of placedIn(groups, words)) {
    const [rarest, next = null, ...others] = neededSteps(placed.phrase);
    const needing = { ...placed, others };
    if (rarest === undefined) {
      anywhere.push(needing);
      continue;
    }
    others.forEach(marksOf);
    const ofStep = (byStep[numberOf(rarest)] ??= []);
    const known = ofStep.find((one) => one.next === next);
    if (known) known.phrases.push(needing);
    else ofStep.push({ next, marks: next ? marksOf(next) : ALL_MARKS, phrases: [needing] });
  }
  return { needed, byStep, anywhere };
});

/** The longest end of a phrase, by where it starts. */
type Ends = ReadonlyMap<number, number>;

type EndsOfGroups = Map<number, Map<number, number>>;

const NO_ENDS: ReadonlyMap<number, Ends> = new Map();

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

/** Whether one of some words fits a step. */
function hasOneOf(words: readonly string[], step: ReadonlySet<string>): boolean {
  for (const word of words) if (step.has(word)) return true;
  return false;
}

/** The words of a sentence that phrases need, with their marks, and the rarest steps that they fit; null where they fit none. */
function neededIn(folded: readonly string[], { needed }: GroupIndex) {
  const words: string[] = [];
  let marks = 0;
  let steps: Set<number> | null = null;
  for (const word of folded) {
    const own = needed.get(word);
    if (!own) continue;
    words.push(word);
    marks |= own.mark;
    if (own.steps.length > 0) steps ??= new Set();
    for (const step of own.steps) steps?.add(step);
  }
  return steps && { words, marks, steps };
}

/** The phrases of which a sentence has every word that they need, in whatever order. */
function phrasesToTry(folded: readonly string[], index: GroupIndex): readonly NeedingPhrase[] {
  const needed = neededIn(folded, index);
  if (needed === null) return index.anywhere;
  const { words, steps } = needed;
  const found: NeedingPhrase[] = [];
  for (const step of steps) {
    for (const { next, marks, phrases } of index.byStep[step] ?? []) {
      // Most phrases lack another of the words that they need, which the marks alone tell of most of them.
      if ((marks & needed.marks) === 0 || (next !== null && !hasOneOf(words, next))) continue;
      for (const needing of phrases) {
        if (needing.others.every((other) => hasOneOf(words, other))) found.push(needing);
      }
    }
  }
  return index.anywhere.length > 0 ? [...found, ...index.anywhere] : found;
}

/**
 * Of a list of groups that never changes, whether a phrase may stand in a sentence, or in what is left of it without
 * some of its words: false for most sentences, and found in a fraction of the time.
 */
export function mayHavePhrase(
  folded: readonly string[],
  groups: readonly Phrases[],
  words: WordLists,
): boolean {
  return phrasesToTry(folded, indexGroups(groups, words)).length > 0;
}

/** Of a list of groups that never changes, where phrases stand in the sentence, by the place of their group. */
export function endsOfGroups(
  folded: readonly string[],
  groups: readonly Phrases[],
  words: WordLists,
): ReadonlyMap<number, Ends> {
  const toTry = phrasesToTry(folded, indexGroups(groups, words));
  if (toTry.length === 0) return NO_ENDS;
  const ends: EndsOfGroups = new Map();
  for (const needing of toTry) noteEnds(needing, folded, ends);
  return ends;
}
