import { findTerm } from "../core/taxonomy.ts";
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
function wordsBefore(folded: readonly string[], at: number, { cues }: SuggestContext): string[] {
  const { auxiliaries, adverbs, clock, clause_starts: starts } = cues.words;
  const words: string[] = [];
  for (let index = at - 1; index >= 0; index -= 1) {
    const word = folded[index] ?? "";
    if (clock.has(word) || NO_WORD.test(word)) continue;
    if (word === "" || (starts.has(word) && words.length > 0)) break;
    const isPassedOver = auxiliaries.has(word) || adverbs.has(word) || starts.has(word);
    if (words.length === 0 && isPassedOver) continue;
    words.unshift(withoutPossessive(word));
  }
  return words;
}

function headOf(words: readonly string[], { cues }: SuggestContext): string {
  const end = words.findIndex((word, index) => index > 0 && cues.words.prepositions.has(word));
  return (end === -1 ? words : words.slice(0, end)).at(-1) ?? "";
}

function namesTeam(words: readonly string[], { taxonomy, cues }: SuggestContext): boolean {
  const named = words.filter((word) => !cues.words.determiners.has(word)).join(" ");
  return named !== "" && findTerm(taxonomy.teams, named) !== null;
}

/** Whether the verb at a place is that of a relative clause: "a client which does not know …". */
function isRelative(folded: readonly string[], at: number, { cues }: SuggestContext): boolean {
  const { auxiliaries, adverbs, not, relative } = cues.words;
  let index = at - 1;
  while (auxiliaries.has(folded[index] ?? "") || adverbs.has(folded[index] ?? "")) index -= 1;
  const verb = folded[index + 1] ?? "";
  const isVerb = not.has(verb) || auxiliaries.has(verb);
  return isVerb && relative.has(folded[index] ?? "");
}

/** Whose doing, or lacking, the words at a place tell of. */
export function ownerAt(folded: readonly string[], at: number, context: SuggestContext): Owner {
  if (isRelative(folded, at, context)) return "thing";
  const words = wordsBefore(folded, at, context);
  if (words.length === 0) return "left-out";
  const { theirs, people, either, pronouns } = context.cues.words;
  const head = headOf(words, context);
  if (theirs.has(head) || theirs.has(words.at(-1) ?? "")) return "theirs";
  if (pronouns.has(head)) return "thing";
  // The one right before the verb, and the one who did what came before "and".
  const nearest = [words.at(-1) ?? "", words[0] ?? ""];
  const isOurs = either.has(head) || [head, ...nearest].some((word) => people.has(word));
  return isOurs || namesTeam(words, context) ? "ours" : "thing";
}
