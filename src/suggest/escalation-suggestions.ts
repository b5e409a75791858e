import type { SectionKind } from "../core/document/body-parts.ts";
import type { Range } from "../core/position.ts";
import type { Postmortem, Token } from "../core/postmortem.ts";
import type { EscalationCue } from "../core/settings/cues.ts";
import { skipWords } from "../prose/clauses.ts";
import {
  acceptedOf,
  findPhrases,
  matchesOfEach,
  mayHavePhrase,
  type PhraseMatch,
} from "../prose/phrases.ts";
import { plainText } from "../prose/sentences.ts";
import {
  askedByHandle,
  askedIn,
  askedWithin,
  askerIn,
  wordsAfter,
  wordsBefore,
  wordsWithin,
} from "./asked-team.ts";
import { canAsk, type Folded } from "./asker.ts";
import { type TellingSentence, tellingSentences } from "./can-tell.ts";
import { findCompetency } from "./competency.ts";
import type { EscalationSuggestion, SuggestContext } from "./define.ts";
import { hasHappened } from "./happened.ts";
import { inBrackets } from "./readings.ts";
import { fingerprintOf, foldForCues } from "./sentence-text.ts";
import type { Asked } from "./stranger.ts";
import { ownerAt } from "./subject.ts";
import { termStems } from "./terms.ts";
import { rowOf } from "./timeline-row.ts";
import { areOnlyTold, isToTell } from "./told.ts";

/** A team that the taxonomy does not know may be no team at all. */
const FOR_AN_UNKNOWN_TEAM = 0.08;

/** Whether a clause ends behind a verb, so that whom it names before it is the one who was asked. */
function endsClause(
  { start, end }: PhraseMatch<EscalationCue>,
  { words }: Folded,
  context: SuggestContext,
) {
  const { adverbs, be, clause_starts: starts, coordinators, prepositions } = context.cues.words;
  const before = words[skipWords(words, start - 1, -1, [adverbs])] ?? "";
  if (coordinators.has(before) || be.has(before)) return false;
  const next = words[end] ?? "";
  return (
    next === "" ||
    next === "to" ||
    starts.has(next) ||
    prepositions.has(next) ||
    /..ing$/.test(next)
  );
}

/** Whether a cue is a noun with what is said of it: "noisy alerts tired engineers". */
function isNoun(
  { end }: PhraseMatch<EscalationCue>,
  { words, tokens }: Folded,
  context: SuggestContext,
) {
  const next = words[end] ?? "";
  const isPast = /..ed$/.test(tokens[end]?.text ?? "") && !context.cues.words.first_names.has(next);
  return isPast && /s$/.test(words[end - 1] ?? "");
}

/** Who was asked, and by whom where that is said; null where nobody was. */
function escalationAt(
  match: PhraseMatch<EscalationCue>,
  folded: Folded,
  context: SuggestContext,
): { readonly from: string | null; readonly asked: Asked } | null {
  const { group, start, end } = match;
  const { words, tokens } = folded;
  if (group.endsClause && !endsClause(match, folded, context)) return null;
  const before = wordsBefore(words, tokens, start);
  if (group.to === "before") {
    const asked = askedIn(before, group, context);
    return asked && { from: null, asked };
  }
  if (!canAsk(match, folded, context) || isNoun(match, folded, context)) return null;
  if (group.to === "within") {
    const asked = askedWithin(wordsWithin(words, tokens, match), group, context);
    return asked && { from: askerIn(before, context), asked };
  }
  const after = wordsAfter(words, tokens, end);
  const owner = ownerAt(words, start, context);
  const takesHandle =
    (group.takesNames && owner === "name") || (group.takesHandles && owner === "ours");
  const asked =
    askedIn(after, group, context) ?? (takesHandle ? askedByHandle(after, context) : null);
  const from = askerIn(before, context);
  return asked && { from: from === asked.id ? null : from, asked };
}

function reasonOf(folded: readonly string[], { cues }: SuggestContext): string | null {
  const mentioned = cues.reasons.find((one) => findPhrases(folded, [one], cues.words).length > 0);
  return mentioned?.reason ?? null;
}

