import { group } from "d3-array";
import { escapePattern } from "../core/escape-pattern.ts";
import type { ListedNames } from "../core/listed-names.ts";
import { type Span, spansOf } from "./span.ts";

/** Scripts that write words without blanks between them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;
/** Between the words of a name: blanks, marks of emphasis, a comma, an apostrophe, the dot of a login. */
const BETWEEN = /^(?:,?[\s._*\u200B-\u200D\u2060-]+|['’ʼ·・])$/u;
const INITIAL = /^\p{Lu}$/u;
/** What belongs to a name of one word that stands before it: the rest of a longer one. */
const REST = /^(?:-\p{Lu}[\p{L}\p{M}]+)?(?: \p{Lu}\.(?!\p{L})| (?<word>\p{Lu}[\p{Ll}\p{M}'’-]+))?/u;
const REST_LENGTH = 40;
/** What belongs to one that stands behind it, unless a sentence begins so. */
const AHEAD = /(?<![.!?:\n]\s{0,2})(?<=\S\s)(?<word>\p{Lu}[\p{Ll}\p{M}'’-]+) $/u;
const INITIALS = /(?:\p{Lu}\.\s?){1,2}$/u;
const INITIALS_LENGTH = 6;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A word of a text, and where it stands. */
interface Word {
  /** As it is compared: letters with marks in one piece, and without case. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** A listed name by its words, to be looked for where the first of them stands. */
interface NameWords {
  readonly folded: readonly string[];
  /** As written, for a name of one word, which may be a part of a name that nobody lists. */
  readonly alone: string | null;
}

function fold(word: string): string {
  // Capitals, as "ß" and the Greek sigma have two small forms.
  return word.normalize("NFC").toUpperCase();
}

function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => {
    return { folded: fold(word), start: index, end: index + word.length };
  });
}

/** The orders in which a name is written: last name last, and last name first. */
function orders(name: string): readonly string[] {
  const words = name.split(/[\s,]+/u).filter((word) => word !== "");
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return [name];
  return [words.join(" "), [last, ...words.slice(0, -1)].join(" ")];
}

/** A name as it is compared where case counts: with one kind of apostrophe. */
function written(name: string): string {
  return name.normalize("NFC").replaceAll("’", "'");
}

function nameWords(name: string, isAlone: boolean): NameWords {
  const alone = isAlone ? written(name) : null;
  return { folded: wordsOf(name).map(({ folded }) => folded), alone };
}

function withInitials(text: string, start: number): number {
  const before = text.slice(Math.max(start - INITIALS_LENGTH, 0), start);
  return start - (INITIALS.exec(before)?.[0].length ?? 0);
}

/** A text and its words, read once for all names. */
interface ReadText {
  readonly text: string;
  readonly words: readonly Word[];
}

/** Whether two words stand so close that both may belong to one name. */
function areClose({ text }: ReadText, before: Word, after: Word): boolean {
  return BETWEEN.test(text.slice(before.end, after.start));
}

/** Where a name ends that begins at a word; null where it does not. Initials may stand within it. */
function endOf(read: ReadText, at: number, { folded, alone }: NameWords): number | null {
  const { text, words } = read;
  let here = at;
  for (const [step, wanted] of folded.entries()) {
    if (step > 0) {
      const last = words[here];
      here += 1;
      const next = words[here];
      const isInitial = next && INITIAL.test(text.slice(next.start, next.end));
      if (isInitial && next.folded !== wanted && last && areClose(read, last, next)) here += 1;
    }
    const [word, before] = [words[here], words[here - 1]];
    if (word?.folded !== wanted) return null;
    if (step > 0 && before && !areClose(read, before, word)) return null;
  }
  const [start, end] = [words[at]?.start, words[here]?.end];
  if (start === undefined || end === undefined) return null;
  return alone === null || written(text.slice(start, end)) === alone ? end : null;
}

/** The longest match of names that begin at a word; of two of one length that of a whole name. */
function matchAt(
  read: ReadText,
  at: number,
  names: readonly NameWords[],
): { readonly end: number; readonly isAlone: boolean } | null {
  const found = names.flatMap((name) => {
    const end = endOf(read, at, name);
    return end === null ? [] : [{ end, isAlone: name.alone !== null }];
  });
  const inOrder = found.toSorted((a, b) => b.end - a.end || Number(a.isAlone) - Number(b.isAlone));
  return inOrder[0] ?? null;
}

/** A name of one word with the words around it that are parts of the same name. */
function whole(text: string, { start, end }: Span, isOther: (word: string) => boolean): Span {
  const after = REST.exec(text.slice(end, end + REST_LENGTH));
  const next = after?.groups?.word;
  const takes = next !== undefined && isOther(next) ? 0 : (after?.[0].length ?? 0);
  const before = AHEAD.exec(text.slice(Math.max(start - REST_LENGTH, 0), start));
  const previous = before?.groups?.word;
  const gives = previous === undefined || isOther(previous) ? 0 : (before?.[0].length ?? 0);
  return { start: start - gives, end: end + takes };
}

function spacedSpans(
  text: string,
  byFirst: ReadonlyMap<string, readonly NameWords[]>,
  isOther: (word: string) => boolean,
): readonly Span[] {
  const read = { text, words: wordsOf(text) };
  return read.words.flatMap(({ folded, start }, at) => {
    const names = byFirst.get(folded);
    const match = names ? matchAt(read, at, names) : null;
    if (match === null) return [];
    const found = { start: withInitials(text, start), end: match.end };
    return [match.isAlone ? whole(text, found, isOther) : found];
  });
}

/** A word as it may be written: letters with marks in one piece or in two. */
function formsOf(word: string): readonly string[] {
  return [...new Set([word, word.normalize("NFC"), word.normalize("NFD")])];
}

/** Finds the places at which a text names somebody of a list. */
export type NameSearch = (text: string) => readonly Span[];

/**
 * A search for listed names: whole ones in any case and order, single ones as they are written, with
 * the rest of a longer name that they are a part of.
 * @param isOther whether a word beside a single name is no part of it: that of a team, a common word.
 */
export function nameSearch(
  { full: sure, single, doubtful = [] }: ListedNames,
  isOther: (word: string) => boolean = () => false,
): NameSearch {
  const full = [...sure, ...doubtful];
  const unspaced = [...full, ...single].filter((name) => UNSPACED.test(name));
  const spaced = (names: readonly string[]) => names.filter((name) => !UNSPACED.test(name));
  const names = [
    ...spaced(full)
      .flatMap(orders)
      .map((name) => nameWords(name, false)),
    ...spaced(single).map((name) => nameWords(name, true)),
  ].filter(({ folded }) => folded.length > 0);
  const byFirst = group(names, ({ folded }) => folded[0] ?? "");
  const unspacedPattern =
    unspaced.length > 0
      ? new RegExp(unspaced.flatMap(formsOf).map(escapePattern).join("|"), "gu")
      : null;
  return (text) => [
    ...(byFirst.size > 0 ? spacedSpans(text, byFirst, isOther) : []),
    ...(unspacedPattern ? spansOf(unspacedPattern, text) : []),
  ];
}
