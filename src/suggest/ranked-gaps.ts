import { memo } from "../core/memo.ts";
import type { Postmortem, Sentence } from "../core/postmortem.ts";
import type { Ranker } from "../core/ranker.ts";
import { plainText } from "../prose/sentences.ts";
import { stemTokens } from "../prose/stems.ts";
import { canTell } from "./can-tell.ts";
import { findCompetency } from "./competency.ts";
import { type GapSuggestion, LIKELY, type SuggestContext } from "./define.ts";
import { featuresOf } from "./features.ts";
import { suggestGaps } from "./gap-suggestions.ts";
import { type CueEvidence, logitOf, probabilityOf, scoreWords } from "./ranker.ts";
import { fingerprintOf } from "./sentence-text.ts";
import { termStems } from "./terms.ts";

/** A sentence without a cue is proposed from here on: what is surer than one in seven is worth a question. */
const LEAST = 0.15;
/** Fewer words tell nothing. */
const FEWEST_WORDS = 3;

/** A sentence with how surely it tells of a gap. */
export interface RankedSentence {
  readonly sentence: Sentence;
  /** What its cues say; null where it has none. */
  readonly cue: GapSuggestion | null;
  /** What its words say: the kind of gap, and by which words. */
  readonly kind: string | null;
  readonly because: readonly string[];
  readonly logit: number;
}

/** What cues say of the sentence at an index of those that may tell of a gap. */
function cueEvidence(
  sentences: readonly Sentence[],
  index: number,
  byCue: ReadonlyMap<number, GapSuggestion>,
): CueEvidence {
  const cueAt = (sentence: Sentence | undefined) =>
    sentence && byCue.get(sentence.range.start.offset);
  const own = cueAt(sentences[index]);
  const beside = [sentences[index - 1], sentences[index + 1]].filter(
    (one) => one?.section === sentences[index]?.section,
  );
  return {
    confidence: own?.confidence ?? 0,
    kind: own?.kind ?? null,
    isBesideLikely: beside.some((one) => (cueAt(one)?.confidence ?? 0) >= LIKELY),
  };
}

function rank(
  postmortem: Postmortem,
  context: SuggestContext,
  ranker: Ranker,
): readonly RankedSentence[] {
  const found = suggestGaps(postmortem, context);
  const byCue = new Map(found.map((gap) => [gap.range.start.offset, gap]));
  const telling = postmortem.sentences.filter((sentence) => canTell(sentence, context));
  return telling.map((sentence, index) => {
    const cue = byCue.get(sentence.range.start.offset) ?? null;
    const words = scoreWords(featuresOf(postmortem, sentence, context), ranker);
    const logit = logitOf(words.score, cueEvidence(telling, index, byCue), ranker);
    return { sentence, cue, kind: words.kind, because: words.because, logit };
  });
}

/** Prose and a folder's own tags ask for the same, so each postmortem is ranked once. */
const rankedBy = memo((ranker: Ranker) =>
  memo((context: SuggestContext) =>
    memo((postmortem: Postmortem) => rank(postmortem, context, ranker)),
  ),
);

/** The sentences of a postmortem that may tell of a gap, each with how surely it does. */
export function rankSentences(
  postmortem: Postmortem,
  context: SuggestContext,
  ranker: Ranker,
): readonly RankedSentence[] {
  return rankedBy(ranker)(context)(postmortem);
}

/** What only its words propose; null where they are too few, or say too little. */
function byWording(
  { path, namedPeople }: Postmortem,
  { sentence, kind, because, logit }: RankedSentence,
  context: SuggestContext,
): GapSuggestion | null {
  const { tokens, range } = sentence;
  const stems = stemTokens(tokens);
  const confidence = probabilityOf(logit);
  const isKnown = context.taxonomy.kinds.some(({ id }) => id === kind);
  if (kind === null || !isKnown || because.length === 0) return null;
  if (confidence < LEAST || stems.length < FEWEST_WORDS) return null;
  const competency = findCompetency(termStems(tokens), context);
  return {
    type: "gap",
    path,
    sentence: plainText(tokens, namedPeople),
    range,
    fingerprint: fingerprintOf(tokens),
    kind,
    competency: competency?.id ?? null,
    phase: null,
    confidence,
    foundBy: "wording",
    because: `wording ${because.map((words) => `'${words}'`).join(", ")}${competency?.because ?? "; no taxonomy term fits"}`,
  };
}

/**
 * The gaps that a postmortem's prose seems to tell of, one for a sentence: those with a cue, and those
 * whose words are like those of gaps elsewhere. Confidence is a probability (docs/suggest.md).
 */
export function suggestRankedGaps(
  postmortem: Postmortem,
  context: SuggestContext,
  ranker: Ranker,
): readonly GapSuggestion[] {
  return rankSentences(postmortem, context, ranker).flatMap((ranked) => {
    const { cue, logit } = ranked;
    if (cue) return [{ ...cue, confidence: probabilityOf(logit) }];
    return byWording(postmortem, ranked, context) ?? [];
  });
}