function confidenceOf(
  { weight }: EscalationCue,
  { id, isOutside }: Asked,
  section: SectionKind | null,
  { cues }: SuggestContext,
): number {
  const inSection = section === null ? 1 : (cues.sectionWeights[section] ?? 1);
  // A timeline is where hand-overs stand.
  const counts = section === "timeline" ? 1 : inSection;
  return (
    Math.round((weight * counts - (id === null && !isOutside ? FOR_AN_UNKNOWN_TEAM : 0)) * 100) /
    100
  );
}

/** The hand-over that a sentence tells of most clearly; null where it tells of none. */
function bestMatch(
  folded: Folded,
  postmortem: Postmortem,
  isPlan: boolean,
  context: SuggestContext,
) {
  const { cues } = context;
  const { words } = folded;
  const found = matchesOfEach(words, cues.escalations, cues.words).flatMap(({ matches }) =>
    acceptedOf(matches, () => true).flatMap((match) => {
      if (!hasHappened(match, folded, isPlan, context)) return [];
      const found = escalationAt(match, folded, context);
      const isAsked = found && !areOnlyTold(match, found.asked, folded, postmortem, context);
      return isAsked ? [{ match, ...found }] : [];
    }),
  );
  return (
    found.find(({ asked }) => asked.id !== null) ??
    found.find(({ asked }) => asked.isOutside) ??
    found[0] ??
    null
  );
}

/** The same, as a sentence stands or without what it says in brackets: "Ines (night shift) pinged …". */
function bestReading(
  folded: Folded,
  postmortem: Postmortem,
  isPlan: boolean,
  context: SuggestContext,
) {
  const { cues } = context;
  if (!mayHavePhrase(folded.words, cues.escalations, cues.words)) return null;
  const inside = inBrackets(folded.tokens);
  const isKept = (_: unknown, at: number) => !inside.has(at);
  const without = { words: folded.words.filter(isKept), tokens: folded.tokens.filter(isKept) };
  for (const reading of inside.size === 0 ? [folded] : [folded, without]) {
    const best = bestMatch(reading, postmortem, isPlan, context);
    if (best) return { ...best, reading };
  }
  return null;
}

/** The words of a cue; only the first and the last of one that may hold a name which is not known for one. */
function cueText(
  { group, start, end }: PhraseMatch<EscalationCue>,
  tokens: readonly Token[],
  people: readonly Range[],
): string {
  const text = (from: number, to: number) => plainText(tokens.slice(from, to), people);
  return group.to === "within"
    ? `${text(start, start + 1)} … ${text(end - 1, end)}`
    : text(start, end);
}

/** Why it seems to be one: the cue, and who was asked, without any name of a person. */
function becauseOf(cue: string, { id, as, isOutside }: Asked): string {
  if (id !== null) return `cue '${cue}' + ${as}`;
  return isOutside
    ? `cue '${cue}' + '${as}', a dependency and no team`
    : `cue '${cue}' + ${as} (not one of the taxonomy's teams)`;
}

function suggestAt(
  postmortem: Postmortem,
  { sentence, text: { words }, asserted }: TellingSentence,
  context: SuggestContext,
): EscalationSuggestion | null {
  const { path, namedPeople } = postmortem;
  const { tokens, section } = sentence;
  const folded = words.length === tokens.length ? words : foldForCues(tokens);
  const isPlan = section !== null && context.cues.planSections.has(section);
  const best = bestReading({ words: folded, tokens }, postmortem, isPlan, context);
  if (!best || isToTell(folded, context)) return null;
  const { match, from, asked, reading } = best;
  const named = findCompetency(termStems(asserted), context);
  const cue = cueText(match, reading.tokens, namedPeople);
  return {
    type: "escalation",
    path,
    sentence: plainText(tokens, namedPeople),
    range: sentence.range,
    fingerprint: fingerprintOf(tokens),
    competency: named?.id ?? null,
    at: rowOf(postmortem, sentence)?.at ?? null,
    from,
    to: asked.id,
    reason: reasonOf(folded, context),
    confidence: confidenceOf(match.group, asked, section, context),
    foundBy: "cue",
    because: `${becauseOf(cue, asked)}${named?.because ?? ""}`,
  };
}

/** The hand-overs that a postmortem's prose seems to tell of, one for a sentence. */
export function suggestEscalations(
  postmortem: Postmortem,
  context: SuggestContext,
): readonly EscalationSuggestion[] {
  return tellingSentences(postmortem, context).flatMap(
    (telling) => suggestAt(postmortem, telling, context) ?? [],
  );
}
