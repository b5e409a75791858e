import { findTerm, type Team } from "../core/taxonomy.ts";

/**
 * What a token is to one who walks back to where a clause begins: a word of it, what ends it, or what
 * is passed over, as the index of the first token that is (its own for one alone).
 */
export type Step = "word" | "end" | number;

/** The clause before a place: its words, by their indexes and in order, and what stands before it. */
export interface ClauseBefore {
  readonly words: readonly number[];
  /** Index of the token that ends it; -1 where the sentence begins. */
  readonly end: number;
}

/**
 * The clause before a place, back to where it begins.
 * @param stepAt what the token at an index is; `isFirst` where no word has been taken yet.
 */
export function clauseBefore(
  at: number,
  stepAt: (index: number, isFirst: boolean) => Step,
): ClauseBefore {
  const words: number[] = [];
  let index = at - 1;
  while (index >= 0) {
    const step = stepAt(index, words.length === 0);
    if (step === "end") break;
    if (step === "word") words.unshift(index);
    index = (step === "word" ? index : step) - 1;
  }
  return { words, end: index };
}

/** The first place from one on, in a direction, whose word is in none of the lists. */
export function skipWords(
  folded: readonly string[],
  from: number,
  direction: 1 | -1,
  lists: readonly ReadonlySet<string>[],
): number {
  let at = from;
  while (lists.some((list) => list.has(folded[at] ?? ""))) at += direction;
  return at;
}

/**
 * The index of the noun that a row of words is about: what follows it after a preposition only
 * describes it; -1 for no words.
 */
export function headOf(words: readonly string[], prepositions: ReadonlySet<string>): number {
  const end = words.findIndex((word, index) => index > 0 && prepositions.has(word));
  return (end === -1 ? words.length : end) - 1;
}

/** Whether words, determiners aside, are the name of a team. */
export function isTeamName(
  words: readonly string[],
  determiners: ReadonlySet<string>,
  teams: readonly Team[],
): boolean {
  const named = words.filter((word) => !determiners.has(word)).join(" ");
  return named !== "" && findTerm(teams, named) !== null;
}
