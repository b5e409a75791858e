import { memo } from "../core/memo.ts";
import type { Range } from "../core/position.ts";
import type { Sentence, Token } from "../core/postmortem.ts";
import { WITHHELD } from "../people/people.ts";

/** Marks that stand right behind the word before them, whatever markup stood between. */
const CLOSING = /^[.,:;!?)\]’'”]/;
/** One that opens a quotation as well, if a word follows at once. */
const APOSTROPHE = /^[’']$/;

/** So many people are looked through faster than by halves. */
const FEW = 8;

/** Whether a token is a mark that belongs to the word before it; ".env" and "'90s" are words. */
function isClosing({ type, text, end }: Token, next: Token | undefined): boolean {
  if (type !== "punctuation" || !CLOSING.test(text)) return false;
  return !(APOSTROPHE.test(text) && next?.type === "word" && next.start === end);
}

/** Whether a sentence asks. */
export function isQuestion({ tokens }: Pick<Sentence, "tokens">): boolean {
  return tokens.at(-1)?.text.endsWith("?") ?? false;
}

/** Whether some people stand one behind the other, so that those of a stretch are found by halves. */
const areInOrder = memo((people: readonly Range[]): boolean =>
  people.every(({ start, end }, at) => {
    const before = people[at - 1];
    return start.offset <= end.offset && (!before || before.end.offset <= start.offset);
  }),
);

/** The place of the first of some people, one behind the other, who is named behind an offset. */
function firstBehind(offset: number, people: readonly Range[]): number {
  let [from, to] = [0, people.length];
  while (from < to) {
    const half = (from + to) >> 1;
    if ((people[half]?.end.offset ?? 0) > offset) to = half;
    else from = half + 1;
  }
  return from;
}

/** Whether a token is of a name of a person, or holds one: words of some scripts keep their `'s`. */
export function namesPersonAt({ start, end }: Token, people: readonly Range[]): boolean {
  if (people.length <= FEW || !areInOrder(people)) {
    return people.some((named) => named.start.offset < end && start < named.end.offset);
  }
  const next = people[firstBehind(start, people)];
  return next !== undefined && next.start.offset < end;
}

/** Those of some people who are named from the first to the last of some tokens in a row. */
export function namedAmong(tokens: readonly Token[], people: readonly Range[]): readonly Range[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || people.length === 0) return people;
  const isHere = ({ start, end }: Range) => start.offset < last.end && first.start < end.offset;
  // A document of one long list names as many people as it has sentences.
  if (people.length <= FEW || !areInOrder(people)) return people.filter(isHere);
  const from = firstBehind(first.start, people);
  let to = from;
  for (let one = people[to]; one && isHere(one); one = people[to]) to += 1;
  return people.slice(from, to);
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
