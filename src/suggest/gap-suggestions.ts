import type { SectionKind } from "../core/document/body-parts.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { Cue } from "../core/settings/cues.ts";
import { findPhrases, mayHavePhrase, type PhraseMatch } from "../prose/phrases.ts";
import { plainText } from "../prose/sentences.ts";
import { type TellingSentence, tellingSentences } from "./can-tell.ts";
import { competencyOfCue, type FoundCompetency } from "./competency.ts";
import { cueMatches } from "./cue-matches.ts";
import type { GapSuggestion, SuggestContext } from "./define.ts";
import { readingsOf } from "./readings.ts";
import { type CueText, fingerprintOf, PERSON, withWords } from "./sentence-text.ts";
import { wordMender } from "./spelling.ts";
import { termStems } from "./terms.ts";

const MOST_CONFIDENT = 0.97;
/** How much of the doubt that one cue leaves another takes, by its weight: two weak ones make one. */
const OF_ANOTHER_CUE = 0.3;
const BY_PLACE = { sentence: 0.03, cue: 0, nothing: -0.05 } as const;

function sectionWeight(section: SectionKind | null, { cues }: SuggestContext): number {
  return section === null ? 1 : (cues.sectionWeights[section] ?? 1);
}

/** The strongest cues first: that tells the kind, and all tell that there is a gap. */
function strongestFirst(matches: readonly PhraseMatch<Cue>[]): readonly PhraseMatch<Cue>[] {
  return matches.toSorted((a, b) => b.group.weight - a.group.weight || a.start - b.start);
}

/** A match by the tokens that it stands in, instead of by the words. */
function inTokens(match: PhraseMatch<Cue>, { tokens }: CueText): PhraseMatch<Cue> {
  const start = tokens[match.start] ?? 0;
  return { ...match, start, end: (tokens[match.end - 1] ?? start) + 1 };
}

/** Confidence from 0 to 1, in hundredths: what is printed is what is compared. */
function confidenceOf(
  cues: readonly PhraseMatch<Cue>[],
  { from }: FoundCompetency,
  section: SectionKind | null,
  context: SuggestContext,
): number {
  const [first = 0, ...others] = [...new Set(cues.map(({ group }) => group))].map(
    ({ weight }) => weight * sectionWeight(section, context),
  );
  const doubt = others.reduce((left, weight) => left * (1 - weight * OF_ANOTHER_CUE), 1 - first);
  const sum = 1 - doubt + BY_PLACE[from];
  return Math.round(Math.min(sum, MOST_CONFIDENT) * 100) / 100;
}

/** The phase that words tell of, by the first of the context's that stands in them. */
function phaseOf(cue: Cue, folded: readonly string[], { cues }: SuggestContext): string | null {
  if (cue.phase !== null) return cue.phase;
  const mentioned = cues.phases.find(
    (phase) => findPhrases(folded, [phase], cues.words).length > 0,
  );
  return mentioned?.phase ?? null;
}

/** Whether nothing in a sentence without a known heading is about us or about what we run. */
function isStory(
  { group }: PhraseMatch<Cue>,
  { from, id }: FoundCompetency,
  { words }: CueText,
  { cues }: SuggestContext,
): boolean {
  if (group.begins || group.competency !== null || (from === "sentence" && id !== null))
    return false;
  return !words.some((word) => cues.words.self.has(word) || word === PERSON);
}

function suggestAt(
  { path, namedPeople }: Postmortem,
  { sentence, section, text, asserted }: TellingSentence,
  mended: CueText,
  context: SuggestContext,
): GapSuggestion | null {
  // Most sentences need no second look, nor does any other reading of them: it has no other words.
  if (!mayHavePhrase(mended.words, context.cues.gaps, context.cues.words)) return null;
  const { tokens, range } = sentence;
  const cues = strongestFirst(
    readingsOf(mended, tokens, context).flatMap((reading) =>
      cueMatches(reading, section, context).map((match) => inTokens(match, reading)),
    ),
  );
  const [first] = cues;
  if (!first) return null;
  const competency = competencyOfCue(first, termStems(asserted), text.words, context);
  if (section === null && isStory(first, competency, text, context)) return null;
  const cue = plainText(tokens.slice(first.start, first.end), namedPeople);
  return {
    type: "gap",
    path,
    sentence: plainText(tokens, namedPeople),
    range,
    fingerprint: fingerprintOf(tokens),
    kind: first.group.kind,
    competency: competency.id,
    phase: phaseOf(first.group, text.words, context),
    confidence: confidenceOf(cues, competency, section, context),
    foundBy: "cue",
    because: `cue '${cue}'${competency.because}`,
  };
}

/**
 * The gap that a sentence of a postmortem seems to tell of; null where it has no cue.
 * @param mended its text without slips of spelling.
 */
export function suggestGapAt(
  postmortem: Postmortem,
  telling: TellingSentence,
  mended: CueText,
  context: SuggestContext,
): GapSuggestion | null {
  const found = suggestAt(postmortem, telling, mended, context);
  const { kinds } = context.taxonomy;
  const isKnown = kinds.length === 0 || kinds.some(({ id }) => id === found?.kind);
  return isKnown ? found : null;
}

/** The gaps that a postmortem's prose seems to tell of, one for a sentence. */
export function suggestGaps(
  postmortem: Postmortem,
  context: SuggestContext,
): readonly GapSuggestion[] {
  const mend = wordMender(context.cues);
  return tellingSentences(postmortem, context).flatMap((telling) => {
    const { text } = telling;
    const mended = withWords(text, text.words.map(mend));
    return suggestGapAt(postmortem, telling, mended, context) ?? [];
  });
}
