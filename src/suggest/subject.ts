import { clauseBefore, headOf, isTeamName, skipWords } from "../prose/clauses.ts";
import type { SuggestContext } from "./define.ts";

/** Who a clause is about: ours, others, a thing, or nobody, as in a note. */
export type Owner = "ours" | "theirs" | "thing" | "left-out";

/** A time, such as a row of a timeline begins with. */
export const NO_WORD = /^[\d.:~+-]+$/;

/** A possessive is about whom it names: "customers' lack of …". */
function withoutPossessive(word: string): string {
  return word.replace(/(?:'s|s')$/, (ending) => (ending === "s'" ? "s" : ""));
}

/** The words of the clause before a place, back to where it begins. */
function wordsBefore(folded: readonly string[], at: number, { cues }: SuggestContext) {
  const { auxiliaries, adverbs, clock, clause_starts: starts } = cues.words;
  const { words } = clauseBefore(at, (index, isFirst) => {
    const word = folded[index] ?? "";
    if (clock.has(word) || NO_WORD.test(word)) return index;
    if (word === "" || (starts.has(word) && !isFirst)) return "end";
    const isPassedOver = auxiliaries.has(word) || adverbs.has(word) || starts.has(word);
    return isFirst && isPassedOver ? index : "word";
  });
  return words.map((index) => withoutPossessive(folded[index] ?? ""));
}

/** Whether the verb at a place is that of a relative clause: "a client which does not know …". */
function isRelative(folded: readonly string[], at: number, { cues }: SuggestContext): boolean {
  const { auxiliaries, adverbs, not, relative } = cues.words;
  const index = skipWords(folded, at - 1, -1, [auxiliaries, adverbs]);
  const verb = folded[index + 1] ?? "";
  const isVerb = not.has(verb) || auxiliaries.has(verb);
  return isVerb && relative.has(folded[index] ?? "");
}

/** Whose doing, or lacking, the words at a place tell of. */
export function ownerAt(folded: readonly string[], at: number, context: SuggestContext): Owner {
  if (isRelative(folded, at, context)) return "thing";
  const words = wordsBefore(folded, at, context);
  if (words.length === 0) return "left-out";
  const { theirs, people, either, pronouns, prepositions, determiners } = context.cues.words;
  const head = words[headOf(words, prepositions)] ?? "";
  if (theirs.has(head) || theirs.has(words.at(-1) ?? "")) return "theirs";
  if (pronouns.has(head)) return "thing";
  // The one right before the verb, and the one who did what came before "and".
  const nearest = [words.at(-1) ?? "", words[0] ?? ""];
  const isOurs = either.has(head) || [head, ...nearest].some((word) => people.has(word));
  return isOurs || isTeamName(words, determiners, context.taxonomy.teams) ? "ours" : "thing";
}
