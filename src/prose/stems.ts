import { stemmer } from "stemmer";
import { memoText } from "../core/memo.ts";
import type { Token } from "../core/postmortem.ts";
import { ownText } from "../core/text/own-text.ts";

/** A word of a text: as it is written, and what all its forms have in common. */
export interface Word {
  readonly written: string;
  readonly stem: string;
}

/** A stem with the token that it comes from. */
export interface TokenStem {
  readonly stem: string;
  /** In lower case. */
  readonly word: string;
  readonly token: number;
}

/** Texts use few words, each again and again. */
const stemOfLower = memoText(stemmer);

/** What all forms of a word have in common, by Porter's stemmer. */
export function stemOf(word: string): string {
  return stemOfLower(word.toLowerCase());
}

/** The text with typographic apostrophes as plain ones. */
export function plainApostrophes(text: string): string {
  return text.replace(/[‘’]/g, "'");
}

/** The runs of letters and digits in a text, in lower case. */
export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The stems of the words in a text. */
export function stemsIn(text: string): readonly string[] {
  return wordsIn(text).map(stemOf);
}

/** The words of a token, which most often is one, with their stems. */
const wordsOfToken = memoText((text) =>
  wordsIn(text).map((word) => ({ word: ownText(word), stem: stemOf(word) })),
);

/** The stems of a row of tokens. */
export function stemTokens(tokens: readonly Pick<Token, "type" | "text">[]): readonly TokenStem[] {
  const stems: TokenStem[] = [];
  for (const [token, { type, text }] of tokens.entries()) {
    if (type === "punctuation") continue;
    for (const { word, stem } of wordsOfToken(text)) stems.push({ stem, word, token });
  }
  return stems;
}

/** The words of a text that are no numbers, in lower case; `team's` is the word `team`. */
export function lexicalWords(text: string): readonly Word[] {
  const words = plainApostrophes(text).match(/\p{L}[\p{L}']*/gu) ?? [];
  return words.map((word) => {
    const written = word.toLowerCase().replace(/'s$|(?<!')'+$/, "");
    return { written, stem: stemOf(written) };
  });
}

/** The stems of the words of a text that are no numbers. */
export function lexicalStems(text: string): readonly string[] {
  return lexicalWords(text).map(({ stem }) => stem);
}

/** Words and their stems, in lower case: whether a word is one of a list in any of its forms. */
export function formsOf(words: readonly string[]): ReadonlySet<string> {
  const forms = words.map((word) => word.toLowerCase());
  return new Set([...forms, ...forms.map(stemOf)]);
}
