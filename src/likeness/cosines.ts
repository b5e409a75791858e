import type { Vectors } from "./weights.ts";

/** For each text, what its terms have in common with those of all others. */
export interface Cosines {
  readonly count: number;
  /**
   * The sums of the cosines between some texts and the members of each group.
   * @param groupOf the group of each text.
   * @param sums by group: they are added to what is there.
   */
  readonly addSums: (texts: readonly number[], groupOf: Int32Array, sums: Float64Array) => void;
}

/** The length of each text, by which its weights are divided. */
function lengthsOf({ bounds, weights }: Vectors): Float64Array {
  return Float64Array.from({ length: bounds.length - 1 }, (_one, index) => {
    let sum = 0;
    for (let at = bounds[index] ?? 0; at < (bounds[index + 1] ?? 0); at += 1) {
      const weight = weights[at] ?? 0;
      sum += weight * weight;
    }
    return Math.sqrt(sum);
  });
}

/** The same shares by term: which texts have a term, in their order. */
function byTerm({ bounds, terms }: Vectors, shares: Float64Array) {
  const count = terms.reduce((most, term) => Math.max(most, term + 1), 0);
  const starts = new Int32Array(count + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < count; term += 1) {
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  }
  const next = starts.slice();
  const holders = new Int32Array(terms.length);
  const held = new Float64Array(terms.length);
  for (let text = 0; text + 1 < bounds.length; text += 1) {
    for (let at = bounds[text] ?? 0; at < (bounds[text + 1] ?? 0); at += 1) {
      const term = terms[at] ?? 0;
      const place = next[term] ?? 0;
      holders[place] = text;
      held[place] = shares[at] ?? 0;
      next[term] = place + 1;
    }
  }
  return { count, starts, holders, held };
}

/**
 * The cosines of texts: 1 for the same terms, 0 for none in common. The mean cosine between two groups
 * follows from the sums of their members' shares, so that no cosine of a pair has to be kept.
 */
export function cosinesOf(vectors: Vectors): Cosines {
  const { bounds, terms, weights } = vectors;
  const lengths = lengthsOf(vectors);
  const shares = new Float64Array(weights.length);
  for (let text = 0; text < lengths.length; text += 1) {
    const length = lengths[text] ?? 0;
    for (let at = bounds[text] ?? 0; at < (bounds[text + 1] ?? 0); at += 1) {
      shares[at] = length > 0 ? (weights[at] ?? 0) / length : 0;
    }
  }
  const { count, starts, holders, held } = byTerm(vectors, shares);
  const addTerm = (term: number, share: number, groupOf: Int32Array, sums: Float64Array) => {
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at += 1) {
      const group = groupOf[holders[at] ?? 0] ?? 0;
      sums[group] = (sums[group] ?? 0) + share * (held[at] ?? 0);
    }
  };
  const together = new Float64Array(count);
  // Terms in their order, because the order of a sum changes its last digits.
  const addSums: Cosines["addSums"] = (texts, groupOf, sums) => {
    if (texts.length > 1) together.fill(0);
    for (const text of texts) {
      for (let at = bounds[text] ?? 0; at < (bounds[text + 1] ?? 0); at += 1) {
        const [term, share] = [terms[at] ?? 0, shares[at] ?? 0];
        if (texts.length === 1) addTerm(term, share, groupOf, sums);
        else together[term] = (together[term] ?? 0) + share;
      }
    }
    if (texts.length === 1) return;
    together.forEach((share, term) => {
      if (share > 0) addTerm(term, share, groupOf, sums);
    });
  };
  return { count: lengths.length, addSums };
}
