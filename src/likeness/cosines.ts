import { compareText } from "../core/compare.ts";

/** The terms of a text, each with its TF-IDF weight. */
export type Vector = ReadonlyMap<string, number>;

/** Which texts have a term, in their order, each with the term's share of the text's length. */
interface Holders {
  readonly indexes: number[];
  readonly shares: number[];
}

function lengthOf(vector: Vector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}

/**
 * A function that gives the cosines of one text with all before it: 1 for the same terms, 0 for none
 * in common. The array is valid until the next call, so that all pairs never have to be in memory.
 */
export function cosineRows(vectors: readonly Vector[]): (index: number) => Float64Array {
  const holders = new Map<string, Holders>();
  const texts = vectors.map((vector, index) => {
    const length = lengthOf(vector);
    // In one order, because the order of a sum changes its last digits.
    return [...vector.keys()].toSorted(compareText).map((term) => {
      const share = (vector.get(term) ?? 0) / length;
      const held = holders.get(term) ?? { indexes: [], shares: [] };
      held.indexes.push(index);
      held.shares.push(share);
      holders.set(term, held);
      return { share, held };
    });
  });
  const row = new Float64Array(vectors.length);
  return (index) => {
    const before = row.subarray(0, index).fill(0);
    for (const { share, held } of texts[index] ?? []) {
      const { indexes, shares } = held;
      for (let at = 0; at < indexes.length; at += 1) {
        const other = indexes[at] ?? index;
        if (other >= index) break;
        before[other] = (before[other] ?? 0) + share * (shares[at] ?? 0);
      }
    }
    return before;
  };
}
