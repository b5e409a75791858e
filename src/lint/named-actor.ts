import type { Language } from "../core/settings/language.ts";
import { findTerm, type Taxonomy, type Term } from "../core/taxonomy.ts";

/**
 * Whom capitalised words name: a person by the first name, by first and last name somebody whom nobody
 * lists, or, by one word, somebody or something.
 */
export type NamedActor = "person" | "full-name" | "name";

/** A word as it stands in a sentence. */
export interface NameWord {
  /** In lower case. */
  readonly word: string;
  readonly written: string;
}

/** What tells a person's name from that of a product, a team or a service. */
export interface NameContext {
  readonly taxonomy: Taxonomy;
  readonly language: Language;
  /** Whether a word is one of teams, services and roles. */
  readonly isGroup: (word: string) => boolean;
}

/** A capitalised word that may be a name, of a person or a product. */
const NAME = /^\p{Lu}[\p{Ll}\p{M}]+(?:[-'’]\p{Lu}?[\p{Ll}\p{M}]+)*$/u;
const INITIAL = /^\p{Lu}\.?$/u;
/** How words end that are seldom names. */
const NO_NAME = /(?:s|ing|ion|ment|ity|ness|ware)$/;
/** First, middle and last. */
const MOST_NAMES = 3;

/** Whom or what a row of words names; null where they are no name, or that of a thing or a team. */
export function namedActor(
  words: readonly NameWord[],
  { taxonomy: { services, teams }, language, isGroup }: NameContext,
): NamedActor | null {
  const { things, first_names: firstNames, ...others } = language.words;
  const [first, ...rest] = words;
  if (!first || words.length > MOST_NAMES || !NAME.test(first.written)) return null;
  if (!rest.every(({ written }) => NAME.test(written) || INITIAL.test(written))) return null;
  const isListed = (word: string) =>
    things.has(word) ||
    isGroup(word) ||
    [services, teams].some((terms) => findTerm<Term>(terms, word) !== null) ||
    Object.values(others).some((list) => list.has(word));
  const whole = words.map(({ word }) => word).join(" ");
  if ([whole, ...words.map(({ word }) => word)].some(isListed)) return null;
  if (firstNames.has(first.word)) return "person";
  if (words.some(({ word }) => NO_NAME.test(word))) return null;
  return words.length > 1 ? "full-name" : "name";
}

/** The capitalised words at the end of a clause, behind a phrase that stands before them: "in the review Dana". */
export function lastNames<W extends NameWord>(
  words: readonly W[],
  determiners: ReadonlySet<string>,
): readonly W[] {
  const before = words.findLastIndex(
    ({ written }) => !NAME.test(written) && !INITIAL.test(written),
  );
  const follows = words[before];
  return follows && determiners.has(follows.word) ? [] : words.slice(before + 1);
}
