import { compareText } from "../core/compare.ts";
import { memo } from "../core/memo.ts";
import type { Ranker } from "../core/settings/ranker.ts";
import { LIKELY } from "./define.ts";
import type { Features } from "./features.ts";
import { sigmoid } from "./logistic-regression.ts";

/** How many features are named as the reason. */
const NAMED = 2;

/** What the words of a sentence say, whatever its cues. */
export interface WordScore {
  /** In logits. */
  readonly score: number;
  /** The words that speak most for a gap, the strongest first; found when they are asked for. */
  readonly because: () => readonly string[];
}

/** A feature of a sentence that has a weight, and the words that it stands for. */
interface KnownFeature {
  readonly feature: string;
  readonly weight: number;
  readonly written: string;
}

function speakingFor(known: readonly KnownFeature[]): readonly string[] {
  const speaking = known
    .filter(({ weight, written }) => weight > 0 && written !== "")
    .toSorted((a, b) => b.weight - a.weight || compareText(a.feature, b.feature));
  return [...new Set(speaking.map(({ written }) => written))].slice(0, NAMED);
}

/** What some known features say together, in logits: each the less, the more there are. */
export function scoreOfSum(
  sum: number,
  count: number,
  { bias, damping }: Pick<Ranker, "bias" | "damping">,
): number {
  return bias + sum * (1 / Math.max(1, count) ** damping);
}

/** What the words of a sentence say of it, by the weights that were learned. */
export function scoreWords(
  features: Features,
  ranker: Pick<Ranker, "bias" | "damping" | "weights">,
): WordScore {
  const known: KnownFeature[] = [];
  let sum = 0;
  for (const [feature, written] of features) {
    const weight = ranker.weights.get(feature);
    if (weight === undefined) continue;
    known.push({ feature, weight, written });
    sum += weight;
  }
  return { score: scoreOfSum(sum, known.length, ranker), because: () => speakingFor(known) };
}

/** The features that speak for or against any kind of gap. */
export const kindFeatures = memo(
  ({ kinds }: Pick<Ranker, "kinds">): ReadonlySet<string> =>
    new Set([...kinds.values()].flatMap(({ weights }) => [...weights.keys()])),
);

/** The kind of gap that the words of a sentence speak for most, if it tells of one; null where no kind is known. */
export function kindOfWords(features: Features, { kinds }: Pick<Ranker, "kinds">): string | null {
  const scored = [...kinds].map(([kind, { bias, weights }]) => {
    let score = bias;
    for (const feature of features.keys()) score += weights.get(feature) ?? 0;
    return { kind, score };
  });
  const [best] = scored.toSorted((a, b) => b.score - a.score || compareText(a.kind, b.kind));
  return best?.kind ?? null;
}

/** What cues say of a sentence and of those beside it. */
export interface CueEvidence {
  /** From 0 to 1; 0 for no cue. */
  readonly confidence: number;
  /** Of the gap; null for no cue. */
  readonly kind: string | null;
  /** Whether the sentence before or after it, of the same section, has a likely cue. */
  readonly isBesideLikely: boolean;
  /** Which share of the other sentences of the document has a likely cue. */
  readonly likelyElsewhere: number;
}

/** A document counts as if it had so many more sentences, of which such a share tells of a gap: a short one says little. */
const ASSUMED_SENTENCES = 5;
const ASSUMED_SHARE = 0.17;

/** A share of a document's sentences, drawn towards that of most documents where it has few. */
export function shareOfDocument(telling: number, sentences: number): number {
  return (telling + ASSUMED_SENTENCES * ASSUMED_SHARE) / (sentences + ASSUMED_SENTENCES);
}

/** How often the words of a document speak for a gap, in logits, by what they say of each sentence. */
function scoreOfDocument(scores: readonly number[]): number {
  const telling = scores.reduce((sum, score) => sum + sigmoid(score), 0);
  const share = shareOfDocument(telling, scores.length);
  return Math.log(share / (1 - share));
}

/** What the words of a sentence say, with where it stands. */
export interface ScoredSentence {
  /** In logits. */
  readonly score: number;
  readonly section: string | null;
}

/** What words say: those of a sentence, of those beside it and of its document. */
export interface WordEvidence {
  /** In logits. */
  readonly score: number;
  /** How probably one of the sentences right before and after it tells of a gap, by the likelier one: from 0 to 1. */
  readonly beside: number;
  /** In logits. */
  readonly ofDocument: number;
}

/** Those right before and after a sentence, of its section; none, one or two. */
export function besideIn<One extends { readonly section: string | null }>(
  sentences: readonly One[],
  index: number,
): readonly One[] {
  const section = sentences[index]?.section;
  const isOfSection = (one: One | undefined): one is One => one?.section === section;
  return [sentences[index - 1], sentences[index + 1]].filter(isOfSection);
}

/** Of each sentence of a document, in its order, what its words and those around it say. */
export function wordEvidence(sentences: readonly ScoredSentence[]): readonly WordEvidence[] {
  const ofDocument = scoreOfDocument(sentences.map(({ score }) => score));
  return sentences.map(({ score }, index) => {
    const beside = besideIn(sentences, index).map((one) => sigmoid(one.score));
    const likelier = beside.length === 0 ? ASSUMED_SHARE : Math.max(...beside);
    return { score, beside: likelier, ofDocument };
  });
}

/** Something that the mix weighs: its name and how much of it there is. */
type MixInput = readonly [string, number];

/**
 * What the mix weighs, each with its name: a constant, what the words say, whether there is a cue and a likely one, of
 * which kind, how sure it is, whether gaps seem to stand right beside it, and how often in the document.
 */
export function mixInputs(
  { score, beside, ofDocument }: WordEvidence,
  cue: CueEvidence,
): readonly MixInput[] {
  const { confidence, kind, isBesideLikely, likelyElsewhere } = cue;
  const isLikely = confidence >= LIKELY;
  const inputs: readonly MixInput[] = [
    ["bias", 1],
    ["text", score],
    ["cue", confidence > 0 ? 1 : 0],
    ["likely", isLikely ? 1 : 0],
    ["confidence", confidence],
    ["beside", isBesideLikely ? 1 : 0],
    ["beside text", beside],
    ["document text", ofDocument],
    ["document cues", likelyElsewhere],
  ];
  return isLikely && kind !== null ? [...inputs, [`likely ${kind}`, 1]] : inputs;
}

/** What the mix makes of what it weighs, in logits. */
export function logitOf(inputs: Iterable<MixInput>, { mix }: Pick<Ranker, "mix">): number {
  let sum = 0;
  for (const [name, value] of inputs) sum += (mix.get(name) ?? 0) * value;
  return sum;
}

/** A likely cue is at least even, in logits, whatever the words around it: below the default, and not lost. */
const LEAST_OF_A_LIKELY_CUE = 0;

/** How surely a sentence tells of a gap, in logits, by what its words and cues say, and those around it. */
export function gapLogit(
  words: WordEvidence,
  cue: CueEvidence,
  ranker: Pick<Ranker, "mix">,
): number {
  const logit = logitOf(mixInputs(words, cue), ranker);
  return cue.confidence >= LIKELY ? Math.max(logit, LEAST_OF_A_LIKELY_CUE) : logit;
}

/** The probability of a logit, in hundredths: what is printed is what is compared. */
export function probabilityOf(logit: number): number {
  return Math.round(100 * sigmoid(logit)) / 100;
}
