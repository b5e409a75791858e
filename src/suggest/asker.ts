import type { Token } from "../core/postmortem.ts";
import type { EscalationCue } from "../core/settings/cues.ts";
import { skipWords } from "../prose/clauses.ts";
import type { PhraseMatch } from "../prose/phrases.ts";
import { wordsBefore } from "./asked-team.ts";
import type { SuggestContext } from "./define.ts";
import { isName, isNamedPerson } from "./names.ts";
import { clauseAt, ownerAt } from "./subject.ts";

/** A sentence as cues of hand-overs are compared with it. */
export interface Folded {
  readonly words: readonly string[];
  readonly tokens: readonly Token[];
}

/** Longer rows of words are no name. */
const LONGEST_NAME = 4;
/** Words of a sentence among which it says whose doing it tells of. */
const SUBJECT_REACH = 3;
const PAST = /..ed$/;
const PARTICIPLE = /..ing$/;
/** A mark that what follows it still belongs to what is before it. */
const OPEN_MARK = /^[:;,.–—\]-]$/;
const ABBREVIATION = /^\p{Lu}{2,}$/u;

/** Whether a token closes something before it, so that what follows does not begin a clause. */
function isAfterMark(before: Token | undefined): boolean {
  return before?.type === "punctuation" && !OPEN_MARK.test(before.text);
}

/** Whether a machine does what a cue tells of: "Alert manager notified …", "added alerts, paging …". */
function isByMachine(
  { group, start }: PhraseMatch<EscalationCue>,
  { words, tokens }: Folded,
  { cues }: SuggestContext,
): boolean {
  if (!group.ofMachines) return false;
  const { machines, adverbs, alerts, coordinators, signals } = cues.words;
  const isParticiple = PARTICIPLE.test(words[start] ?? "");
  const before = isParticiple ? words.slice(0, start) : wordsBefore(words, tokens, start).words;
  // "Storage saw to the alert and paged …": whoever acts stands before the first verb.
  const isSecond = coordinators.has(words[skipWords(words, start - 1, -1, [adverbs])] ?? "");
  const verb = isSecond ? before.findIndex((word, at) => at > 0 && PAST.test(word)) : -1;
  const actors = verb === -1 ? before : before.slice(0, verb);
  return actors.some((word) => [machines, alerts, signals].some((list) => list.has(word)));
}

/** Whether a word begins a clause that needs a subject of its own: "realised that page …". */
function needsSubject(word: string, { cues }: SuggestContext): boolean {
  return cues.words.clause_starts.has(word) && !cues.words.coordinators.has(word);
}

/** Whether a cue that tells of an act stands in the passive: "was contacted by …" asks nobody. */
function isDoneTo(
  { group, start }: PhraseMatch<EscalationCue>,
  words: readonly string[],
  { cues }: SuggestContext,
): boolean {
  if (group.to !== "after" || !PAST.test(words[start] ?? "")) return false;
  const before = skipWords(words, start - 1, -1, [cues.words.adverbs]);
  return cues.words.be.has(words[before] ?? "");
}

/** The places of the words of a clause that say who acts, without those that only lead to the verb. */
function subjectAt(
  places: readonly number[],
  { words }: Folded,
  { cues }: SuggestContext,
): readonly number[] {
  const { adverbs, auxiliaries } = cues.words;
  return places.filter((place) => {
    const word = words[place] ?? "";
    return !adverbs.has(word) && !auxiliaries.has(word) && !word.endsWith("ly");
  });
}

/** Whether a place is where a sentence, or what is behind a label or a time, begins with a capital as any does. */
function isFirstWord(place: number, { tokens }: Folded): boolean {
  const before = tokens[place - 1];
  return before === undefined || before.type !== "word" || /\d/.test(before.text);
}

/** Whether the words before a verb are all a name: "Ines Vega", "SW", "Northwind Labs", "@kestrel". */
function areName(
  places: readonly number[],
  verb: number,
  folded: Folded,
  context: SuggestContext,
): boolean {
  if (places.length === 0 || places.length > LONGEST_NAME) return false;
  const isAllNamed = places.every((place) => isName(folded, place, context));
  if (!isAllNamed) return false;
  const [first = 0] = places;
  // Any sentence begins with a capital.
  const isOfMinds = context.cues.words.acts_of_minds.has(folded.words[verb] ?? "");
  const isSure = places.length > 1 || isOfMinds || !isFirstWord(first, folded);
  const token = folded.tokens[first];
  const isKnown = token?.type === "opaque" || ABBREVIATION.test(token?.text ?? "");
  return isSure || isKnown || isNamedPerson(folded, first, context);
}

