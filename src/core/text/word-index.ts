import { bisector } from "d3-array";
import { memoLast, once } from "../memo.ts";

/** Letters and digits in a row. */
const RUN = /[\p{L}\p{M}\p{N}]+/gu;
const ENDS_WITH_LETTER = /[\p{L}\p{M}\p{N}]$/u;

const runs = bisector((run: string, other: string) => (run < other ? -1 : run > other ? 1 : 0));

/** A part of a word, and where it begins there. */
interface Part {
  readonly run: string;
  readonly offset: number;
  readonly isLast: boolean;
}

function partsOf(word: string): readonly Part[] {
  const found = [...word.matchAll(RUN)];
  return found.map(({ index, 0: run }) => ({
    ...{ run, offset: index },
    isLast: index + run.length === word.length,
  }));
}

/** The words of a text, by where they stand. */
export interface WordIndex {
  readonly text: string;
  /** The offsets at which a word begins, and no letter or digit stands before it; a longer one may begin like it. */
  readonly placesOf: (word: string) => readonly number[];
}

/** Where what a global pattern finds in a text stands, by what it finds. */
export function placesByMatch(
  text: string,
  pattern: RegExp,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { index, 0: match } of text.matchAll(pattern)) {
    const known = found.get(match);
    if (known) known.push(index);
    else found.set(match, [index]);
  }
  return found;
}

function indexOf(text: string): WordIndex {
  const byRun = placesByMatch(text, RUN);
  const sorted = once(() => [...byRun.keys()].toSorted());
  const begunBy = (part: string): readonly number[] => {
    const places: number[] = [];
    const all = sorted();
    for (let at = runs.left(all, part); all[at]?.startsWith(part) === true; at += 1)
      for (const place of byRun.get(all[at] ?? "") ?? []) places.push(place);
    return places;
  };
  const placesOf = (word: string): readonly number[] => {
    const parts = partsOf(word);
    const ofPart = ({ run, isLast }: Part) => (isLast ? begunBy(run) : (byRun.get(run) ?? []));
    const [first, ...others] = parts.map((part) => ({ places: ofPart(part), ...part }));
    if (!first) return [];
    // The rarest part tells where to look: an initial may stand anywhere.
    const rarest = others.reduce((a, b) => (b.places.length < a.places.length ? b : a), first);
    const begins = rarest.places.map((place) => place - rarest.offset);
    const isThere = (at: number) =>
      at >= 0 &&
      text.startsWith(word, at) &&
      !ENDS_WITH_LETTER.test(text.slice(Math.max(at - 2, 0), at));
    return begins.filter(isThere).toSorted((a, b) => a - b);
  };
  return { text, placesOf };
}

/** The words of a text, which is looked through once, however many are asked for; several readers ask of one in turn. */
export const wordIndex = memoLast(indexOf);

/** The same of a text in small letters. */
export const smallWordIndex = memoLast((text) => indexOf(text.toLowerCase()));

/** The words of a text without digits, each once. */
export const wordsIn = memoLast(
  (text): ReadonlySet<string> => new Set(text.match(/[\p{L}\p{M}]+/gu)),
);
