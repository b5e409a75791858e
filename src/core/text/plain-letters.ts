import { capitalised } from "./capitalised.ts";

/** Letters that some languages write as two without a mark. */
export const TWO_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" },
    ...{ æ: "ae", œ: "oe", ß: "ss", þ: "th" },
  }),
);
/** Letters that do not come apart into a plain one and a mark. */
export const ONE_LETTER: ReadonlyMap<string, string> = new Map(
  Object.entries({ ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae" }),
);

/** A text with some letters replaced, in the case of each; they are listed small. */
export function withLetters(text: string, letters: ReadonlyMap<string, string>): string {
  return Array.from(text.normalize("NFC"), (letter) => {
    const plain = letters.get(letter.toLowerCase());
    if (plain === undefined) return letter;
    return letter === letter.toLowerCase() ? plain : capitalised(plain);
  }).join("");
}

/** A text without the marks on its letters: `Zoë` as `Zoe`. */
export function withoutMarks(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC");
}
