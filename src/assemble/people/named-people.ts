import { bisectRight } from "d3-array";
import type { LineIndex } from "../../core/line-index.ts";
import type { Range } from "../../core/position.ts";
import type { Sentence, Token } from "../../core/postmortem.ts";
import { findTerm } from "../../core/taxonomy.ts";
import { findPeople } from "../../people/people.ts";
import type { AssembleContext } from "../context.ts";
import type { ListedPeople } from "./listed-people.ts";

/** What takes the place of text that is not the writer's own, so that nothing is found in it. */
const HIDDEN = "\uFFFC";

/** What finding people in a document takes. */
export interface PeopleSearch {
  readonly text: string;
  readonly lines: LineIndex;
  readonly listed: ListedPeople;
  /** Places that another rule judges, such as the owner of an action. */
  readonly elsewhere: readonly Range[];
}

/** Whether one of the ranges holds another, without looking through all of them each time. */
function holderOf(ranges: readonly Range[]): (inner: Range) => boolean {
  const sorted = ranges.toSorted((a, b) => a.start.offset - b.start.offset);
  const starts = sorted.map(({ start }) => start.offset);
  let furthest = 0;
  const ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end.offset)));
  return ({ start, end }) => end.offset <= (ends[bisectRight(starts, start.offset) - 1] ?? -1);
}

/** The source text of a sentence, with quotes, code and links hidden. */
function ownText({ tokens, range }: Sentence, text: string): string {
  let own = "";
  let at = range.start.offset;
  for (const token of tokens.filter(({ type, quoted }) => type === "opaque" || quoted)) {
    const { start, end } = token.range;
    own += text.slice(at, start.offset) + HIDDEN.repeat(end.offset - start.offset);
    at = end.offset;
  }
  return own + text.slice(at, range.end.offset);
}

/** Whether a handle or an address is that of a team or a role: `@platform-oncall`, `info@…`. */
function namesGroup(written: string, { taxonomy, vocabulary }: AssembleContext): boolean {
  const name = written.replace(/^@/, "").replace(/@.*$/, "");
  if (findTerm(taxonomy.teams, name) ?? findTerm(taxonomy.services, name)) return true;
  return name
    .toLowerCase()
    .split(/[._+-]/)
    .some((part) => vocabulary.people.not_names.includes(part));
}

function addressesIn(
  sentence: Sentence,
  { text, lines }: PeopleSearch,
  context: AssembleContext,
): readonly Range[] {
  const { start, end } = sentence.range;
  if (!text.slice(start.offset, end.offset).includes("@")) return [];
  const own = ownText(sentence, text);
  return findPeople(own)
    .filter((found) => !namesGroup(own.slice(found.start, found.end), context))
    .map((found) => lines.rangeAt(start.offset + found.start, start.offset + found.end));
}

function withoutPossessive(text: string): string {
  return text.replace(/['’]s$/u, "");
}

/** How many tokens from an index on spell a listed name; 0 for none. */
function nameLength(
  tokens: readonly Token[],
  index: number,
  { full, first }: ListedPeople,
): number {
  const wordAt = (at: number) => {
    const token = tokens[at];
    return token?.type === "word" && !token.quoted ? withoutPossessive(token.text) : null;
  };
  const word = wordAt(index) ?? "";
  const names = full.get(word) ?? [];
  const name = names.find((words) => words.every((own, at) => wordAt(index + at) === own));
  if (name) return name.length;
  return first.has(word) ? 1 : 0;
}

function namesIn({ tokens }: Sentence, listed: ListedPeople): readonly Range[] {
  const found: Range[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const length = nameLength(tokens, index, listed);
    const [start, end] = [tokens[index], tokens[index + length - 1]];
    if (length === 0 || !start || !end) continue;
    found.push({ start: start.range.start, end: end.range.end });
    index += length - 1;
  }
  return found;
}

/**
 * Where the prose names a person: by a handle, an e-mail address, or a name that the document lists
 * as that of somebody who took part. The list itself is left alone.
 */
export function namedPeople(
  sentences: readonly Sentence[],
  search: PeopleSearch,
  context: AssembleContext,
): readonly Range[] {
  const isLeftOut = holderOf([...search.listed.ranges, ...search.elsewhere]);
  return sentences
    .flatMap((sentence) => [
      ...addressesIn(sentence, search, context),
      ...namesIn(sentence, search.listed),
    ])
    .filter((range) => !isLeftOut(range))
    .toSorted((a, b) => a.start.offset - b.start.offset);
}
