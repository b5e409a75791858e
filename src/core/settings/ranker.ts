/** What features of a sentence say, in logits. */
export type FeatureWeights = ReadonlyMap<string, number>;

/** What speaks for one kind of gap among all, in logits. */
export interface KindWeights {
  readonly bias: number;
  readonly weights: FeatureWeights;
}

/**
 * How what the words say and what the cues say become a probability: the weights of a logistic regression, by the
 * names that `mixInputs` gives its numbers.
 */
export type RankerMix = ReadonlyMap<string, number>;

/** Weights learned from sentences that people have labelled; `scripts/train-ranker.mjs` makes them. */
export interface Ranker {
  readonly bias: number;
  /** A sentence of n known features counts each by 1/n to this power. */
  readonly damping: number;
  readonly mix: RankerMix;
  /** Above 0 for a gap. */
  readonly weights: FeatureWeights;
  /** Of a sentence that tells of a gap, which kind: a multinomial logistic regression, by kind. */
  readonly kinds: ReadonlyMap<string, KindWeights>;
}
