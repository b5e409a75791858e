import { capitalised } from "../core/text/capitalised.ts";

/** Letters that lose no mark, and those that some languages write as two without one. */
const TWO_LETTERS = new Map([
  ...([
    ["ä", "ae"],
    ["ö", "oe"],
    ["ü", "ue"],
    ["å", "aa"],
    ["ø", "oe"],
  ] as const),
  ...([
    ["æ", "ae"],
    ["œ", "oe"],
    ["ß", "ss"],
    ["þ", "th"],
  ] as const),
]);
const ONE_LETTER = new Map([
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["ı", "i"],
  ["ß", "ss"],
  ["æ", "ae"],
]);

function withLetters(name: string, letters: ReadonlyMap<string, string>): string {
  const replaced = Array.from(name.normalize("NFC"), (letter) => {
    const plain = letters.get(letter.toLowerCase());
    if (plain === undefined) return letter;
    return letter === letter.toLowerCase() ? plain : capitalised(plain);
  });
  return replaced.join("").normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC");
}

const PICTURE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F)+/gu;
const APOSTROPHE = /['’]/gu;

/**
 * A name without pictures, and how keyboards without its letters write it: `Zoë` as `Zoe`, `Müller` as `Muller`
 * or `Mueller`; and with either apostrophe, or none.
 */
export function withPlainLetters(written: string): readonly string[] {
  const name = written.replace(PICTURE, " ").trim();
  const plain = [name, withLetters(name, ONE_LETTER), withLetters(name, TWO_LETTERS)];
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
    const plain = [ONE_LETTER, TWO_LETTERS].map((letters) => withLetters(word, letters));
    const listed = plain.find((one) => words.has(one.toLowerCase())) ?? word;
    return word === word.toUpperCase() ? listed.toUpperCase() : listed;
  });
}
