import { ONE_LETTER, TWO_LETTERS, withLetters, withoutMarks } from "../core/text/plain-letters.ts";

function plainLetters(name: string, letters: ReadonlyMap<string, string>): string {
  return withoutMarks(withLetters(name, letters));
}

const PICTURE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F)+/gu;
const APOSTROPHE = /['’]/gu;

/**
 * A name without pictures, and how keyboards without its letters write it: `Zoë` as `Zoe`, `Müller` as `Muller`
 * or `Mueller`; and with either apostrophe, or none.
 */
export function withPlainLetters(written: string): readonly string[] {
  const name = written.replace(PICTURE, " ").trim();
  const plain = [name, plainLetters(name, ONE_LETTER), plainLetters(name, TWO_LETTERS)];
  const all = plain.flatMap((one) =>
    ["'", "’", ""].map((apostrophe) => one.replace(APOSTROPHE, apostrophe)),
  );
  return [...new Set([name, ...all])];
}

const WORD = /[\p{L}\p{M}]+/gu;
const PLAIN = /^[a-z]+$/i;

/** The words of some names, in small letters. */
export function wordsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => name.toLowerCase().match(WORD) ?? []));
}

/** A text in which names have the letters of a list: `Zoë` becomes `Zoe` where only that is listed. */
export function withLettersOf(words: ReadonlySet<string>, text: string): string {
  return text.replace(WORD, (word) => {
    if (PLAIN.test(word) || words.has(word.toLowerCase())) return word;
    const plain = [ONE_LETTER, TWO_LETTERS].map((letters) => plainLetters(word, letters));
    const listed = plain.find((one) => words.has(one.toLowerCase())) ?? word;
    return word === word.toUpperCase() ? listed.toUpperCase() : listed;
  });
}
