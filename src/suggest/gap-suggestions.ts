import type { Cue } from "../core/cues.ts";
import type { PhraseMatch } from "../core/phrases.ts";
import { findPhrases } from "../core/phrases.ts";
import type { Postmortem, Sentence } from "../core/postmortem.ts";
import type { FoundCompetency } from "./competency.ts";
import { competencyOf } from "./competency.ts";
import { cueMatches } from "./cue-matches.ts";
import type { GapSuggestion, SuggestContext } from "./define.ts";
import { fingerprintOf, foldForCues, isQuestion, plainText } from "./sentence-text.ts";
import type { Stem } from "./terms.ts";
import { stemText, stemTokens } from "./terms.ts";

/** Sentences before and after one in which a term still counts for it. */
const NEARBY = 3;
const MOST_CONFIDENT = 0.97;
const FOR_ANOTHER_CUE = 0.04;
const BY_PLACE = { sentence: 0.03, cue: 0, around: -0.05 } as const;

function sectionWeight(section: string | null, { cues }: SuggestContext): number {
  return section === null ? 1 : (cues.sectionWeights.get(section) ?? 1);
}

/** The cues of the kind that the sentence stresses, the strongest first. */
function strongest(matches: readonly PhraseMatch<Cue>[]): readonly PhraseMatch<Cue>[] {
  const sorted = matches.toSorted((a, b) => b.group.weight - a.group.weight || a.start - b.start);
  return sorted.filter(({ group }) => group.kind === sorted[0]?.group.kind);
}

/** Confidence from 0 to 1, in hundredths: what is printed is what is compared. */
function confidenceOf(
  cues: readonly PhraseMatch<Cue>[],
  { from }: FoundCompetency,
  section: string | null,
  context: SuggestContext,
): number {
  const weight = (cues[0]?.group.weight ?? 0) * sectionWeight(section, context);
  const others = new Set(cues.map(({ group }) => group)).size - 1;
  const sum = weight + others * FOR_ANOTHER_CUE + BY_PLACE[from];
  return Math.round(Math.min(sum, MOST_CONFIDENT) * 100) / 100;
}

/** The phase that words tell of, by the first of the context's that stands in them. */
function phaseOf(cue: Cue, folded: readonly string[], { cues }: SuggestContext): string | null {
  if (cue.phase !== null) return cue.phase;
  const told = cues.phases.find((phase) => findPhrases(folded, [phase], cues.words).length > 0);
  return told?.phase ?? null;
}

/**
 * The stems of the sentences beside one, before it first: those that share a line with it, or with
 * one that does, as the sentences of a paragraph do and the items of a list do not.
 */
function nearbyStems({ sentences }: Postmortem, index: number): readonly Stem[] {
  let [first, last] = [index, index];
  const sharesLine = (before: number) => {
    const [one, next] = [sentences[before], sentences[before + 1]];
    return one && next && one.range.end.line === next.range.start.line;
  };
  while (index - first < NEARBY && sharesLine(first - 1)) first -= 1;
  while (last - index < NEARBY && sharesLine(last)) last += 1;
  return sentences.slice(first, last + 1).flatMap(({ tokens }) => stemTokens(tokens));
}

function suggestAt(
  postmortem: Postmortem,
  sentence: Sentence,
  index: number,
  context: SuggestContext,
): GapSuggestion | null {
  const { tokens, section, range } = sentence;
  const folded = foldForCues(tokens);
  const stems = stemTokens(tokens);
  const cues = strongest(cueMatches(folded, section, context));
  const [first] = cues;
  if (!first) return null;
  const title = stemText(postmortem.title?.value ?? "");
  const surroundings = { stems, nearby: nearbyStems(postmortem, index), title };
  const competency = competencyOf(first, surroundings, context);
  const { namedPeople, path } = postmortem;
  const cue = plainText(tokens.slice(first.start, first.end), namedPeople);
  return {
    type: "gap",
    path,
    sentence: plainText(tokens, namedPeople),
    range,
    fingerprint: fingerprintOf(tokens),
    kind: first.group.kind,
    competency: competency.id,
    phase: phaseOf(first.group, folded, context),
    confidence: confidenceOf(cues, competency, section, context),
    reason: `cue '${cue}'${competency.because}`,
  };
}

/** The gaps that a postmortem's prose seems to tell of, one for a sentence. */
export function suggestGaps(
  postmortem: Postmortem,
  context: SuggestContext,
): readonly GapSuggestion[] {
  const kinds = new Set(context.taxonomy.kinds.map(({ id }) => id));
  return postmortem.sentences.flatMap((sentence, index) => {
    if (isQuestion(sentence)) return [];
    const found = suggestAt(postmortem, sentence, index, context);
    return found && (kinds.size === 0 || kinds.has(found.kind)) ? [found] : [];
  });
}
