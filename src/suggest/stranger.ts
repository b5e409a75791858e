import type { Token } from "../core/postmortem.ts";
import type { EscalationCue } from "../core/settings/cues.ts";
import type { SuggestContext } from "./define.ts";
import { isName, isNamedPerson } from "./names.ts";
import { PERSON } from "./sentence-text.ts";

/** What a channel of a chat begins with. */
const CHANNEL = /^#/;
/** A number, such as that of how many joined. */
const NUMBER = /^\d/;

/** Words behind a name among which the thing that is named by it stands: "the GitHub status page". */
const THING_REACH = 2;
const WORD = /^\p{L}/u;
const PARTICIPLE = /..ing$/;

/** Who was asked: a team by its id, or whom no team of the taxonomy stands for. */
export interface Asked {
  readonly id: string | null;
  /** In words, for the reason; without any name of a person. */
  readonly as: string;
  /** Whether it is a vendor, a registrar or the like: a dependency, and no team. */
  readonly isOutside: boolean;
}

/** The words of a sentence beside a cue, in its order, with their tokens. */
export interface Beside {
  readonly words: readonly string[];
  readonly tokens: readonly Token[];
}

/** Whether a word stands before one for a part of a system, and names only whose it is: "the TokenReview API". */
function isOfThing(
  words: readonly string[],
  place: number,
  { cues }: Pick<SuggestContext, "cues">,
): boolean {
  const { asked, docs, groups, more_asked: moreAsked, prepositions, software } = cues.words;
  const people = [asked, groups, moreAsked];
  const next = words.slice(place + 1, place + 1 + THING_REACH);
  const end = next.findIndex((word) => prepositions.has(word));
  const named = end === -1 ? next : next.slice(0, end);
  const isBeforeThing = named.some((word) => software.has(word) || docs.has(word));
  return (
    isBeforeThing && !words.slice(place + 2).some((word) => people.some((list) => list.has(word)))
  );
}

/** The vendor, registrar or the like among some words. */
export function outsiderIn(
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
  const { asked, groups, machines, more_asked: moreAsked, vendors } = context.cues.words;
  const place = beside.words.findIndex((word) => vendors.has(word));
  if (place === -1 || isOfThing(beside.words, place, context)) return null;
  const isReport = cue.isPassive && !machines.has(beside.words[place] ?? "");
  const isNameTaken = cue.takesNames || isReport || cue.to === "before";
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

/** Whether the name of a channel begins at a place: "#storage", and not "rank #1". */
function isChannelAt({ text }: Token, at: number, tokens: readonly Token[]): boolean {
  return CHANNEL.test(text) && !NUMBER.test(text.slice(1) || (tokens[at + 1]?.text ?? ""));
}

/** Whether a word is the address of a mailbox behind which people of another organisation answer. */
function isMailbox(word: string, { cues }: SuggestContext): boolean {
  const [name = "", host] = word.split("@");
  return host !== undefined && cues.words.mailboxes.has(name);
}

/** Whether people are called by the part of an organisation that they work in: "networking", alone. */
function isDepartment(words: readonly string[], place: number, { cues }: SuggestContext): boolean {
  const { adverbs, auxiliaries, coordinators, departments, prepositions } = cues.words;
  const next = words[place + 1];
  const ends = [adverbs, auxiliaries, coordinators, prepositions];
  const isAlone = next === undefined || ends.some((list) => list.has(next));
  return isAlone && departments.has(words[place] ?? "");
}

/** Whether words are first names or initials alone, as those of one team are called: "Ines and Karl". */
function areMates(beside: Beside, context: SuggestContext): boolean {
  const { adverbs, affiliations, coordinators, prepositions } = context.cues.words;
  const { words } = beside;
  const link = words.findIndex(
    (word, at) => at > 0 && (prepositions.has(word) || PARTICIPLE.test(word)),
  );
  if (affiliations.has(words[link] ?? "")) return false;
  const end = link === -1 ? words.length : link;
  const isNamed = (at: number) => isName(beside, at, context);
  return words.slice(0, end).every((word, at) => {
    const isLone = isNamed(at) && !(at + 1 < end && isNamed(at + 1));
    const isWord = WORD.test(word) || word === PERSON;
    return isLone || !isWord || [adverbs, coordinators].some((list) => list.has(word));
  });
}

/** What is no team that the taxonomy knows, and yet somebody who can be asked. */
export function strangerIn(
  beside: Beside,
  cue: EscalationCue,
  context: SuggestContext,
): Asked | null {
  const { words, tokens } = beside;
  const { asked, assistants, groups, leaders, more_asked: moreAsked } = context.cues.words;
  const { channels, programs, theirs } = context.cues.words;
  const place = placeBeside(beside, cue, context);
  const outside = outsiderIn(beside, context) ?? vendorIn(beside, cue, context);
  if (outside) return outside;
  if (isMailbox(words[place] ?? "", context)) {
    return { id: null, as: "a mailbox", isOutside: false };
  }
  if (cue.joint && areMates(beside, context)) return null;
  const people = [groups, asked, moreAsked];
  if (assistants.has(words[place] ?? "")) return null;
  const group = words.find((word, at) => {
    const isSomebody = [...people, leaders, theirs].some((list) => list.has(word));
    return isSomebody && !(cue.news && channels.has(word)) && !isOfThing(words, at, context);
  });
  if (group !== undefined && cue.news && leaders.has(group)) return null;
  // Those who use what we run are told, not asked.
  if (group !== undefined && theirs.has(group)) return null;
  const isPerson = words.includes(PERSON) || isNamedPerson(beside, place, context);
  if (isPerson) return { id: null, as: "a person", isOutside: false };
  if (group !== undefined) return { id: null, as: group, isOutside: false };
  if (isDepartment(words, place, context)) {
    return { id: null, as: "a department", isOutside: false };
  }
  if (!cue.news && tokens.some(isChannelAt)) return { id: null, as: "a channel", isOutside: false };
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
export function areSpecific({ words }: Pick<Beside, "words">, { cues }: SuggestContext): boolean {
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
export function areOurs({ words }: Pick<Beside, "words">, { cues }: SuggestContext): boolean {
  const { adverbs, determiners, our_team: ours, prepositions } = cues.words;
  const lists = [adverbs, determiners, ours, prepositions];
  return words.every((word) => lists.some((list) => list.has(word)));
}
