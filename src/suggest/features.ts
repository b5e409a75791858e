import { CUE_WORD_LISTS, type Cues, type CueWordList } from "../core/cues.ts";
import type { WordList } from "../core/language.ts";
import { memo, memoText } from "../core/memo.ts";
import type { Postmortem, Sentence } from "../core/postmortem.ts";
import { stemOf } from "../prose/stems.ts";
import type { SuggestContext } from "./define.ts";
import { readForCues } from "./sentence-text.ts";
import { mendedWord } from "./spelling.ts";

/** Words this far apart still belong together. */
const REACH = 7;
/** Words among which a sentence says what it is: an order, a note, a lack. */
const BEGINNING = 3;
/** Lists whose words tell nothing beside another. */
const NO_CLASSES: ReadonlySet<string> = new Set([
  "auxiliaries",
  "clock",
  "everyday",
  "fillers",
  "more_people",
  "not_adverbs",
  "pronouns",
  "relative",
  "self",
] satisfies readonly CueWordList[]);
const CLASSES: readonly (CueWordList | WordList)[] = [
  ...CUE_WORD_LISTS.filter((name) => !NO_CLASSES.has(name)),
  "people",
];

/** Forms of words that tell of a lack in words of any stem. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ["un-", /^un\p{L}{4}/u],
  ["mis-", /^mis\p{L}{4}/u],
  ["-ly", /\p{L}ly$/u],
];
/** Longer sentences, in powers of two words, are all alike. */
const LONGEST_LENGTH = 6;

/** Whether a word is one of time: "hours", "hour". */
function isTime(word: string, { words }: Cues): boolean {
  return words.units.has(word) || words.units.has(`${word}s`);
}

/** A class of words, with the names of the features that it gives. */
interface WordClass {
  readonly name: string;
  readonly anywhere: string;
  readonly atBeginning: string;
  /** With each class behind it. */
  readonly before: ReadonlyMap<string, string>;
}

const WORD_CLASSES: readonly WordClass[] = CLASSES.map((name) => ({
  ...{ name, anywhere: `@${name}`, atBeginning: `!${name}` },
  before: new Map(CLASSES.map((second) => [second, `${name}>${second}`])),
}));

/** What a word gives wherever it stands. */
interface WordFacts {
  readonly word: string;
  /** Empty for what is no word. */
  readonly stem: string;
  readonly stemFeature: string;
  /** In their order; a word has few. */
  readonly classes: readonly WordClass[];
  readonly forms: readonly string[];
  readonly isNumber: boolean;
  readonly isTime: boolean;
}

/** What words give, by the word as it is written: texts have few. */
const factsOfWords = memo((cues: Cues) =>
  memoText((written): WordFacts => {
    const word = mendedWord(written, cues);
    const stem = /^\p{L}[\p{L}'-]*$/u.test(word) ? stemOf(word) : "";
    const lists: Readonly<Record<string, ReadonlySet<string>>> = cues.words;
    return {
      ...{ word, stem, stemFeature: `=${stem}` },
      classes: WORD_CLASSES.filter(({ name }) => lists[name]?.has(word)),
      forms: FORMS.flatMap(([form, pattern]) => (pattern.test(word) ? [form] : [])),
      isNumber: /^~?\d/.test(word) || cues.words.numbers.has(word),
      isTime: isTime(word, cues),
    };
  }),
);

/** Adds a feature, if it is wanted, with the words that it stands for where it is first met. */
type Add = (feature: string, first: string, sign?: string, second?: string) => void;

/** Adds the forms of words in a sentence, and whether it tells a length of time. */
function addForms(words: readonly WordFacts[], add: Add): void {
  for (const [at, { word, forms, isTime: isUnit }] of words.entries()) {
    for (const form of forms) add(form, word);
    const before = words[at - 1];
    if (isUnit && before?.isNumber) add(":time", `${before.word} ${word}`);
  }
}

/** Adds the classes of a word. */
function addClasses(words: readonly WordFacts[], at: number, add: Add): void {
  const { word = "", classes = [] } = words[at] ?? {};
  for (const { anywhere, atBeginning } of classes) {
    add(anywhere, word);
    if (at < BEGINNING) add(atBeginning, word);
  }
}

/** Adds the pairs of the classes of a word with those of the words behind it. */
function addPairs(words: readonly WordFacts[], at: number, add: Add): void {
  const { word = "", classes = [] } = words[at] ?? {};
  if (classes.length === 0) return;
  for (let other = at + 1; other <= at + REACH && other < words.length; other += 1) {
    const second = words[other];
    if (!second || second.classes.length === 0) continue;
    for (const { before } of classes) {
      for (const { name } of second.classes) {
        add(before.get(name) ?? "", word, " … ", second.word);
      }
    }
  }
}

/** What a ranker sees of a sentence: each feature, and the words that it stands for. */
export type Features = ReadonlyMap<string, string>;

/** Which features are asked for. */
export interface Wanted {
  readonly has: (feature: string) => boolean;
  /** All of them, where they are known. */
  readonly keys?: () => Iterable<string>;
}

/** The stems with which a pair begins that is wanted; null where that is not known. */
const firstOfPairs = memo((wanted: Wanted): ReadonlySet<string> | null => {
  if (!wanted.keys) return null;
  const pairs = [...wanted.keys()].filter((feature) => feature.includes(" "));
  return new Set(pairs.map((pair) => pair.slice(0, pair.indexOf(" "))));
});

const ALL: Wanted = { has: () => true };

/**
 * The features of a sentence: stems (`=stem`), two in a row (`stem stem`), classes of words (`@alerts`),
 * at its beginning (`!build`), and ordered pairs of them within seven words (`missing>alerts`); forms of
 * words (`un-`, `mis-`, `-ly`), a length of time (`:time`), how long it is (`:length 3`, in powers of two);
 * and its section (`#actions`).
 * @param wanted those that are told; all unless it is given.
 */
export function featuresOf(
  { namedPeople }: Pick<Postmortem, "namedPeople">,
  sentence: Sentence,
  { cues }: SuggestContext,
  wanted: Wanted = ALL,
): Features {
  const { words: written } = readForCues(sentence.tokens, namedPeople);
  const words = written.map(factsOfWords(cues));
  const begins = firstOfPairs(wanted);
  const found = new Map<string, string>();
  const add: Add = (feature, first, sign = "", second = "") => {
    if (wanted.has(feature) && !found.has(feature)) found.set(feature, first + sign + second);
  };
  for (const [at, { word, stem, stemFeature }] of words.entries()) {
    if (stem !== "") add(stemFeature, word);
    addClasses(words, at, add);
    const next = begins === null || begins.has(stem) ? words[at + 1] : undefined;
    if (next && stem !== "" && next.stem !== "") add(`${stem} ${next.stem}`, word, " ", next.word);
    addPairs(words, at, add);
  }
  addForms(words, add);
  const length = Math.floor(Math.log2(Math.max(1, words.filter(({ stem }) => stem !== "").length)));
  add(`:length ${Math.min(length, LONGEST_LENGTH)}`, "");
  add(`#${sentence.section ?? "none"}`, "");
  return found;
}
