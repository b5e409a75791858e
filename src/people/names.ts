import { group } from "d3-array";
import { escapePattern } from "../core/escape-pattern.ts";
import { type Span, spansOf } from "./span.ts";

/** Names that one document lists as those of people: for as long as it is being read. */
export interface ListedNames {
  /** Whole names as written, each without its sign. */
  readonly full: readonly string[];
  /** First and last names that stand for one of them alone. */
  readonly single: readonly string[];
}

export const NO_NAMES: ListedNames = { full: [], single: [] };

/** Scripts that write words without blanks between them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;
const END = String.raw`(?![\p{L}\p{M}\p{N}])`;
/** Between the words of a name: blanks, an initial, a comma, or the dot of a login. */
const BETWEEN = String.raw`(?:,?[\s._-]+|,?\s+\p{Lu}\.?\s+)`;
const INITIALS = /(?:\p{Lu}\.\s?){1,2}$/u;
const INITIALS_LENGTH = 6;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A pattern that is tried where its first word stands, so that long lists cost no more than short ones. */
interface NamePattern {
  readonly first: string;
  readonly pattern: RegExp;
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
  return { first: fold(first), pattern: new RegExp(`${spelled}${END}`, flags) };
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

function matchAt(text: string, at: number, entries: readonly NamePattern[]): number {
  return Math.max(
    0,
    ...entries.map(({ pattern }) => {
      pattern.lastIndex = at;
      return pattern.exec(text)?.[0].length ?? 0;
    }),
  );
}

function spacedSpans(
  text: string,
  byFirst: ReadonlyMap<string, readonly NamePattern[]>,
): readonly Span[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const length = matchAt(text, index, byFirst.get(fold(word)) ?? []);
    return length === 0 ? [] : [{ start: withInitials(text, index), end: index + length }];
  });
}

/** Finds the places at which a text names somebody of a list. */
export type NameSearch = (text: string) => readonly Span[];

/** A search for listed names: whole ones in any case and order, single ones as they are written. */
export function nameSearch({ full, single }: ListedNames): NameSearch {
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
    ...(byFirst.size > 0 ? spacedSpans(text, byFirst) : []),
    ...(unspacedPattern ? spansOf(unspacedPattern, text) : []),
  ];
}
