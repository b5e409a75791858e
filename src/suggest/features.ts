import { CUE_WORD_LISTS, type Cues, type CueWordList } from "../core/cues.ts";
import type { WordList } from "../core/language.ts";
import { memo } from "../core/memo.ts";
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

/** The classes of a word, in their order; each word has few, and texts have few words. */
const classesOf = memo(({ words }: Cues) => {
  const byWord = new Map<string, (CueWordList | WordList)[]>();
  for (const name of CLASSES) {
    for (const word of words[name]) {
      const known = byWord.get(word);
      if (known) known.push(name);
      else byWord.set(word, [name]);
    }
  }
  return byWord;
});

/** Whether a word is one of time: "hours", "hour". */
function isTime(word: string, { words }: Cues): boolean {
  return words.units.has(word) || words.units.has(`${word}s`);
}

/** The forms of words in a sentence, and whether it tells a length of time, with the words. */
function* formsIn(words: readonly string[], cues: Cues): Generator<readonly [string, string]> {
  for (const [at, word] of words.entries()) {
    for (const [form, pattern] of FORMS) if (pattern.test(word)) yield [form, word];
    const before = words[at - 1] ?? "";
    const isCounted = /^~?\d/.test(before) || cues.words.numbers.has(before);
    if (isCounted && isTime(word, cues)) yield [":time", `${before} ${word}`];
  }
}

/** What a ranker sees of a sentence: each feature, and the words that it stands for. */
export type Features = ReadonlyMap<string, string>;

/** Which features are asked for. */
export interface Wanted {
  readonly has: (feature: string) => boolean;
}

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
  const read = readForCues(sentence.tokens, namedPeople).words;
  const words = read.map((word) => mendedWord(word, cues));
  const section = sentence.section ?? "none";
  const found = new Map<string, string>();
  const add = (feature: string, first: string, sign = "", second = ""): void => {
    if (wanted.has(feature) && !found.has(feature)) found.set(feature, first + sign + second);
  };
  const byWord = classesOf(cues);
  const classes = words.map((word) => byWord.get(word) ?? []);
  const stems = words.map((word) => (/^\p{L}[\p{L}'-]*$/u.test(word) ? stemOf(word) : ""));
  for (const [at, stem] of stems.entries()) {
    const word = words[at] ?? "";
    if (stem !== "") add(`=${stem}`, word);
    for (const name of classes[at] ?? []) {
      add(`@${name}`, word);
      if (at < BEGINNING) add(`!${name}`, word);
    }
    const next = stems[at + 1] ?? "";
    if (stem !== "" && next !== "") add(`${stem} ${next}`, word, " ", words[at + 1]);
    for (let other = at + 1; other <= at + REACH && other < words.length; other += 1) {
      for (const first of classes[at] ?? []) {
        for (const second of classes[other] ?? []) {
          add(`${first}>${second}`, word, " … ", words[other]);
        }
      }
    }
  }
  for (const [feature, written] of formsIn(words, cues)) add(feature, written);
  const length = Math.floor(Math.log2(Math.max(1, stems.filter((stem) => stem !== "").length)));
  add(`:length ${Math.min(length, LONGEST_LENGTH)}`, "");
  add(`#${section}`, "");
  return found;
}
