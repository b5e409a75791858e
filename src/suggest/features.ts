import { memo, memoText } from "../core/memo.ts";
import type { Postmortem, Sentence } from "../core/postmortem.ts";
import { CUE_CLASSES, type Cues, type CueWordList } from "../core/settings/cues.ts";
import type { WordList } from "../core/settings/language.ts";
import { stemOf } from "../prose/stems.ts";
import { assertedText } from "./asserted-words.ts";
import type { SuggestContext } from "./define.ts";
import { readForCues } from "./sentence-text.ts";
import { wordMender } from "./spelling.ts";

/** Words this far apart still belong together. */
const REACH = 7;
/** Words among which a sentence says what it is: an order, a note, a lack. */
const BEGINNING = 3;
const CLASSES: readonly (CueWordList | WordList)[] = [...CUE_CLASSES, "people"];

/** Forms of words that tell of a lack in words of any stem. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ["un-", /^un\p{L}{4}/u],
  ["mis-", /^mis\p{L}{4}/u],
  ["-ly", /\p{L}ly$/u],
];
/** A length of time. */
const TIME = ":time";
/** Longer sentences, in powers of two words, are all alike. */
const LONGEST_LENGTH = 6;

/** Whether a word is one of time: "hours", "hour". */
function isTime(word: string, { words }: Cues): boolean {
  return words.units.has(word) || words.units.has(`${word}s`);
}

/** What a ranker sees of a sentence: each feature, and the words that it stands for. */
export type Features = ReadonlyMap<string, string>;

/** Which features are asked for. */
export interface Wanted {
  readonly has: (feature: string) => boolean;
  /** All of them, where they are known. */
  readonly keys?: () => Iterable<string>;
}

const ALL: Wanted = { has: () => true };

/** The pairs of stems that are wanted, by the first and the second; null where any is. */
function wantedPairs(wanted: Wanted): ReadonlyMap<string, ReadonlyMap<string, string>> | null {
  if (!wanted.keys) return null;
  const pairs = new Map<string, Map<string, string>>();
  for (const feature of wanted.keys()) {
    const [first = "", second] = feature.split(" ");
    if (second === undefined) continue;
    const seconds = pairs.get(first) ?? new Map<string, string>();
    pairs.set(first, seconds.set(second, feature));
  }
  return pairs;
}

/** A class of words, with the features of it and each class behind it that are wanted. */
interface WordClass {
  readonly name: string;
  readonly before: ReadonlyMap<string, string>;
}

/** What a word gives wherever it stands, of what is wanted. */
interface WordFacts {
  readonly word: string;
  /** Empty for what is no word. */
  readonly stem: string;
  /** The pairs that are wanted of it and the stem behind it, by that; null where any is. */
  readonly pairs: ReadonlyMap<string, string> | null;
  /** Features of the word and of its classes, in the beginning of a sentence and behind it. */
  readonly atBeginning: readonly string[];
  readonly behind: readonly string[];
  /** Names of its classes; a word has few. */
  readonly classes: readonly string[];
  /** Those of which a pair with a class behind it is wanted. */
  readonly opening: readonly WordClass[];
  readonly forms: readonly string[];
  readonly isNumber: boolean;
  /** Whether it is a unit of a length of time. */
  readonly isTime: boolean;
}

const NO_PAIRS: ReadonlyMap<string, string> = new Map();

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

