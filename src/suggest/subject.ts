import { memo } from "../core/memo.ts";
import type { Cues } from "../core/settings/cues.ts";
import { findTerm } from "../core/taxonomy.ts";
import { clauseBefore, headOf, isTeamName, skipWords } from "../prose/clauses.ts";
import { BARRIER } from "../prose/phrases.ts";
import type { SuggestContext } from "./define.ts";

/** Who a clause is about: ours, others, something by its own name, a thing, or nobody, as in a note. */
export type Owner = "ours" | "theirs" | "name" | "thing" | "left-out";

/** A time, such as a row of a timeline begins with. */
export const NO_WORD = /^[\d.:~+-]+$/;
/** A verb in the past that a note begins with: "Switched the flag on". */
const PAST = /.ed$/;

/** What is contracted with the word before it: "we've asked", "they'd seen". */
const CONTRACTED = /'(?:d|ll|m|re|ve)$/;

/** A possessive is about whom it names, as is a contraction: "customers' lack of …", "we've asked". */
export function withoutEnding(word: string): string {
  const plain = word.replace(CONTRACTED, "");
  return plain.replace(/(?:'s|s')$/, (ending) => (ending === "s'" ? "s" : ""));
}

/** The places of the words of the clause before a place, back to where it begins. */
export function clauseAt(
  folded: readonly string[],
  at: number,
  { cues }: SuggestContext,
): readonly number[] {
  const { auxiliaries, adverbs, clock, clause_starts: starts } = cues.words;
  return clauseBefore(at, (index, isFirst) => {
    const word = folded[index] ?? "";
    if (clock.has(word) || NO_WORD.test(word)) return index;
    if (word === BARRIER || (starts.has(word) && !isFirst)) return "end";
    const isPassedOver = auxiliaries.has(word) || adverbs.has(word) || starts.has(word);
    return isFirst && isPassedOver ? index : "word";
  }).words;
}

/** The words of the clause before a place, back to where it begins. */
function wordsBefore(folded: readonly string[], at: number, context: SuggestContext) {
  return clauseAt(folded, at, context).map((index) => withoutEnding(folded[index] ?? ""));
}

/** Whether the verb at a place is that of a relative clause: "a client which does not know …". */
function isRelative(folded: readonly string[], at: number, { cues }: SuggestContext): boolean {
  const { auxiliaries, adverbs, not, relative } = cues.words;
  const index = skipWords(folded, at - 1, -1, [auxiliaries, adverbs]);
  const verb = folded[index + 1] ?? "";
  const isVerb = not.has(verb) || auxiliaries.has(verb);
  return isVerb && relative.has(folded[index] ?? "");
}

/** Whose mind a participle tells of: of whoever did what the clause before it says. */
function ownerOfParticiple(words: readonly string[], { cues }: SuggestContext): Owner | null {
  if (words.some((word) => cues.words.people.has(word))) return "ours";
  return PAST.test(words[0] ?? "") ? "left-out" : null;
}

/** The words of all lists; cues never change, so they are put together once. */
const allWords = memo(
  ({ words }: Cues): ReadonlySet<string> =>
    new Set(Object.values(words).flatMap((list) => [...list])),
);

/**
 * Whether a clause is about one bare name that nothing here knows: "Paylink has …". A bare plural or
 * a word in -ing names a sort of thing.
 */
export function isForeignName(
  words: readonly string[],
  { cues, taxonomy }: SuggestContext,
): boolean {
  const [name = "", ...rest] = words;
  const { auxiliaries, missing } = cues.words;
  if (rest.some((word) => !auxiliaries.has(word) && !missing.has(word))) return false;
  if (cues.words.vendors.has(name)) return true;
  if (/(?:s|ing|ion)$/.test(name) || !/^\p{L}+$/u.test(name)) return false;
  if (allWords(cues).has(name)) return false;
  return findTerm(taxonomy.teams, name) === null && findTerm(taxonomy.services, name) === null;
}

/** More words before a comma say what somebody did. */
const LONGEST_SUBJECT = 3;

