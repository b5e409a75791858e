import { group } from "d3-array";
import { escapePattern } from "../core/escape-pattern.ts";
import type { ListedNames } from "../core/listed-names.ts";
import { type Span, spansOf } from "./span.ts";

/** Scripts that write words without blanks between them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;
const END = String.raw`(?![\p{L}\p{M}\p{N}])`;
/** Between the words of a name: blanks, marks of emphasis, an initial, a comma, or the dot of a login. */
const BETWEEN = String.raw`(?:,?[\s._*\u200B-\u200D\u2060-]+|,?\s+\p{Lu}\.?\s+)`;
/** What belongs to a name of one word that stands before it: the rest of a longer one. */
const REST = /^(?:-\p{Lu}[\p{L}\p{M}]+)?(?: \p{Lu}\.(?!\p{L})| (?<word>\p{Lu}[\p{Ll}\p{M}'’-]+))?/u;
const REST_LENGTH = 40;
/** What belongs to one that stands behind it, unless a sentence begins so. */
const AHEAD = /(?<![.!?:\n]\s{0,2})(?<=\S\s)(?<word>\p{Lu}[\p{Ll}\p{M}'’-]+) $/u;
const INITIALS = /(?:\p{Lu}\.\s?){1,2}$/u;
const INITIALS_LENGTH = 6;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A pattern that is tried where its first word stands, so that long lists cost no more than short ones. */
interface NamePattern {
  readonly first: string;
  readonly pattern: RegExp;
  /** Whether it is one word, which may be a part of a name that nobody lists. */
  readonly isAlone: boolean;
}

function fold(word: string): string {
  return word.normalize("NFC").toLowerCase();
}

/** A word as it may be written: letters with marks in one piece or in two, any apostrophe. */
function spellings(word: string): string {
  const forms = new Set([word, word.normalize("NFC"), word.normalize("NFD")]);
  return [...forms].map((form) => escapePattern(form).replace(/['’ʼ]/gu, "['’ʼ]")).join("|");
}

function namePattern(words: readonly string[], flags: "uy" | "iuy"): NamePattern {
  const spelled = words.map((word) => `(?:${spellings(word)})`).join(BETWEEN);
  const [first = ""] = words[0]?.match(WORD) ?? [];
  const pattern = new RegExp(`${spelled}${END}`, flags);
  return { first: fold(first), pattern, isAlone: flags === "uy" };
}

/** The orders in which a name is written: last name last, and last name first. */
function orders(name: string): readonly (readonly string[])[] {
  const words = name.split(/[\s,]+/u).filter((word) => word !== "");
  const last = words.at(-1);
  return last === undefined || words.length === 1
    ? [words]
    : [words, [last, ...words.slice(0, -1)]];
}

function withInitials(text: string, start: number): number {
  const before = text.slice(Math.max(start - INITIALS_LENGTH, 0), start);
  return start - (INITIALS.exec(before)?.[0].length ?? 0);
}

/** The longest match of the entries at a place; of two of one length that of a whole name. */
function matchAt(
  text: string,
  at: number,
  entries: readonly NamePattern[],
): { readonly length: number; readonly isAlone: boolean } | null {
  const found = entries.flatMap(({ pattern, isAlone }) => {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    return length === 0 ? [] : [{ length, isAlone }];
  });
  const inOrder = found.toSorted(
    (a, b) => b.length - a.length || Number(a.isAlone) - Number(b.isAlone),
  );
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
  byFirst: ReadonlyMap<string, readonly NamePattern[]>,
  isOther: (word: string) => boolean,
): readonly Span[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const match = matchAt(text, index, byFirst.get(fold(word)) ?? []);
    if (match === null) return [];
    const found = { start: withInitials(text, index), end: index + match.length };
    return [match.isAlone ? whole(text, found, isOther) : found];
  });
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
  const entries = [
    ...spaced(full).flatMap((name) => orders(name).map((words) => namePattern(words, "iuy"))),
    ...spaced(single).map((name) => namePattern([name], "uy")),
  ].filter(({ first }) => first !== "");
  const byFirst = group(entries, ({ first }) => first);
  const unspacedPattern =
    unspaced.length > 0 ? new RegExp(unspaced.map(spellings).join("|"), "gu") : null;
  return (text) => [
    ...(byFirst.size > 0 ? spacedSpans(text, byFirst, isOther) : []),
    ...(unspacedPattern ? spansOf(unspacedPattern, text) : []),
  ];
}
