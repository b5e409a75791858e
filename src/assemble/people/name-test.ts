import { memo, memoText } from "../../core/memo.ts";
import type { Language } from "../../core/settings/language.ts";
import type { Names } from "../../core/settings/names.ts";
import { ONE_LETTER, withLetters, withoutMarks } from "../../core/text/plain-letters.ts";
import { peopleOf } from "../../people/people-of.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";

/** What tells the names of people in a text from those of teams and products, and from other words. */
export interface NameTest {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  /** Whether a name is that of a team, a service or a role. */
  readonly isGroup: (name: string) => boolean;
  /** Whether a word, in lower case, is one of the language or a product, and no first name. */
  readonly isKnown: (word: string) => boolean;
  /** Whether a word is a first name and nothing else, also with marks on its letters or as one half: "Lars-Erik". */
  readonly isFirstName: (word: string) => boolean;
  /** Whether a word is a last name and nothing else, also with marks, an apostrophe or as one half: "El-Sayed". */
  readonly isLastName: (word: string) => boolean;
  /** Whether it is one that stands before the first name: "Zhang" of "Zhang Xiaoming". */
  readonly isLastAhead: (word: string) => boolean;
  /** Whether a word, in lower case, is that of a product or a machine. */
  readonly isThing: (word: string) => boolean;
  /** Whether a word with a capital is a first name that is also another word, but no month, place or product: "Mark". */
  readonly isAlsoFirst: (word: string) => boolean;
}

/** Shorter last names are other words too often. */
const LEAST_LAST = 4;

/** Whether a word is a name and nothing else: a first one or a last one, and no team's. */
export function isSurelyName(word: string, test: NameTest): boolean {
  const isName = test.isFirstName(word) || (word.length >= LEAST_LAST && test.isLastName(word));
  return isName && !test.isKnown(word.toLowerCase()) && !test.isGroup(word);
}

/** All words of a value, wherever they stand in it. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(wordsOf);
}

/** The words of a vocabulary. */
export const wordsOfVocabulary = memo(
  (vocabulary: Vocabulary): ReadonlySet<string> => new Set(wordsOf(vocabulary)),
);

const wordsOfLanguage = memo(({ words }: Language): ReadonlySet<string> => {
  const { first_names: firstNames, ...others } = words;
  const known = Object.values(others).flatMap((list) => [...list]);
  return new Set(known.filter((word) => !firstNames.has(word)));
});

const NO_WORDS: ReadonlySet<string> = new Set();

/** Most words have no marks, and one half. */
const PLAIN_ALREADY = /^[a-z]*$/i;

/** A word in lower case and without marks: "Łukasz" as "lukasz". */
export function plainWord(word: string): string {
  return withoutMarks(withLetters(word.toLowerCase(), ONE_LETTER));
}

/** The words that may be a last name in what is written as one: "el-sayed" and its halves. */
function lastParts(word: string): readonly string[] {
  if (PLAIN_ALREADY.test(word)) return [word.toLowerCase()];
  const plain = plainWord(word).replace(/['’]/gu, "");
  return [plain, ...plain.split("-")];
}

/** Whether words are last names, by the names that people have: texts use few words, each again and again. */
const lastNameTest = memo((names: Names) => {
  const isLastAhead = (word: string) =>
    names.lastAhead.has(PLAIN_ALREADY.test(word) ? word.toLowerCase() : plainWord(word));
  const isLastName = memoText((word) =>
    lastParts(word).some((part) => names.last.has(part) || isLastAhead(part)),
  );
  return { isLastAhead, isLastName };
});

/** First names that are also words, without those of months, places and products. */
const alsoFirstNames = memo(({ people, months }: Vocabulary): ReadonlySet<string> => {
  const others = new Set([...months.flat(), ...people.ordinary_elsewhere]);
  return new Set(people.ordinary.filter((word) => !others.has(word)));
});

/** The test of names in a text. */
export function nameTestOf(text: string, context: AssembleContext): NameTest {
  const { vocabulary, language, names } = context;
  const isKnown = (word: string): boolean => {
    const products = language === undefined ? NO_WORDS : wordsOfLanguage(language());
    return products.has(word) || wordsOfVocabulary(vocabulary).has(word);
  };
  const isListed = (word: string) =>
    language?.().words.first_names.has(word) === true || names?.().first.has(word) === true;
  const isFirstName = (word: string): boolean => {
    if (isListed(word.toLowerCase())) return true;
    if (PLAIN_ALREADY.test(word)) return false;
    const [half = ""] = word.split("-");
    return [plainWord(word), plainWord(half)].some(isListed);
  };
  const { isGroup } = peopleOf(context);
  const isLastAhead = (word: string) =>
    names !== undefined && lastNameTest(names()).isLastAhead(word);
  const isLastName = (word: string) =>
    names !== undefined && lastNameTest(names()).isLastName(word);
  const isThing = (word: string) => language?.().words.things.has(word) === true;
  const isAlsoFirst = (word: string) =>
    /^\p{Lu}\p{Ll}/u.test(word) &&
    alsoFirstNames(vocabulary).has(word.toLowerCase()) &&
    !isThing(word.toLowerCase());
  return {
    ...{ text, vocabulary, isGroup, isKnown, isFirstName, isLastName, isLastAhead },
    ...{ isThing, isAlsoFirst },
  };
}