/** Whose mind a participle behind a comma tells of, where only its subject stands before: "The exporter, unaware of …". */
function ownerOfInset(
  folded: readonly string[],
  at: number,
  context: SuggestContext,
): Owner | null {
  const { participles_of_mind: participles, people, self } = context.cues.words;
  if (folded[at - 1] !== BARRIER || !participles.has(folded[at] ?? "")) return null;
  const words = wordsBefore(folded, at - 1, context);
  if (words.length === 0 || words.length > LONGEST_SUBJECT || PAST.test(words[0] ?? ""))
    return null;
  const isOurs = words.some((word) => people.has(word) || self.has(word));
  return isOurs || isTeamName(words, context.cues.words.determiners, context.taxonomy.teams)
    ? "ours"
    : "thing";
}

/** Words at the beginning of a clause among which its subject is looked for. */
const SUBJECT_REACH = 3;

/**
 * Who a second verb of a clause is about, which is who the first one is about: "the host ran out of memory,
 * and could not respond"; null where the verb at the place is no second one.
 */
function ownerOfSecondVerb(
  folded: readonly string[],
  at: number,
  context: SuggestContext,
): Owner | null {
  const { auxiliaries, adverbs, coordinators, determiners, people, theirs } = context.cues.words;
  const joint = skipWords(folded, at - 1, -1, [auxiliaries, adverbs]);
  if (!coordinators.has(folded[joint] ?? "")) return null;
  const words = wordsBefore(folded, folded[joint - 1] === "" ? joint - 1 : joint, context);
  const [first = "", ...rest] = words.filter((word) => !determiners.has(word));
  if (first === "" || PAST.test(first)) return "left-out";
  if (theirs.has(first)) return "theirs";
  const subject = [first, ...rest].slice(0, SUBJECT_REACH);
  const isTeam = isTeamName([first], determiners, context.taxonomy.teams);
  return isTeam || subject.some((word) => people.has(word)) ? "ours" : "thing";
}

/** How a word ends that says whose somebody is. */
const POSSESSIVE = /(?:'s|s')$/;

/** Whether the clause before a place is about people of others: "the carrier's technicians". */
function isOfOthers(folded: readonly string[], at: number, context: SuggestContext): boolean {
  const { theirs, outsiders } = context.cues.words;
  return clauseAt(folded, at, context).some((index) => {
    const word = folded[index] ?? "";
    if (!POSSESSIVE.test(word)) return false;
    const owner = withoutEnding(word);
    return theirs.has(owner) || outsiders.has(owner);
  });
}

/** Whose doing, or lacking, the words at a place tell of. */
export function ownerAt(folded: readonly string[], at: number, context: SuggestContext): Owner {
  if (isRelative(folded, at, context)) return "thing";
  const second = ownerOfSecondVerb(folded, at, context);
  if (second !== null) return second;
  const words = wordsBefore(folded, at, context);
  if (words.length === 0) return ownerOfInset(folded, at, context) ?? "left-out";
  if (isOfOthers(folded, at, context)) return "theirs";
  const { theirs, people, either, pronouns, prepositions, determiners, self } = context.cues.words;
  const head = words[headOf(words, prepositions)] ?? "";
  if (theirs.has(head) || theirs.has(words.at(-1) ?? "")) return "theirs";
  if (pronouns.has(head)) return "thing";
  if (context.cues.words.participles_of_mind.has(folded[at] ?? "")) {
    const owner = ownerOfParticiple(words, context);
    if (owner !== null) return owner;
  }
  // The one right before the verb, and the one who did what came before "and".
  const nearest = [words.at(-1) ?? "", words[0] ?? ""];
  if (isForeignName(words, context)) return "name";
  const isPartOfUs = self.has(words.at(-1) ?? "") && prepositions.has(words.at(-2) ?? "");
  const isOurs =
    isPartOfUs || either.has(head) || [head, ...nearest].some((word) => people.has(word));
  return isOurs || isTeamName(words, determiners, context.taxonomy.teams) ? "ours" : "thing";
}
