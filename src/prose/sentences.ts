import type { Range } from "../core/position.ts";
import type { Sentence, Token } from "../core/postmortem.ts";
import { WITHHELD } from "../people/people.ts";

/** Marks that stand right behind the word before them, whatever markup stood between. */
const CLOSING = /^[.,:;!?)\]’'”]/;

/** Whether a sentence asks. */
export function isQuestion({ tokens }: Pick<Sentence, "tokens">): boolean {
  return tokens.at(-1)?.text.endsWith("?") ?? false;
}

/** Whether a token is of a name of a person, or holds one: words of some scripts keep their `'s`. */
export function namesPersonAt({ start, end }: Token, people: readonly Range[]): boolean {
  return people.some((named) => named.start.offset < end && start < named.end.offset);
}

/** What stays of a token that names a person. */
const GENITIVE = /['’]s?$/u;

/** The tokens as plain text, on one line, with every name of a person replaced. */
export function plainText(tokens: readonly Token[], people: readonly Range[]): string {
  let text = "";
  let end: number | null = null;
  let wasPerson = false;
  for (const token of tokens) {
    const isPerson = namesPersonAt(token, people);
    const isApart = end !== null && token.start > end && !CLOSING.test(token.text);
    if (!(isPerson && wasPerson)) {
      text += (isApart ? " " : "") + (isPerson ? WITHHELD : token.text.replace(/\s+/g, " "));
    }
    if (isPerson) text += GENITIVE.exec(token.text)?.[0] ?? "";
    end = token.end;
    wasPerson = isPerson;
  }
  return text.trim();
}
