import type { Gap, Postmortem } from "../core/postmortem.ts";
import { plainText } from "../prose/sentences.ts";
import { stemsIn, stemTokens } from "../prose/stems.ts";
import type { SuggestContext } from "./define.ts";
import { isStatedGap } from "./stated.ts";

/** A sentence that people have judged: evidence of a confirmed gap, or not. */
export interface Sample {
  readonly path: string;
  readonly stems: ReadonlySet<string>;
  /** Null for a sentence that nobody took for a gap. */
  readonly gap: Gap | null;
}

/** Fewer words tell nothing. */
const FEWEST_WORDS = 3;

function confirmedEvidence({ path, gaps }: Postmortem): readonly Sample[] {
  return gaps.flatMap((gap) => {
    if (!gap.confirmed || gap.evidence === null) return [];
    const stems = new Set(stemsIn(gap.evidence.value));
    return [{ path, stems, gap }];
  });
}

function otherSentences(postmortem: Postmortem, { cues }: SuggestContext): readonly Sample[] {
  const { path, sentences, namedPeople } = postmortem;
  return sentences.flatMap(({ tokens, range, section }) => {
    const stems = new Set(stemTokens(tokens).map(({ stem }) => stem));
    const isSilent = section !== null && cues.silentSections.has(section);
    const sentence = plainText(tokens, namedPeople);
    if (isSilent || stems.size < FEWEST_WORDS) return [];
    return isStatedGap({ range, sentence }, postmortem) ? [] : [{ path, stems, gap: null }];
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
    const evidence = confirmedEvidence(postmortem);
    return evidence.length === 0 ? [] : [...evidence, ...otherSentences(postmortem, context)];
  });
}
