import { memo } from "../core/memo.ts";
import type { Gap, Postmortem, Sentence } from "../core/postmortem.ts";
import { namedAmong, plainText } from "../prose/sentences.ts";
import { stemsIn, stemTokens } from "../prose/stems.ts";
import { isSilent } from "./can-tell.ts";
import type { SuggestContext } from "./define.ts";
import { rankSentences } from "./ranked-gaps.ts";
import { comparable } from "./sentence-text.ts";
import { isEvidenceOf } from "./stated.ts";

/** A sentence that people have judged: evidence of a confirmed gap, or not. */
export interface Sample {
  readonly path: string;
  readonly stems: ReadonlySet<string>;
  /** What sentences of others teach of it, in logits; 0 where that is not known. */
  readonly prior: number;
  /** Null for a sentence that nobody took for a gap. */
  readonly gap: Gap | null;
}

/** Fewer words tell nothing. */
const FEWEST_WORDS = 3;

type Priors = ReadonlyMap<number, number>;

/** What sentences of others teach of a document's, by where each begins. */
export function priorsOf(postmortem: Postmortem, context: SuggestContext): Priors {
  const { ranker } = context;
  const ranked = ranker === null ? [] : rankSentences(postmortem, context, ranker);
  return new Map(ranked.map(({ sentence, logit }) => [sentence.range.start.offset, logit]));
}

/** The words of a sentence as they are compared with evidence, whoever is named in it. */
type WordsOf = (sentence: Sentence) => string;

/** The gaps of a postmortem that somebody confirmed, with the evidence that they are learned from. */
export function confirmedGaps({ gaps }: Pick<Postmortem, "gaps">): readonly Gap[] {
  return gaps.filter(({ confirmed, evidence }) => confirmed && evidence !== null);
}

function confirmedEvidence(
  postmortem: Postmortem,
  priors: Priors,
  wordsOf: WordsOf,
): readonly Sample[] {
  const { path, sentences } = postmortem;
  return confirmedGaps(postmortem).map((gap) => {
    const stems = new Set(stemsIn(gap.evidence?.value ?? ""));
    const own = sentences.find((one) => isEvidenceOf([gap], one, () => wordsOf(one)));
    const prior = (own && priors.get(own.range.start.offset)) ?? 0;
    return { path, stems, prior, gap };
  });
}

function otherSentences(
  postmortem: Postmortem,
  priors: Priors,
  wordsOf: WordsOf,
  context: SuggestContext,
): readonly Sample[] {
  const { path, sentences, namedPeople, gaps } = postmortem;
  return sentences.flatMap((one) => {
    if (isSilent(one, context)) return [];
    const { tokens, range } = one;
    const stems = new Set(stemTokens(tokens).map(({ stem }) => stem));
    if (stems.size < FEWEST_WORDS) return [];
    const isNamed = namedAmong(tokens, namedPeople).length > 0;
    const words = () => (isNamed ? comparable(plainText(tokens, namedPeople)) : wordsOf(one));
    const prior = priors.get(range.start.offset) ?? 0;
    return isEvidenceOf(gaps, one, words) ? [] : [{ path, stems, prior, gap: null }];
  });
}

/**
 * What the confirmed tags of a folder say of its sentences. Documents without a confirmed gap are
 * left out: nobody may have judged them.
 */
export function samplesOf(
  postmortems: readonly Postmortem[],
  context: SuggestContext,
): readonly Sample[] {
  return postmortems.flatMap((postmortem) => {
    if (confirmedGaps(postmortem).length === 0) return [];
    const priors = priorsOf(postmortem, context);
    // Each gap is compared with all sentences.
    const wordsOf = memo(({ tokens }: Sentence) => comparable(plainText(tokens, [])));
    return [
      ...confirmedEvidence(postmortem, priors, wordsOf),
      ...otherSentences(postmortem, priors, wordsOf, context),
    ];
  });
}
