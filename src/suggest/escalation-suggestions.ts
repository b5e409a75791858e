import type { SectionKind } from "../core/body-parts.ts";
import type { EscalationCue } from "../core/cues.ts";
import type { Postmortem, Sentence, Token } from "../core/postmortem.ts";
import { findTerm } from "../core/taxonomy.ts";
import { findPhrases, type PhraseMatch } from "../prose/phrases.ts";
import { isQuestion, plainText } from "../prose/sentences.ts";
import { stemTokens } from "../prose/stems.ts";
import { findCompetency } from "./competency.ts";
import { isNegated } from "./cue-matches.ts";
import type { EscalationSuggestion, SuggestContext } from "./define.ts";
import { fingerprintOf, foldForCues } from "./sentence-text.ts";
import { ownerAt } from "./subject.ts";
import { rowOf } from "./timeline-row.ts";

/** Words beside a cue among which the team is looked for. */
const REACH = 6;
const LONGEST_NAME = 4;
/** A team that the taxonomy does not know may be no team at all. */
const FOR_AN_UNKNOWN_TEAM = 0.15;

/** A team beside a cue; its id is null where the taxonomy does not know it. */
interface NamedTeam {
  readonly id: string | null;
}

/** The words from a place to the next mark, at most so many. */
function wordsUntilMark(words: readonly string[]): readonly string[] {
  const end = words.indexOf("");
  return (end === -1 ? words : words.slice(0, end)).slice(0, REACH);
}

function teamIn(words: readonly string[], { taxonomy, cues }: SuggestContext): NamedTeam | null {
  for (let start = 0; start < words.length; start += 1) {
    for (let length = LONGEST_NAME; length > 0; length -= 1) {
      const name = words.slice(start, start + length).join(" ");
      const team = findTerm(taxonomy.teams, name);
      if (team) return { id: team.id };
    }
  }
  const isGroup = words.some((word) => cues.words.groups.has(word));
  return isGroup ? { id: null } : null;
}

/** Whether a token closes something before it, so that what follows does not begin a clause. */
function isAfterMark(before: Token | undefined): boolean {
  return before?.type === "punctuation" && !/^[:;,.–—-]$/.test(before.text);
}

/** Who was asked, and by whom where that is told; null where no team was. */
function escalationAt(
  { group, start, end }: PhraseMatch<EscalationCue>,
  folded: readonly string[],
  tokens: readonly Token[],
  context: SuggestContext,
): { readonly from: string | null; readonly to: string | null } | null {
  const before = wordsUntilMark(folded.slice(0, start).toReversed()).toReversed();
  if (group.to === "before") {
    const asked = teamIn(before, context);
    return asked && { from: null, to: asked.id };
  }
  const owner = ownerAt(folded, start, context);
  const isNote = owner === "left-out" && !isAfterMark(tokens[start - 1]);
  if (owner !== "ours" && !isNote) return null;
  const asked = teamIn(wordsUntilMark(folded.slice(end)), context);
  const from = teamIn(before, context)?.id ?? null;
  return asked && { from: from === asked.id ? null : from, to: asked.id };
}

function reasonOf(folded: readonly string[], { cues }: SuggestContext): string | null {
  const mentioned = cues.reasons.find((one) => findPhrases(folded, [one], cues.words).length > 0);
  return mentioned?.reason ?? null;
}

function confidenceOf(
  { weight }: EscalationCue,
  to: string | null,
  section: SectionKind | null,
  { cues }: SuggestContext,
): number {
  const inSection = section === null ? 1 : (cues.sectionWeights[section] ?? 1);
  // A timeline is where hand-overs stand.
  const counts = section === "timeline" ? 1 : inSection;
  return Math.round((weight * counts - (to === null ? FOR_AN_UNKNOWN_TEAM : 0)) * 100) / 100;
}

function suggestAt(
  postmortem: Postmortem,
  sentence: Sentence,
  context: SuggestContext,
): EscalationSuggestion | null {
  const { path, namedPeople } = postmortem;
  const { tokens, section, range } = sentence;
  const { cues } = context;
  const folded = foldForCues(tokens);
  const found = findPhrases(folded, cues.escalations, cues.words).flatMap((match) => {
    const teams = isNegated(folded, match.start, context)
      ? null
      : escalationAt(match, folded, tokens, context);
    return teams ? [{ match, ...teams }] : [];
  });
  const best = found.find(({ to }) => to !== null) ?? found[0];
  if (!best) return null;
  const { match, from, to } = best;
  const competency = findCompetency(stemTokens(tokens), context);
  const cue = plainText(tokens.slice(match.start, match.end), namedPeople);
  const team = to === null ? ", a team that is not in the taxonomy" : ` + team '${to}'`;
  return {
    type: "escalation",
    path,
    sentence: plainText(tokens, namedPeople),
    range,
    fingerprint: fingerprintOf(tokens),
    competency: competency?.id ?? null,
    at: rowOf(postmortem, sentence)?.at ?? null,
    from,
    to,
    reason: reasonOf(folded, context),
    confidence: confidenceOf(match.group, to, section, context),
    foundBy: "cue",
    because: `cue '${cue}'${team}${competency?.because ?? ""}`,
  };
}

/** The hand-overs that a postmortem's prose seems to tell of, one for a sentence. */
export function suggestEscalations(
  postmortem: Postmortem,
  context: SuggestContext,
): readonly EscalationSuggestion[] {
  const { silentSections, planSections } = context.cues;
  return postmortem.sentences.flatMap((sentence) => {
    const { section } = sentence;
    const isSilent = section !== null && (silentSections.has(section) || planSections.has(section));
    if (isSilent || isQuestion(sentence)) return [];
    return suggestAt(postmortem, sentence, context) ?? [];
  });
}
