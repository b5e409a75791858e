import type { Token } from "../core/postmortem.ts";
import type { EscalationCue } from "../core/settings/cues.ts";
import { findTerm } from "../core/taxonomy.ts";
import type { SuggestContext } from "./define.ts";
import { isName, isNamedPerson } from "./names.ts";
import { PERSON } from "./sentence-text.ts";
import { isForeignName, withoutEnding } from "./subject.ts";

/** Words beside a cue among which the one who was asked is looked for. */
const REACH = 7;
const LONGEST_NAME = 4;
/** What a channel of a chat begins with. */
const CHANNEL = /^#/;
/** A number, such as that of how many joined. */
const NUMBER = /^\d/;

/** Who was asked: a team by its id, or whom no team of the taxonomy stands for. */
export interface Asked {
  readonly id: string | null;
  /** In words, for the reason; without any name of a person. */
  readonly as: string;
  /** Whether it is a vendor, a registrar or the like: a dependency, and no team. */
  readonly isOutside: boolean;
}

/** The words of a sentence beside a cue, in its order, with their tokens. */
interface Beside {
  readonly words: readonly string[];
  readonly tokens: readonly Token[];
}

/** Marks that belong to the name behind them: of a handle, of a channel. */
const MARK_OF_NAME = /^[@#]$/;

/** Some words in a row, from one place up to another. */
function rowOf(
  words: readonly string[],
  tokens: readonly Token[],
  start: number,
  end: number,
): Beside {
  return { words: words.slice(start, end).map(withoutEnding), tokens: tokens.slice(start, end) };
}

/** The words from a place on, up to the first mark; at most so many. */
export function wordsAfter(
  words: readonly string[],
  tokens: readonly Token[],
  start: number,
): Beside {
  const mark = words.findIndex((word, at) => {
    return at >= start && word === "" && !MARK_OF_NAME.test(tokens[at]?.text ?? "");
  });
  const end = Math.min(mark === -1 ? words.length : mark, start + REACH);
  return rowOf(words, tokens, start, end);
}

/** The words before a place, back to the last mark; at most so many. */
export function wordsBefore(
  words: readonly string[],
  tokens: readonly Token[],
  end: number,
): Beside {
  const start = Math.max(words.lastIndexOf("", end - 1) + 1, end - REACH, 0);
  return rowOf(words, tokens, start, end);
}

/** The words that say who was asked, without what for, or what somebody else did before. */
function objectOf(
  { words, tokens }: Beside,
  { to }: EscalationCue,
  context: SuggestContext,
): Beside {
  const { clause_starts: starts, object_ends: ends } = context.cues.words;
  if (to === "before") {
    const start = words.findLastIndex((word, at) => at < words.length - 1 && starts.has(word)) + 1;
    return { words: words.slice(start), tokens: tokens.slice(start) };
  }
  const end = words.findIndex((word, at) => at > 0 && ends.has(word));
  return end === -1
    ? { words, tokens }
    : { words: words.slice(0, end), tokens: tokens.slice(0, end) };
}

/** The first team of the taxonomy among some words, and where it stands; null where there is none. */
function teamIn(
  { words }: Beside,
  { taxonomy }: SuggestContext,
): { readonly id: string; readonly at: number } | null {
  for (let at = 0; at < words.length; at += 1) {
    for (let length = LONGEST_NAME; length > 0; length -= 1) {
      const team = findTerm(taxonomy.teams, words.slice(at, at + length).join(" "));
      if (team) return { id: team.id, at };
    }
  }
  return null;
}

/** Whether a word stands before one for a part of a system, and names only whose it is: "the TokenReview API". */
function isOfThing(
  words: readonly string[],
  place: number,
  { cues }: Pick<SuggestContext, "cues">,
): boolean {
  const { asked, groups, more_asked: moreAsked, software } = cues.words;
  const people = [asked, groups, moreAsked];
  const isBeforeThing = software.has(words[place + 1] ?? "");
  return (
    isBeforeThing && !words.slice(place + 2).some((word) => people.some((list) => list.has(word)))
  );
}

/** The vendor, registrar or the like among some words. */
function outsiderIn(
  { words }: Pick<Beside, "words">,
  context: Pick<SuggestContext, "cues">,
): Asked | null {
  const { outsiders } = context.cues.words;
  const outside = words.find((word, at) => outsiders.has(word) && !isOfThing(words, at, context));
  return outside === undefined ? null : { id: null, as: outside, isOutside: true };
}

/** Whether a word ends in another that names people: "buildops", "dbadmins". */
function isCompound(word: string, endings: readonly string[]): boolean {
  return endings.some((ending) => word.endsWith(ending) && word.length >= ending.length + 2);
}

/** The place right beside a cue, where a name would stand, be there a determiner before it. */
function placeBeside({ words }: Beside, { to }: EscalationCue, { cues }: SuggestContext): number {
  if (to === "before") return words.length - 1;
  return cues.words.determiners.has(words[0] ?? "") ? 1 : 0;
}

/** Another organisation that is known by its name, where it or somebody of it is asked. */
function vendorIn(beside: Beside, cue: EscalationCue, context: SuggestContext): Asked | null {
  const { asked, groups, more_asked: moreAsked, vendors } = context.cues.words;
  const place = beside.words.findIndex((word) => vendors.has(word));
  if (place === -1 || isOfThing(beside.words, place, context)) return null;
  const isNameTaken = cue.takesNames || cue.to === "before";
  const isBeside = isNameTaken && place === placeBeside(beside, cue, context);
  const hasPeople = beside.words
    .slice(place + 1)
    .some((word) => [asked, groups, moreAsked].some((list) => list.has(word)));
  return isBeside || hasPeople
    ? { id: null, as: beside.words[place] ?? "", isOutside: true }
    : null;
}

/** Whether a name that nothing here knows stands beside a cue; a plural that begins a sentence, or one of a sort, is none. */
function isNamedBeside(beside: Beside, cue: EscalationCue, context: SuggestContext): boolean {
  const place = placeBeside(beside, cue, context);
  if (!isName(beside, place, context) || isOfThing(beside.words, place, context)) return false;
  if (context.cues.words.indefinite.has(beside.words[place - 1] ?? "")) return false;
  const isFirst = cue.to === "before" && beside.words.length === 1;
  return !(isFirst && /(?:s|ed|ing)$/.test(beside.words[place] ?? ""));
}

/** What is no team that the taxonomy knows, and yet somebody who can be asked. */
function strangerIn(beside: Beside, cue: EscalationCue, context: SuggestContext): Asked | null {
  const { words, tokens } = beside;
  const { groups, asked, more_asked: moreAsked, programs, theirs } = context.cues.words;
  const outside = outsiderIn(beside, context) ?? vendorIn(beside, cue, context);
  if (outside) return outside;
  const people = [groups, asked, moreAsked];
  const group = words.find((word) => [...people, theirs].some((list) => list.has(word)));
  // Those who use what we run are told, not asked.
  if (group !== undefined && theirs.has(group)) return null;
  const isPerson =
    words.includes(PERSON) || isNamedPerson(beside, placeBeside(beside, cue, context), context);
  if (isPerson) return { id: null, as: "a person", isOutside: false };
  if (group !== undefined) return { id: null, as: group, isOutside: false };
  if (tokens.some(({ text }) => CHANNEL.test(text))) {
    return { id: null, as: "a channel", isOutside: false };
  }
  const written = cue.to === "after" ? (words[0] ?? "") : "";
  const ofPeople = [...groups, ...asked].filter((word) => !programs.has(word));
  if (cue.takesNames && isCompound(written, ofPeople)) {
    return { id: null, as: "a team", isOutside: false };
  }
  return cue.takesNames && isNamedBeside(beside, cue, context)
    ? { id: null, as: "a name", isOutside: cue.ofOutsiders }
    : null;
}

/** Whether words say more of people than that they are of the team, or on call: "storage on-call", "Ines". */
function areSpecific({ words }: Pick<Beside, "words">, { cues }: SuggestContext): boolean {
  const { adverbs, asked, auxiliaries, clock, coordinators, determiners } = cues.words;
  const { groups, numbers, people, prepositions, unnamed } = cues.words;
  const lists = [adverbs, asked, auxiliaries, clock, coordinators, determiners, numbers, people];
  const plain = [...lists, prepositions];
  return words.some((word) => {
    if (NUMBER.test(word) || unnamed.has(word)) return false;
    return groups.has(word) || !plain.some((list) => list.has(word));
  });
}

/** Whether words say no more than that our own team was asked: "the rest of the team". */
function areOurs({ words }: Pick<Beside, "words">, { cues }: SuggestContext): boolean {
  const { adverbs, determiners, our_team: ours, prepositions } = cues.words;
  const lists = [adverbs, determiners, ours, prepositions];
  return words.every((word) => lists.some((list) => list.has(word)));
}

/** Who of those beside a cue was asked; null where nobody was. */
export function askedIn(beside: Beside, cue: EscalationCue, context: SuggestContext): Asked | null {
  const object = objectOf(beside, cue, context);
  const team = teamIn(object, context);
  // "The support of the vendor" is of ours, "vendor support" is theirs.
  const before = team && outsiderIn({ words: object.words.slice(0, team.at) }, context);
  if (before) return before;
  if (team) return { id: team.id, as: `team '${team.id}'`, isOutside: false };
  const stranger = strangerIn(object, cue, context);
  if (stranger === null || stranger.isOutside) return stranger;
  if (cue.to === "before" && cue.ofOutsiders) return null;
  const isDescribed = context.cues.words.relative.has(beside.words[object.words.length] ?? "");
  if (isDescribed) return stranger;
  const isAsked = cue.needsName ? areSpecific(object, context) : !areOurs(object, context);
  return isAsked ? stranger : null;
}

/** Who was asked by one whom the sentence names, where it is written as handles are: "wren pages finch". */
export function askedByHandle({ words }: Beside, context: SuggestContext): Asked | null {
  const [word = ""] = words;
  const isAdverb = context.cues.words.adverbs.has(word) || word.endsWith("ly");
  const isHandle = words.length === 1 && !isAdverb && isForeignName(words, context);
  return isHandle ? { id: null, as: "a name", isOutside: false } : null;
}

/** Who was asked, where the phrase itself holds it; whom it does not name is a person, if it takes names. */
export function askedWithin(
  within: Beside,
  cue: EscalationCue,
  context: SuggestContext,
): Asked | null {
  const found = askedIn(within, { ...cue, takesNames: false }, context);
  return found ?? (cue.takesNames ? { id: null, as: "a person", isOutside: false } : null);
}

/** The team that asked, where the words before a cue name one. */
export function askerIn(beside: Beside, context: SuggestContext): string | null {
  return teamIn(beside, context)?.id ?? null;
}
