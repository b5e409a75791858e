/** The terms of texts with their weights: those of one text after the other, each text's in ascending order. */
export interface Vectors {
  /** Where those of each text begin, and where the last ends. */
  readonly bounds: Int32Array;
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** How much it counts that a term comes again, and that a text is long. */
const K1 = 2;
const B = 0.75;

/** How often each term stands in each text. */
function countTerms(texts: readonly Int32Array[]): Vectors {
  const bounds = new Int32Array(texts.length + 1);
  const most = texts.reduce((sum, { length }) => sum + length, 0);
  const terms = new Int32Array(most);
  const counts = new Float64Array(most);
  let at = 0;
  texts.forEach((text, index) => {
    let last = -1;
    for (const term of text.toSorted()) {
      if (term !== last) terms[at++] = term;
      counts[at - 1] = (counts[at - 1] ?? 0) + 1;
      last = term;
    }
    bounds[index + 1] = at;
  });
  return { bounds, terms: terms.subarray(0, at), weights: counts.subarray(0, at) };
}

/**
 * The weights of the terms of each text: the combined weight of Robertson and Spärck Jones, Simple,
 * proven approaches to text retrieval, UCAM-CL-TR-356, with one text more in the collection, so that a
 * term of all texts still weighs something.
 * @param texts the numbers of their terms, a weightier one as often as it weighs.
 */
export function weigh(texts: readonly Int32Array[]): Vectors {
  const { bounds, terms, weights: counts } = countTerms(texts);
  const textsWith = new Int32Array(terms.reduce((most, term) => Math.max(most, term + 1), 0));
  for (const term of terms) textsWith[term] = (textsWith[term] ?? 0) + 1;
  const usualLength = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const weights = new Float64Array(counts.length);
  texts.forEach(({ length }, index) => {
    const share = K1 * (1 - B + (B * length) / usualLength);
    for (let at = bounds[index] ?? 0; at < (bounds[index + 1] ?? 0); at += 1) {
      const count = counts[at] ?? 0;
      const rarity = Math.log(texts.length + 1) - Math.log(textsWith[terms[at] ?? 0] ?? 1);
      weights[at] = (rarity * count * (K1 + 1)) / (share + count);
    }
  });
  return { bounds, terms, weights };
}

/** Some of the texts, in the order of their indexes. */
export function chosenVectors(vectors: Vectors, indexes: readonly number[]): Vectors {
  const isAll = indexes.length === vectors.bounds.length - 1;
  if (isAll && indexes.every((index, at) => index === at)) return vectors;
  const bounds = new Int32Array(indexes.length + 1);
  const slices = indexes.map(
    (index) => [vectors.bounds[index] ?? 0, vectors.bounds[index + 1] ?? 0] as const,
  );
  slices.forEach(([start, end], at) => {
    bounds[at + 1] = (bounds[at] ?? 0) + end - start;
  });
  const terms = new Int32Array(bounds.at(-1) ?? 0);
  const weights = new Float64Array(terms.length);
  slices.forEach(([start, end], at) => {
    terms.set(vectors.terms.subarray(start, end), bounds[at]);
    weights.set(vectors.weights.subarray(start, end), bounds[at]);
  });
  return { bounds, terms, weights };
}
