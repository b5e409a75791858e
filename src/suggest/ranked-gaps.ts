import { memo } from "../core/memo.ts";
import type { Postmortem, Sentence } from "../core/postmortem.ts";
import type { Ranker } from "../core/settings/ranker.ts";
import { plainText } from "../prose/sentences.ts";
import { stemTokens } from "../prose/stems.ts";
import { type TellingSentence, tellingSentences } from "./can-tell.ts";
import { competencyOfWording } from "./competency.ts";
import { type GapSuggestion, LEAST_PROPOSED, LIKELY, type SuggestContext } from "./define.ts";
import { featuresOfWords, featureSums } from "./features.ts";
import { suggestGapAt } from "./gap-suggestions.ts";
import {
  besideIn,
  type CueEvidence,
  gapLogit,
  kindFeatures,
  kindOfWords,
  probabilityOf,
  scoreOfSum,
  scoreWords,
  shareOfDocument,
  wordEvidence,
} from "./ranker.ts";
import { fingerprintOf, withWords } from "./sentence-text.ts";
import { ownerAt } from "./subject.ts";
import { termStems } from "./terms.ts";

/** Fewer words tell nothing. */
const FEWEST_WORDS = 3;

/** A sentence with how surely it tells of a gap. */
export interface RankedSentence extends TellingSentence {
  /** What its cues say; null where it has none. */
  readonly cue: GapSuggestion | null;
  readonly logit: number;
}

/** What a cue says, wherever it comes from. */
type SaidByCue = Pick<GapSuggestion, "confidence" | "kind">;

/** A sentence with its cue, and with what cues say of it and of those beside it. */
interface SentenceEvidence<Cue> {
  readonly sentence: Sentence;
  readonly cue: Cue | null;
  readonly evidence: CueEvidence;
}

/** Some sentences in a row, each with its cue, and with what cues say of it and of those beside it. */
export function withEvidence<Cue extends SaidByCue>(
  sentences: readonly Sentence[],
  cueAt: (sentence: Sentence, index: number) => Cue | null,
): readonly SentenceEvidence<Cue>[] {
  const seen = sentences.map((sentence, index) => {
    return { sentence, section: sentence.section, cue: cueAt(sentence, index) };
  });
  const isLikely = (cue: Cue | null) => (cue?.confidence ?? 0) >= LIKELY;
  const likely = seen.filter(({ cue }) => isLikely(cue)).length;
  return seen.map(({ sentence, cue }, index) => {
    const evidence = {
      confidence: cue?.confidence ?? 0,
      kind: cue?.kind ?? null,
      isBesideLikely: likely > 0 && besideIn(seen, index).some((one) => isLikely(one.cue)),
      likelyElsewhere: shareOfDocument(likely - (isLikely(cue) ? 1 : 0), seen.length - 1),
    };
    return { sentence, cue, evidence };
  });
}

function rank(
  postmortem: Postmortem,
  context: SuggestContext,
  ranker: Ranker,
): readonly RankedSentence[] {
  const telling = tellingSentences(postmortem, context);
  const { factsOf, sumOf } = featureSums(context, ranker.weights);
  const facts = telling.map(({ text }) => text.words.map(factsOf));
  const cues = telling.map((one, index) => {
    const mended = (facts[index] ?? []).map(({ word }) => word);
    return suggestGapAt(postmortem, one, withWords(one.text, mended), context);
  });
  const seen = withEvidence(
    telling.map(({ sentence }) => sentence),
    (_, index) => cues[index] ?? null,
  );
  const words = wordEvidence(
    telling.map(({ section }, index) => {
      const { sum, count } = sumOf(facts[index] ?? [], section);
      return { score: scoreOfSum(sum, count, ranker), section };
    }),
  );
  return telling.flatMap((own, index) => {
    const [evident, ofWords] = [seen[index], words[index]];
    if (!evident || !ofWords) return [];
    const { cue, evidence } = evident;
    return [{ ...own, cue, logit: gapLogit(ofWords, evidence, ranker) }];
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

/** Whether a sentence says what somebody has or does whom nothing here knows, as a vendor by its name. */
function isAboutStranger(words: readonly string[], context: SuggestContext): boolean {
  const verb = words.findIndex((word) => context.cues.words.auxiliaries.has(word));
  return verb > 0 && ownerAt(words, verb, context) === "name";
}

function isKnownKind(kind: string, { taxonomy }: SuggestContext): boolean {
  return taxonomy.kinds.some(({ id }) => id === kind);
}

/** Whether the taxonomy has any kind that words may speak for. */
function tellsKnownKinds(context: SuggestContext, { kinds }: Ranker): boolean {
  return [...kinds.keys()].some((kind) => isKnownKind(kind, context));
}

/** What only its words propose; null where they are too few, or say too little. */
function byWording(
  postmortem: Postmortem,
  { sentence, section, text: { words }, asserted, logit }: RankedSentence,
  context: SuggestContext,
  ranker: Ranker,
): GapSuggestion | null {
  const confidence = probabilityOf(logit);
  if (confidence < LEAST_PROPOSED || !tellsKnownKinds(context, ranker)) return null;
  if (stemTokens(asserted).length < FEWEST_WORDS) return null;
  if (isAboutStranger(words, context)) return null;
  const because = scoreWords(
    featuresOfWords(words, section, context, ranker.weights),
    ranker,
  ).because();
  if (because.length === 0) return null;
  const features = featuresOfWords(words, section, context, kindFeatures(ranker));
  const kind = kindOfWords(features, ranker);
  if (kind === null || !isKnownKind(kind, context)) return null;
  const { path, namedPeople } = postmortem;
  const { tokens, range } = sentence;
  const competency = competencyOfWording(kind, termStems(asserted), words, context);
  return {
    type: "gap",
    path,
    sentence: plainText(tokens, namedPeople),
    range,
    fingerprint: fingerprintOf(tokens),
    kind,
    competency: competency.id,
    phase: null,
    confidence,
    foundBy: "wording",
    because: `wording ${because.map((words) => `'${words}'`).join(", ")}${competency.because}`,
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
    return byWording(postmortem, ranked, context, ranker) ?? [];
  });
}
