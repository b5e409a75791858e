import { compareText } from "../core/compare.ts";
import type { Vector } from "./cosines.ts";

/** A text as what is counted of it: terms, a weightier one as often as it weighs. */
export interface TermText {
  readonly id: string;
  readonly terms: readonly string[];
}

/** How much it counts that a term comes again, and that a text is long. */
const K1 = 2;
const B = 0.75;

function countsOf(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/**
 * The weights of the terms of each text, by its id: the combined weight of Robertson and Spärck
 * Jones, Simple, proven approaches to text retrieval, UCAM-CL-TR-356, with one text more in the
 * collection, so that a term of all texts still weighs something.
 */
export function weigh(texts: readonly TermText[]): ReadonlyMap<string, Vector> {
  const counted = texts.map(({ id, terms }) => ({
    id,
    length: terms.length,
    counts: countsOf(terms),
  }));
  const textsWith = countsOf(counted.flatMap(({ counts }) => [...counts.keys()]));
  const usualLength = counted.reduce((sum, { length }) => sum + length, 0) / counted.length;
  return new Map(
    counted.map(({ id, length, counts }) => {
      const terms = [...counts].toSorted(([a], [b]) => compareText(a, b));
      const weights = terms.map(([term, count]) => {
        const rarity = Math.log(texts.length + 1) - Math.log(textsWith.get(term) ?? 1);
        const weight =
          (rarity * count * (K1 + 1)) / (K1 * (1 - B + (B * length) / usualLength) + count);
        return [term, weight] as const;
      });
      return [id, new Map(weights)];
    }),
  );
}