/** What words give, by the word as it is written: texts have few. */
const factsIn = memo((cues: Cues) =>
  memo((wanted: Wanted) => {
    const pairs = wantedPairs(wanted);
    const isWanted = (feature: string) => wanted.has(feature);
    const openings = new Map(
      CLASSES.map((name): [string, WordClass] => {
        const pairs = CLASSES.map((second) => [second, `${name}>${second}`] as const);
        return [name, { name, before: new Map(pairs.filter(([, pair]) => wanted.has(pair))) }];
      }),
    );
    const mend = wordMender(cues);
    return memoText((written): WordFacts => {
      const word = mend(written);
      const stem = /^\p{L}[\p{L}'-]*$/u.test(word) ? stemOf(word) : "";
      const classes = classesIn(cues).get(word) ?? [];
      const own = stem === "" ? [] : [`=${stem}`];
      const forms = FORMS.flatMap(([form, pattern]) => (pattern.test(word) ? [form] : []));
      return {
        ...{ word, stem, classes, pairs: pairs && (pairs.get(stem) ?? NO_PAIRS) },
        atBeginning: [...own, ...classes.flatMap((name) => [`@${name}`, `!${name}`])].filter(
          isWanted,
        ),
        behind: [...own, ...classes.map((name) => `@${name}`)].filter(isWanted),
        opening: classes
          .flatMap((name) => openings.get(name) ?? [])
          .filter((one) => one.before.size > 0),
        forms: forms.filter(isWanted),
        isNumber: /^~?\d/.test(word) || cues.words.numbers.has(word),
        isTime: isTime(word, cues) && wanted.has(TIME),
      };
    });
  }),
);

/** Adds a feature with the words that it stands for where it is first met. */
type Add = (feature: string, first: string, sign?: string, second?: string) => void;

/** Adds a word with the next one. */
function addNext({ word, stem, pairs }: WordFacts, next: WordFacts | undefined, add: Add): void {
  if (pairs === NO_PAIRS || !next || stem === "" || next.stem === "") return;
  const pair = pairs === null ? `${stem} ${next.stem}` : pairs.get(next.stem);
  if (pair !== undefined) add(pair, word, " ", next.word);
}

/** Adds the pairs of the classes of a word with those of the words behind it. */
function addPairs(words: readonly WordFacts[], at: number, add: Add): void {
  const { word = "", opening = [] } = words[at] ?? {};
  for (let other = at + 1; other <= at + REACH && other < words.length; other += 1) {
    const second = words[other];
    if (!second || second.classes.length === 0) continue;
    for (const { before } of opening) {
      for (const name of second.classes) {
        const pair = before.get(name);
        if (pair !== undefined) add(pair, word, " … ", second.word);
      }
    }
  }
}

/** Adds the forms of words in a sentence, and whether it tells a length of time. */
function addForms(words: readonly WordFacts[], add: Add): void {
  let before: WordFacts | null = null;
  for (const facts of words) {
    for (const form of facts.forms) add(form, facts.word);
    if (facts.isTime && before?.isNumber) add(TIME, before.word, " ", facts.word);
    before = facts;
  }
}

/** The length of a sentence, in powers of two words. */
function lengthOf(words: readonly WordFacts[]): number {
  let length = 0;
  for (const { stem } of words) if (stem !== "") length += 1;
  return Math.min(Math.floor(Math.log2(Math.max(1, length))), LONGEST_LENGTH);
}

/**
 * The features of the words of a sentence, and of the section that it stands in, as `featuresOf` names them.
 * @param wanted those that are returned.
 */
export function featuresOfWords(
  written: readonly string[],
  section: Sentence["section"],
  { cues }: Pick<SuggestContext, "cues">,
  wanted: Wanted,
): Features {
  const words = written.map(factsIn(cues)(wanted));
  const found = new Map<string, string>();
  const add: Add = (feature, first, sign = "", second = "") => {
    if (!found.has(feature)) found.set(feature, first + sign + second);
  };
  let at = 0;
  for (const facts of words) {
    const features = at < BEGINNING ? facts.atBeginning : facts.behind;
    for (const feature of features) add(feature, facts.word);
    addNext(facts, words[at + 1], add);
    if (facts.opening.length > 0) addPairs(words, at, add);
    at += 1;
  }
  addForms(words, add);
  for (const last of [`:length ${lengthOf(words)}`, `#${section ?? "none"}`]) {
    if (wanted.has(last)) add(last, "");
  }
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
