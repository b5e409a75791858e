import { CUE_WORD_LISTS, type CueWordList } from "../core/cues.ts";
import type { WordList } from "../core/language.ts";
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

/** What a ranker sees of a sentence: each feature, and the words that it stands for. */
export type Features = ReadonlyMap<string, string>;

/**
 * The features of a sentence: stems (`=stem`), two in a row (`stem stem`), classes of words (`@alerts`),
 * at its beginning (`!build`), with its section (`#actions&alerts`), and ordered pairs of them within
 * seven words (`missing>alerts`); and its section (`#actions`).
 */
export function featuresOf(
  { namedPeople }: Pick<Postmortem, "namedPeople">,
  sentence: Sentence,
  { cues }: SuggestContext,
): Features {
  const read = readForCues(sentence.tokens, namedPeople).words;
  const words = read.map((word) => mendedWord(word, cues));
  const section = sentence.section ?? "none";
  const found = new Map<string, string>();
  const add = (feature: string, written: string): void => {
    if (!found.has(feature)) found.set(feature, written);
  };
  const classes = words.map((word) => CLASSES.filter((name) => cues.words[name].has(word)));
  const stems = words.map((word) => (/^\p{L}[\p{L}'-]*$/u.test(word) ? stemOf(word) : ""));
  for (const [at, stem] of stems.entries()) {
    const word = words[at] ?? "";
    if (stem !== "") add(`=${stem}`, word);
    for (const name of classes[at] ?? []) {
      add(`@${name}`, word);
      add(`#${section}&${name}`, word);
      if (at < BEGINNING) add(`!${name}`, word);
    }
    const next = stems[at + 1] ?? "";
    if (stem !== "" && next !== "") add(`${stem} ${next}`, `${word} ${words[at + 1] ?? ""}`);
    for (let other = at + 1; other <= at + REACH && other < words.length; other += 1) {
      for (const first of classes[at] ?? []) {
        for (const second of classes[other] ?? []) {
          add(`${first}>${second}`, `${word} … ${words[other] ?? ""}`);
        }
      }
    }
  }
  add(`#${section}`, "");
  return found;
}
