import { bisectRight } from "d3-array";
import type { ListedNames } from "../../core/document/listed-names.ts";
import type { LineIndex } from "../../core/places/line-index.ts";
import type { Range } from "../../core/position.ts";
import type { NamedPerson, Sentence } from "../../core/postmortem.ts";
import { peopleOf } from "../../people/people-of.ts";
import type { AssembleContext } from "../context.ts";

/** What finding people in a document takes. */
export interface PeopleSearch {
  readonly text: string;
  readonly lines: LineIndex;
  readonly listed: ListedNames;
  /** Places of lists of people, and such that another rule judges: the owner of an action. */
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

/** Whether what stands at a place is not the writer's own: in quotes, in code, in a link. */
function isQuotedAt({ start, end }: Range, { tokens }: Sentence): boolean {
  const there = tokens.filter((token) => token.end > start.offset && token.start < end.offset);
  return there.every(({ type, quoted }) => type === "opaque" || quoted);
}

/**
 * Where the prose names a person: by a handle, an e-mail address, or a name that the document lists.
 * The lists themselves are places too, and so are quotes and code, each marked as such.
 */
export function namedPeople(
  sentences: readonly Sentence[],
  { text, lines, listed, elsewhere }: PeopleSearch,
  context: AssembleContext,
): readonly NamedPerson[] {
  const people = peopleOf(context);
  const search = people.search(listed);
  const isElsewhere = holderOf(elsewhere);
  return sentences
    .flatMap((sentence) => {
      const { start, end } = sentence.range;
      return people.find(text.slice(start.offset, end.offset), search).map((found) => {
        const range = lines.rangeAt(start.offset + found.start, start.offset + found.end);
        const isListed = isElsewhere(range) || isQuotedAt(range, sentence);
        return { ...range, ...(isListed ? { isListed: true as const } : {}) };
      });
    })
    .toSorted((a, b) => a.start.offset - b.start.offset);
}
