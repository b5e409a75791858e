/** What a feature of a sentence says for or against a gap. */
export interface FeatureWeight {
  /** In logits; above 0 for a gap. */
  readonly weight: number;
  /** The kind of gap that it speaks for most; null where it speaks against one. */
  readonly kind: string | null;
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
  readonly weights: ReadonlyMap<string, FeatureWeight>;
}
