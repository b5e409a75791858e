import type { SectionKind } from "../core/body-parts.ts";
import type { EscalationCue } from "../core/cues.ts";
import type { Range } from "../core/position.ts";
import type { Postmortem, Token } from "../core/postmortem.ts";
import { acceptedOf, findPhrases, matchesOfEach, type PhraseMatch } from "../prose/phrases.ts";
import { plainText } from "../prose/sentences.ts";
import {
  type Asked,
  askedIn,
  askedWithin,
  askerIn,
  wordsAfter,
  wordsBefore,
} from "./asked-team.ts";
import { type TellingSentence, tellingSentences } from "./can-tell.ts";
import { findCompetency } from "./competency.ts";
import { isNegated } from "./cue-matches.ts";
import type { EscalationSuggestion, SuggestContext } from "./define.ts";
import { fingerprintOf, foldForCues } from "./sentence-text.ts";
import { ownerAt } from "./subject.ts";
import { termStems } from "./terms.ts";
import { rowOf } from "./timeline-row.ts";

/** A team that the taxonomy does not know may be no team at all. */
const FOR_AN_UNKNOWN_TEAM = 0.08;

/** Whether a token closes something before it, so that what follows does not begin a clause. */
function isAfterMark(before: Token | undefined): boolean {
  return before?.type === "punctuation" && !/^[:;,.–—\]-]$/.test(before.text);
}

/** Whether a machine does what a cue tells of: "Alert manager notified …", "PagerDuty paged …". */
function isByMachine(
  { group, start }: PhraseMatch<EscalationCue>,
  folded: readonly string[],
  tokens: readonly Token[],
  { cues }: SuggestContext,
): boolean {
  const { machines, alerts, signals } = cues.words;
  const { words } = wordsBefore(folded, tokens, start);
  return (
    group.ofMachines &&
    words.some((word) => [machines, alerts, signals].some((list) => list.has(word)))
  );
}

/** Whether a word begins a clause that needs a subject of its own: "realised that page …". */
function needsSubject(word: string, { cues }: SuggestContext): boolean {
  return cues.words.clause_starts.has(word) && !cues.words.coordinators.has(word);
}

/** Whether a cue, or the words before it, name somebody who can ask, or nobody, as in a note. */
function canAsk(
  match: PhraseMatch<EscalationCue>,
  folded: readonly string[],
  tokens: readonly Token[],
  context: SuggestContext,
): boolean {
  const { start, end } = match;
  if (isByMachine(match, folded, tokens, context)) return false;
  if (match.group.isPassive) return true;
  const owner = ownerAt(folded, start, context);
  const isAskerInside = folded
    .slice(start, end)
    .some((word) => context.cues.words.people.has(word));
  if (owner === "ours" || isAskerInside) return true;
  if (owner === "left-out") {
    return !isAfterMark(tokens[start - 1]) && !needsSubject(folded[start - 1] ?? "", context);
  }
  return owner === "name";
}

/** Who was asked, and by whom where that is told; null where nobody was. */
function escalationAt(
  match: PhraseMatch<EscalationCue>,
  folded: readonly string[],
  tokens: readonly Token[],
  context: SuggestContext,
): { readonly from: string | null; readonly asked: Asked } | null {
  const { group, start, end } = match;
  const before = wordsBefore(folded, tokens, start);
  if (group.to === "before") {
    const asked = askedIn(before, group, context);
    return asked && { from: null, asked };
  }
  if (!canAsk(match, folded, tokens, context)) return null;
  if (group.to === "within") {
    const within = { words: folded.slice(start, end), tokens: tokens.slice(start, end) };
    const asked = askedWithin(within, group, context);
    return asked && { from: askerIn(before, context), asked };
  }
  const asked = askedIn(wordsAfter(folded, tokens, end), group, context);
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

/** A verb that tells of what is done: "Engaged", "Asked". */
const DONE = /.ed$/;

/** Whether a sentence of a plan begins with what is done already. */
function isDone(
  { start }: PhraseMatch<EscalationCue>,
  folded: readonly string[],
  context: SuggestContext,
) {
  return DONE.test(folded[start] ?? "") && ownerAt(folded, start, context) === "left-out";
}

/** The hand-over that a sentence tells of most clearly; null where it tells of none. */
function bestMatch(
  folded: readonly string[],
  tokens: readonly Token[],
  isPlan: boolean,
  context: SuggestContext,
) {
  const { cues } = context;
  const found = matchesOfEach(folded, cues.escalations, cues.words).flatMap(({ matches }) =>
    acceptedOf(matches, () => true).flatMap((match) => {
      if (isNegated(folded, match.start, context)) return [];
      if (isPlan && !isDone(match, folded, context)) return [];
      const told = escalationAt(match, folded, tokens, context);
      return told ? [{ match, ...told }] : [];
    }),
  );
  return (
    found.find(({ asked }) => asked.id !== null) ??
    found.find(({ asked }) => asked.isOutside) ??
    found[0] ??
    null
  );
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
    : `cue '${cue}' + ${as}, a team that is not in the taxonomy`;
}

function suggestAt(
  postmortem: Postmortem,
  { sentence, text: { words } }: TellingSentence,
  context: SuggestContext,
): EscalationSuggestion | null {
  const { path, namedPeople } = postmortem;
  const { tokens, section, range } = sentence;
  const folded = words.length === tokens.length ? words : foldForCues(tokens);
  const isPlan = section !== null && context.cues.planSections.has(section);
  const best = bestMatch(folded, tokens, isPlan, context);
  if (!best) return null;
  const { match, from, asked } = best;
  const named = findCompetency(termStems(tokens), context);
  const cue = cueText(match, tokens, namedPeople);
  return {
    type: "escalation",
    path,
    sentence: plainText(tokens, namedPeople),
    range,
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