/** Whether whoever is named first in a sentence does more than one thing: "Ines found it and escalated …". */
function isSecondAct(
  { start, group: { ofMachines } }: PhraseMatch<EscalationCue>,
  folded: Folded,
  context: SuggestContext,
): boolean {
  const { words } = folded;
  const { adverbs, asked, auxiliaries, coordinators, more_asked: moreAsked } = context.cues.words;
  const joint = skipWords(words, start - 1, -1, [adverbs, auxiliaries]);
  if (!coordinators.has(words[joint] ?? "")) return false;
  const clause = clauseAt(words, words[joint - 1] === "" ? joint - 1 : joint, context);
  const verb = clause.findIndex((place) => PAST.test(words[place] ?? ""));
  const subject = subjectAt(clause.slice(0, Math.max(0, verb)), folded, context);
  const arePeople = subject.some((place) =>
    [asked, moreAsked].some((list) => list.has(words[place] ?? "")),
  );
  const isNamed = ofMachines && !arePeople ? isNamedPerson : isName;
  return subject.length > 0 && subject.every((place) => isNamed(folded, place, context));
}

/** Whether the one whom "who" stands for can ask: "told an engineer, who called …". */
function isAskerBeforeWho(start: number, words: readonly string[], context: SuggestContext) {
  const { adverbs, auxiliaries, asked, more_asked: moreAsked, people } = context.cues.words;
  const verb = skipWords(words, start - 1, -1, [adverbs, auxiliaries]);
  const isSecond = context.cues.words.coordinators.has(words[verb] ?? "");
  const who = isSecond ? skipWords(words, verb - 2, -1, [adverbs, auxiliaries]) : verb;
  if (words[who] !== "who") return false;
  const before = words[who - 1] === "" ? words[who - 2] : words[who - 1];
  return [asked, moreAsked, people].some((list) => list.has(before ?? ""));
}

/** Whether those who use what we run do what a participle behind a comma tells of: "A user wrote, asking …". */
function isOfTheirs(start: number, words: readonly string[], { cues }: SuggestContext): boolean {
  if (words[start - 1] !== "" || !PARTICIPLE.test(words[start] ?? "")) return false;
  const first = words.filter((word) => /^\p{L}/u.test(word)).slice(0, SUBJECT_REACH);
  return first.some((word) => cues.words.theirs.has(word));
}

/** Whether another organisation acts: what it asks or tells us is no hand-over of ours. */
function isOutsider(clause: readonly number[], words: readonly string[], { cues }: SuggestContext) {
  const { outsiders, vendors } = cues.words;
  return clause.some((place) => [outsiders, vendors].some((list) => list.has(words[place] ?? "")));
}

/** Whether a participle says how or when somebody did the rest: "we found it by engaging …". */
function isManner(
  { start }: PhraseMatch<EscalationCue>,
  words: readonly string[],
  { cues }: SuggestContext,
) {
  return PARTICIPLE.test(words[start] ?? "") && cues.words.prepositions.has(words[start - 1] ?? "");
}

/** Whether a cue, or the words before it, name somebody who can ask, or nobody, as in a note. */
export function canAsk(
  match: PhraseMatch<EscalationCue>,
  folded: Folded,
  context: SuggestContext,
): boolean {
  const { group, start, end } = match;
  const { words, tokens } = folded;
  if (isByMachine(match, folded, context)) return false;
  if (group.isPassive || isManner(match, words, context)) return true;
  if (isDoneTo(match, words, context) || isOfTheirs(start, words, context)) return false;
  const owner = ownerAt(words, start, context);
  const isAskerInside = words.slice(start, end).some((word) => context.cues.words.people.has(word));
  if (owner === "ours" || isAskerInside) return true;
  if (owner === "left-out") {
    const isNote =
      !isAfterMark(tokens[start - 1]) && !needsSubject(words[start - 1] ?? "", context);
    return isNote && !group.needsAsker;
  }
  const clause = clauseAt(words, start, context);
  if (owner === "theirs" || isOutsider(clause, words, context)) return false;
  return (
    owner === "name" ||
    areName(subjectAt(clause, folded, context), start, folded, context) ||
    isSecondAct(match, folded, context) ||
    isAskerBeforeWho(start, words, context)
  );
}
