import type { Fact, Gap, Postmortem, Sentence } from "../core/postmortem.ts";
import { sharedText } from "../core/text/own-text.ts";
import { namedAmong, plainText } from "../prose/sentences.ts";
import { stemsIn } from "../prose/stems.ts";
import { canTell, isSilent } from "./can-tell.ts";
import type { SuggestContext } from "./define.ts";
import { rankSentences } from "./ranked-gaps.ts";
import { comparable, comparableWords } from "./sentence-text.ts";
import { isEvidenceOf } from "./stated.ts";
import type { StemNumbers } from "./stem-numbers.ts";

/** What a classifier gets of a text. */
export interface Seen {
  /** The numbers of its stems, each once. */
  readonly stems: Uint32Array;
  /** What sentences of others teach of it, in logits; 0 where that is not known. */
  readonly prior: number;
}

/** What a confirmed gap teaches of others. */
export type TaughtGap = Readonly<Record<"competency" | "kind" | "phase", string | null>>;

/** The evidence of a gap that somebody confirmed. */
export interface ConfirmedSample extends Seen {
  readonly gap: TaughtGap;
}

/** A sentence of a document. */
export interface SeenSentence extends Seen {
  /** Its place among all sentences of its document. */
  readonly index: number;
  /** Whether it may tell of a gap. */
  readonly canTell: boolean;
}

/** What a folder's own tags are learned from, and compared with, of a document: numbers alone, as many are kept. */
export interface SeenDocument {
  readonly path: string;
  readonly confirmed: readonly ConfirmedSample[];
  /** How many of its sentences nobody took for a gap, and each of them. */
  readonly others: number;
  readonly otherAt: (nth: number) => Seen;
  /** Its sentences but those of silent sections, made anew each time that they are asked for. */
  readonly sentences: () => Iterable<SeenSentence>;
}

/** Fewer words tell nothing. */
const FEWEST_WORDS = 3;

type Priors = ReadonlyMap<Sentence, number>;

/** What sentences of others teach of a document's. */
function priorsOf(postmortem: Postmortem, context: SuggestContext): Priors {
  const { ranker } = context;
  const ranked = ranker === null ? [] : rankSentences(postmortem, context, ranker);
  return new Map(ranked.map(({ sentence, logit }) => [sentence, logit]));
}

/** The words of a sentence as they are compared with evidence, whoever is named in it. */
type WordsOf = (sentence: Sentence) => string;

/** Each gap is compared with all sentences of its document. */
function comparedWords(): WordsOf {
  const known = new Map<Sentence, string>();
  return (sentence) => {
    const words = known.get(sentence) ?? comparableWords(sentence.tokens);
    known.set(sentence, words);
    return words;
  };
}

/** The gaps of a postmortem that somebody confirmed, with the evidence that they are learned from. */
function confirmedGaps({ gaps }: Pick<Postmortem, "gaps">): readonly Gap[] {
  return gaps.filter(({ confirmed, evidence }) => confirmed && evidence !== null);
}

/** Its words, without the document that they are of. */
function taughtBy({ competency, kind, phase }: Gap): TaughtGap {
  const wordsOf = (fact: Fact<string> | null) => fact && sharedText(fact.value);
  return { competency: wordsOf(competency), kind: wordsOf(kind), phase: wordsOf(phase) };
}

function confirmedSamples(
  postmortem: Postmortem,
  priors: Priors,
  wordsOf: WordsOf,
  { numberOf }: StemNumbers,
): readonly ConfirmedSample[] {
  const { sentences } = postmortem;
  return confirmedGaps(postmortem).map((gap) => {
    const stems = Uint32Array.from(new Set(stemsIn(gap.evidence?.value ?? "")), numberOf);
    const own = sentences.find((one) => isEvidenceOf([gap], one, () => wordsOf(one)));
    const prior = (own && priors.get(own)) ?? 0;
    return { stems, prior, gap: taughtBy(gap) };
  });
}

/** Whether a sentence is evidence of no gap. */
function isNoEvidence(
  { gaps, namedPeople }: Pick<Postmortem, "gaps" | "namedPeople">,
  one: Sentence,
  wordsOf: WordsOf,
): boolean {
  const isNamed = namedAmong(one.tokens, namedPeople).length > 0;
  const words = () => (isNamed ? comparable(plainText(one.tokens, namedPeople)) : wordsOf(one));
  return !isEvidenceOf(gaps, one, words);
}

/** What is kept of each sentence before its stems: its place, and whether it may tell of a gap. */
const HEAD = 2;

/** The sentences of a document, as numbers alone. */
interface Packed {
  /** Of each sentence, one after the other: its head, and its stems. */
  readonly numbers: Uint32Array;
  /** Where those of each begin, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly priors: Float64Array;
  /** Which of them nobody took for a gap. */
  readonly others: Uint32Array;
}

function seenAt({ numbers, starts, priors }: Packed, nth: number): SeenSentence {
  const start = starts[nth] ?? 0;
  return {
    index: numbers[start] ?? 0,
    canTell: numbers[start + 1] === 1,
    stems: numbers.subarray(start + HEAD, starts[nth + 1]),
    prior: priors[nth] ?? 0,
  };
}

function* allSeen(packed: Packed): Generator<SeenSentence> {
  for (let nth = 0; nth < packed.priors.length; nth += 1) yield seenAt(packed, nth);
}

/**
 * What a document teaches of its folder's way of writing, and what that is compared with. The sentences of documents
 * without a confirmed gap teach nothing: nobody may have judged them.
 */
export function seenOf(
  postmortem: Postmortem,
  context: SuggestContext,
  numbers: StemNumbers,
): SeenDocument {
  const { path, sentences } = postmortem;
  const priors = priorsOf(postmortem, context);
  const wordsOf = comparedWords();
  const confirmed = confirmedSamples(postmortem, priors, wordsOf, numbers);
  const [all, starts]: [number[], number[]] = [[], [0]];
  const [ownPriors, others]: [number[], number[]] = [[], []];
  for (const [index, one] of sentences.entries()) {
    if (isSilent(one, context)) continue;
    const stems = numbers.numbersOf(one.tokens);
    const isOther =
      confirmed.length > 0 &&
      stems.length >= FEWEST_WORDS &&
      isNoEvidence(postmortem, one, wordsOf);
    if (isOther) others.push(ownPriors.length);
    all.push(index, canTell(one, context) ? 1 : 0);
    for (const stem of stems) all.push(stem);
    starts.push(all.length);
    ownPriors.push(priors.get(one) ?? 0);
  }
  const packed = {
    numbers: Uint32Array.from(all),
    starts: Uint32Array.from(starts),
    priors: Float64Array.from(ownPriors),
    others: Uint32Array.from(others),
  };
  return {
    ...{ path, confirmed, others: others.length },
    otherAt: (nth) => seenAt(packed, packed.others[nth] ?? 0),
    sentences: () => allSeen(packed),
  };
}
