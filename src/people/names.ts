import type { ListedNames } from "../core/document/listed-names.ts";
import { once } from "../core/memo.ts";
import { escapePattern } from "../core/text/escape-pattern.ts";
import { type Span, spansOf } from "./span.ts";

// Sets of letters of all scripts take long to make, so each pattern is made when it is first looked for.

/** Scripts that write words without blanks between them. */
const UNSPACED = once(
  () => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u,
);
/** Between the words of a name: blanks, marks of emphasis, a comma, an apostrophe, the dot of a login. */
const BETWEEN = once(() => /^(?:,?[\s._*\u200B-\u200D\u2060-]+|['’ʼ·・])$/u);
const INITIAL = once(() => /^\p{Lu}$/u);
/** What belongs to a name of one word that stands before it: the rest of a longer one. */
const REST = once(
  () => /^(?:-\p{Lu}[\p{L}\p{M}]+)?(?: \p{Lu}\.(?!\p{L})| (?<word>\p{Lu}[\p{Ll}\p{M}'’-]+))?/u,
);
const REST_LENGTH = 40;
/** What belongs to one that stands behind it, unless a sentence begins so. */
const AHEAD = once(() => /(?<![.!?:\n]\s{0,2})(?<=\S\s)(?<word>\p{Lu}[\p{Ll}\p{M}'’-]+) $/u);
const INITIALS = once(() => /(?<!\p{L})(?:\p{Lu}\.\s?){1,2}$/u);
const INITIALS_LENGTH = 6;
const WORD = once(() => /[\p{L}\p{M}\p{N}]+/gu);

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
  return Array.from(text.matchAll(WORD()), ({ 0: word, index }) => {
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
  return start - (INITIALS().exec(before)?.[0].length ?? 0);
}

/** A text and its words, read once for all names. */
interface ReadText {
  readonly text: string;
  readonly words: readonly Word[];
}

/** Whether two words stand so close that both may belong to one name. */
function areClose({ text }: ReadText, before: Word, after: Word): boolean {
  return BETWEEN().test(text.slice(before.end, after.start));
}

/** Names by their words, one after the other: those that begin alike are looked at once. */
interface Branch {
  readonly next: Map<string, Branch>;
  /** Whether a whole name ends here. */
  isWhole: boolean;
  /** Names of one word that end here, as they are written. */
  readonly alone: Set<string>;
}

function newBranch(): Branch {
  return { next: new Map(), isWhole: false, alone: new Set() };
}

function branchesOf(names: readonly NameWords[]): Branch {
  const root = newBranch();
  for (const { folded, alone } of names) {
    let branch = root;
    for (const word of folded) {
      const known = branch.next.get(word) ?? newBranch();
      branch.next.set(word, known);
      branch = known;
    }
    if (alone === null) branch.isWhole = true;
    else branch.alone.add(alone);
  }
  return root;
}

/** Where a name ends, and whether it is one of a single word. */
interface Match {
  readonly end: number;
  readonly isAlone: boolean;
}

/** The match of the names that have their last word at a place; of two that of a whole name. */
function matchHere({ text }: ReadText, start: number, { end }: Word, branch: Branch): Match | null {
  if (branch.isWhole) return { end, isAlone: false };
  if (branch.alone.size === 0) return null;
  return branch.alone.has(written(text.slice(start, end))) ? { end, isAlone: true } : null;
}

/** The longest match of the names of a branch whose first word stands at a place; initials may stand within one. */
function matchAt(read: ReadText, at: number, branch: Branch, start?: number): Match | null {
  const { text, words } = read;
  const word = words[at];
  const here = word && branch.next.get(word.folded);
  if (!here) return null;
  const from = start ?? word.start;
  const [next, afterNext] = [words[at + 1], words[at + 2]];
  const goesOn = here.next.size > 0 && next && areClose(read, word, next);
  const isInitial =
    goesOn &&
    afterNext &&
    INITIAL().test(text.slice(next.start, next.end)) &&
    areClose(read, next, afterNext);
  const longer = goesOn ? matchAt(read, at + 1, here, from) : null;
  const skipped = isInitial ? matchAt(read, at + 2, here, from) : null;
  const rest = longer && skipped && skipped.end > longer.end ? skipped : (longer ?? skipped);
  return rest ?? matchHere(read, from, word, here);
}

/** A name of one word with the words around it that are parts of the same name. */
function whole(text: string, { start, end }: Span, isOther: (word: string) => boolean): Span {
  const after = REST().exec(text.slice(end, end + REST_LENGTH));
  const next = after?.groups?.word;
  const takes = next !== undefined && isOther(next) ? 0 : (after?.[0].length ?? 0);
  const before = AHEAD().exec(text.slice(Math.max(start - REST_LENGTH, 0), start));
  const previous = before?.groups?.word;
  const gives = previous === undefined || isOther(previous) ? 0 : (before?.[0].length ?? 0);
  return { start: start - gives, end: end + takes };
}

function spacedSpans(
  text: string,
  names: Branch,
  isOther: (word: string) => boolean,
): readonly Span[] {
  const read = { text, words: wordsOf(text) };
  return read.words.flatMap(({ start }, at) => {
    const match = matchAt(read, at, names);
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
  const unspaced = [...full, ...single].filter((name) => UNSPACED().test(name));
  const spaced = (names: readonly string[]) => names.filter((name) => !UNSPACED().test(name));
  const names = [
    ...spaced(full)
      .flatMap(orders)
      .map((name) => nameWords(name, false)),
    ...spaced(single).map((name) => nameWords(name, true)),
  ].filter(({ folded }) => folded.length > 0);
  const branches = branchesOf(names);
  const unspacedPattern =
    unspaced.length > 0
      ? new RegExp(unspaced.flatMap(formsOf).map(escapePattern).join("|"), "gu")
      : null;
  return (text) => [
    ...(branches.next.size > 0 ? spacedSpans(text, branches, isOther) : []),
    ...(unspacedPattern ? spansOf(unspacedPattern, text) : []),
  ];
}
