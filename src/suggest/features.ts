import type { Postmortem, Sentence } from "../core/postmortem.ts";
import { assertedText } from "./asserted-words.ts";
import type { SuggestContext } from "./define.ts";
import { readForCues } from "./sentence-text.ts";
import {
  type FactsOfWords,
  factsOfWords,
  NO_PAIRS,
  TIME,
  type Wanted,
  type WordFacts,
} from "./word-facts.ts";

/** Words this far apart still belong together. */
const REACH = 7;
/** Words among which a sentence says what it is: an order, a note, a lack. */
const BEGINNING = 3;
/** Longer sentences, in powers of two words, are all alike. */
const LONGEST_LENGTH = 6;

/** What a ranker sees of a sentence: each feature, and the words that it stands for. */
export type Features = ReadonlyMap<string, string>;

const ALL: Wanted = { has: () => true };

/** The features of a sentence, one after the other: each by its number, with the words that it stands for. */
type Meet = (feature: number, first?: WordFacts, sign?: string, second?: WordFacts) => void;

/** Meets a word with the next one. */
function meetNext(
  first: WordFacts,
  next: WordFacts | undefined,
  { numberOf }: FactsOfWords["numbers"],
  meet: Meet,
): void {
  const { stem, pairs } = first;
  if (pairs === NO_PAIRS || !next || stem === "" || next.stem === "") return;
  const pair = pairs === null ? numberOf(`${stem} ${next.stem}`) : pairs.get(next.stem);
  if (pair !== undefined) meet(pair, first, " ", next);
}

/** Meets the pairs of the classes of a word with those of the words behind it. */
function meetPairs(words: readonly WordFacts[], at: number, meet: Meet): void {
  const first = words[at];
  if (!first || first.opening.length === 0) return;
  for (let other = at + 1; other <= at + REACH && other < words.length; other += 1) {
    const second = words[other];
    if (!second || second.classes.length === 0) continue;
    for (const before of first.opening) {
      for (const name of second.classes) {
        const pair = before.get(name);
        if (pair !== undefined) meet(pair, first, " … ", second);
      }
    }
  }
}

/** Meets the forms of words in a sentence, and whether it tells a length of time. */
function meetForms(
  words: readonly WordFacts[],
  { numberOf }: FactsOfWords["numbers"],
  meet: Meet,
): void {
  let before: WordFacts | null = null;
  for (const facts of words) {
    for (const form of facts.forms) meet(form, facts);
    const time = facts.isTime && before?.isNumber === true ? numberOf(TIME) : undefined;
    if (before && time !== undefined) meet(time, before, " ", facts);
    before = facts;
  }
}

/** So many words in powers of two. */
function lengthIn(words: number): number {
  return Math.min(Math.floor(Math.log2(Math.max(1, words))), LONGEST_LENGTH);
}

/** Meets the features of the words of a sentence, and of the section that it stands in; some more than once. */
function meetFeatures(
  words: readonly WordFacts[],
  section: Sentence["section"],
  { numbers }: FactsOfWords,
  meet: Meet,
): void {
  let [at, length, hasForms] = [0, 0, false];
  for (const facts of words) {
    if (!facts.isMute) {
      for (const feature of at < BEGINNING ? facts.atBeginning : facts.behind) meet(feature, facts);
      meetNext(facts, words[at + 1], numbers, meet);
      meetPairs(words, at, meet);
    }
    if (facts.stem !== "") length += 1;
    hasForms ||= facts.isTime || facts.forms.length > 0;
    at += 1;
  }
  if (hasForms) meetForms(words, numbers, meet);
  for (const last of [`:length ${lengthIn(length)}`, `#${section ?? "none"}`]) {
    const feature = numbers.numberOf(last);
    if (feature !== undefined) meet(feature);
  }
}

type Setup = Pick<SuggestContext, "cues">;

/** What features of sentences say, added up. */
export interface FeatureSums {
  readonly factsOf: FactsOfWords["factsOf"];
  /** The sum over the features of a sentence, each counted once, and how many they are. */
  readonly sumOf: (
    words: readonly WordFacts[],
    section: Sentence["section"],
  ) => { readonly sum: number; readonly count: number };
}

/**
 * Adds up what is known of the features of sentences.
 * @param weights what each says, by its name.
 */
export function featureSums({ cues }: Setup, weights: ReadonlyMap<string, number>): FeatureSums {
  const facts = factsOfWords(cues)(weights);
  const values = [...weights.values()];
  // By the number of a feature: the sentence that it was last met in.
  const metIn = new Uint32Array(values.length);
  let sentence = 0;
  let [sum, count] = [0, 0];
  const meet: Meet = (feature) => {
    if (metIn[feature] === sentence) return;
    metIn[feature] = sentence;
    sum += values[feature] ?? 0;
    count += 1;
  };
  const sumOf: FeatureSums["sumOf"] = (words, section) => {
    sentence += 1;
    [sum, count] = [0, 0];
    meetFeatures(words, section, facts, meet);
    return { sum, count };
  };
  return { factsOf: facts.factsOf, sumOf };
}

/**
 * The features of the words of a sentence, and of the section that it stands in, as `featuresOf` names them.
 * @param wanted those that are returned.
 */
export function featuresOfWords(
  written: readonly string[],
  section: Sentence["section"],
  { cues }: Setup,
  wanted: Wanted,
): Features {
  const facts = factsOfWords(cues)(wanted);
  const found = new Map<string, string>();
  meetFeatures(written.map(facts.factsOf), section, facts, (feature, first, sign = "", second) => {
    const name = facts.numbers.nameOf(feature);
    if (!found.has(name)) found.set(name, (first?.word ?? "") + sign + (second?.word ?? ""));
  });
  return found;
}

/**
 * The features of a sentence: stems (`=stem`), two in a row (`stem stem`), classes of words (`@alerts`),
 * at its beginning (`!build`), and ordered pairs of them within seven words (`missing>alerts`); forms of
 * words (`un-`, `mis-`, `-ly`), a length of time (`:time`), how long it is (`:length 3`, in powers of two);
 * and its section (`#actions`).
 * @internal For training and tests: what suggests looks only for those that have a weight.
 */
export function featuresOf(
  { namedPeople }: Pick<Postmortem, "namedPeople">,
  { tokens, section }: Sentence,
  context: SuggestContext,
): Features {
  const { words } = assertedText(readForCues(tokens, namedPeople), section, context);
  return featuresOfWords(words, section, context, ALL);
}
