import { memo, memoText } from "../core/memo.ts";
import { CUE_CLASSES, type Cues, type CueWordList } from "../core/settings/cues.ts";
import type { WordList } from "../core/settings/language.ts";
import { stemOf } from "../prose/stems.ts";
import { wordMender } from "./spelling.ts";

const CLASSES: readonly (CueWordList | WordList)[] = [...CUE_CLASSES, "people"];

/** Forms of words that tell of a lack in words of any stem. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ["un-", /^un\p{L}{4}/u],
  ["mis-", /^mis\p{L}{4}/u],
  ["-ly", /\p{L}ly$/u],
];
/** A length of time. */
export const TIME = ":time";

/** Which features are asked for. */
export interface Wanted {
  readonly has: (feature: string) => boolean;
  /** All of them, where they are known. */
  readonly keys?: () => Iterable<string>;
}

/** Features by numbers: texts have few of those that are asked for, and again and again. */
export interface FeatureNumbers {
  /** Undefined for one that is not asked for. */
  readonly numberOf: (feature: string) => number | undefined;
  readonly nameOf: (number: number) => string;
}

/** Numbers from 0 on: in the order of what is asked for or, where any is, in that in which they are met. */
function numbersOf(wanted: Wanted): FeatureNumbers {
  const names = [...(wanted.keys?.() ?? [])];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const numberOf = (feature: string): number | undefined => {
    const known = numbers.get(feature);
    if (known !== undefined || !wanted.has(feature)) return known;
    numbers.set(feature, names.length);
    return names.push(feature) - 1;
  };
  return { numberOf, nameOf: (number) => names[number] ?? "" };
}

type NumbersByText = ReadonlyMap<string, number>;

/** The pairs of stems that are asked for, by the first and the second; null where any is. */
function wantedPairs(
  wanted: Wanted,
  { numberOf }: FeatureNumbers,
): ReadonlyMap<string, NumbersByText> | null {
  if (!wanted.keys) return null;
  const pairs = new Map<string, Map<string, number>>();
  for (const feature of wanted.keys()) {
    const [first = "", second] = feature.split(" ");
    const number = numberOf(feature);
    if (second === undefined || number === undefined) continue;
    const seconds = pairs.get(first) ?? new Map<string, number>();
    pairs.set(first, seconds.set(second, number));
  }
  return pairs;
}

/** The pairs of a class and each one behind it that are asked for, by that. */
function pairsOfClass(first: string, { numberOf }: FeatureNumbers): NumbersByText {
  const pairs = CLASSES.map((second) => [second, numberOf(`${first}>${second}`)] as const);
  return new Map(pairs.flatMap(([second, pair]) => (pair === undefined ? [] : [[second, pair]])));
}

/** What a word gives wherever it stands, of what is asked for. */
export interface WordFacts {
  readonly word: string;
  /** Empty for what is no word. */
  readonly stem: string;
  /** The pairs that are asked for of it and the stem behind it, by that; null where any is. */
  readonly pairs: NumbersByText | null;
  /** Features of the word and of its classes, in the beginning of a sentence and behind it. */
  readonly atBeginning: readonly number[];
  readonly behind: readonly number[];
  /** Names of its classes; a word has few. */
  readonly classes: readonly string[];
  /** Of each of them, its pairs with those behind it, where any is asked for. */
  readonly opening: readonly NumbersByText[];
  readonly forms: readonly number[];
  readonly isNumber: boolean;
  /** Whether it is a unit of a length of time. */
  readonly isTime: boolean;
  /** Whether it gives nothing of what is asked for, as most words, whatever stands behind it. */
  readonly isMute: boolean;
}

export const NO_PAIRS: NumbersByText = new Map();

/** The classes of each word that has any. */
const classesIn = memo(({ words }: Cues): ReadonlyMap<string, readonly string[]> => {
  const classes = new Map<string, string[]>();
  for (const name of CLASSES) {
    for (const word of words[name]) {
      const known = classes.get(word);
      if (known) known.push(name);
      else classes.set(word, [name]);
    }
  }
  return classes;
});

/** Whether a word is one of time: "hours", "hour". */
function isTime(word: string, { words }: Cues): boolean {
  return words.units.has(word) || words.units.has(`${word}s`);
}

/** What words give, and how its features are numbered. */
export interface FactsOfWords {
  readonly numbers: FeatureNumbers;
  /** By the word as it is written. */
  readonly factsOf: (written: string) => WordFacts;
}

/** What words give of some features that are asked for; texts have few words, so each is looked at once. */
export const factsOfWords = memo((cues: Cues) =>
  memo((wanted: Wanted): FactsOfWords => {
    const numbers = numbersOf(wanted);
    const pairs = wantedPairs(wanted, numbers);
    const openings = new Map(CLASSES.map((name) => [name as string, pairsOfClass(name, numbers)]));
    const mend = wordMender(cues);
    const numbered = (features: readonly string[]) =>
      features.flatMap((feature) => numbers.numberOf(feature) ?? []);
    const factsOf = memoText((written): WordFacts => {
      const word = mend(written);
      const stem = /^\p{L}[\p{L}'-]*$/u.test(word) ? stemOf(word) : "";
      const classes = classesIn(cues).get(word) ?? [];
      const own = stem === "" ? [] : [`=${stem}`];
      const ownPairs = pairs && (pairs.get(stem) ?? NO_PAIRS);
      const atBeginning = numbered([
        ...own,
        ...classes.flatMap((name) => [`@${name}`, `!${name}`]),
      ]);
      const opening = classes
        .map((name) => openings.get(name) ?? NO_PAIRS)
        .filter(({ size }) => size > 0);
      return {
        ...{ word, stem, classes, pairs: ownPairs, atBeginning, opening },
        behind: numbered([...own, ...classes.map((name) => `@${name}`)]),
        isMute: ownPairs === NO_PAIRS && [atBeginning, opening].every((one) => one.length === 0),
        forms: numbered(FORMS.flatMap(([form, pattern]) => (pattern.test(word) ? [form] : []))),
        isNumber: /^~?\d/.test(word) || cues.words.numbers.has(word),
        isTime: isTime(word, cues) && wanted.has(TIME),
      };
    });
    return { numbers, factsOf };
  }),
);
