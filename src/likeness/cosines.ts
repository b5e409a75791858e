import { compareText } from "../core/compare.ts";

/** The terms of a text, each with its TF-IDF weight. */
export type Vector = ReadonlyMap<string, number>;

function lengthOf(vector: Vector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

/**
 * The cosines of all pairs: 1 for the same terms, 0 for none in common. That of the library reads
 * every term of all texts for each pair, which takes minutes where there are a thousand texts.
 */
export function cosines(vectors: readonly Vector[]): readonly Float64Array[] {
  const cosinesOf = vectors.map(() => new Float64Array(vectors.length));
  const holders = new Map<string, { readonly index: number; readonly share: number }[]>();
  vectors.forEach((vector, index) => {
    const length = lengthOf(vector);
    for (const [term, weight] of vector) {
      const share = weight / length;
      const held = holders.get(term);
      if (held) held.push({ index, share });
      else holders.set(term, [{ index, share }]);
    }
  });
  for (const term of [...holders.keys()].toSorted(compareText)) {
    const held = holders.get(term) ?? [];
    for (const a of held) {
      const row = cosinesOf[a.index];
      if (!row) continue;
      for (const b of held) row[b.index] = (row[b.index] ?? 0) + a.share * b.share;
    }
  }
  return cosinesOf;
}
