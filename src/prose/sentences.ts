import type { Range } from "../core/position.ts";
import type { Sentence, Token } from "../core/postmortem.ts";
import { WITHHELD } from "../people/people.ts";

/** Marks that stand right behind the word before them, whatever markup stood between. */
const CLOSING = /^[.,:;!?)\]’'”]/;
/** One that opens a quotation as well, if a word follows at once. */
const APOSTROPHE = /^[’']$/;

/** Whether a token is a mark that belongs to the word before it; ".env" and "'90s" are words. */
function isClosing({ type, text, end }: Token, next: Token | undefined): boolean {
  if (type !== "punctuation" || !CLOSING.test(text)) return false;
  return !(APOSTROPHE.test(text) && next?.type === "word" && next.start === end);
}

/** Whether a sentence asks. */
export function isQuestion({ tokens }: Pick<Sentence, "tokens">): boolean {
  return tokens.at(-1)?.text.endsWith("?") ?? false;
}

/** Whether a token is of a name of a person, or holds one: words of some scripts keep their `'s`. */
export function namesPersonAt({ start, end }: Token, people: readonly Range[]): boolean {
  return people.some((named) => named.start.offset < end && start < named.end.offset);
}

/** Those of some people who are named from the first to the last of some tokens in a row. */
export function namedAmong(tokens: readonly Token[], people: readonly Range[]): readonly Range[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || people.length === 0) return people;
  return people.filter(({ start, end }) => start.offset < last.end && first.start < end.offset);
}

/** What stays of a token that names a person. */
const GENITIVE = /['’]s?$/u;

/** The tokens as plain text, on one line, with every name of a person replaced. */
export function plainText(tokens: readonly Token[], people: readonly Range[]): string {
  const here = namedAmong(tokens, people);
  let text = "";
  let end: number | null = null;
  let wasPerson = false;
  for (const [at, token] of tokens.entries()) {
    const isPerson = namesPersonAt(token, here);
    const isApart = end !== null && token.start > end && !isClosing(token, tokens[at + 1]);
    if (!(isPerson && wasPerson)) {
      text += (isApart ? " " : "") + (isPerson ? WITHHELD : token.text.replace(/\s+/g, " "));
    }
    if (isPerson) text += GENITIVE.exec(token.text)?.[0] ?? "";
    end = token.end;
    wasPerson = isPerson;
  }
  return text.trim();
}
