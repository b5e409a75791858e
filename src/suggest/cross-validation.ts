import { compareText } from "../core/compare.ts";
import { type StemWords, trainClassifier } from "./classifier.ts";
import { LIKELY } from "./define.ts";
import type { Seen, SeenDocument } from "./samples.ts";

/** How a classifier does on documents that it did not learn from. */
export interface Validation {
  readonly right: number;
  readonly found: number;
  readonly expected: number;
}

const FOLDS = 5;

/**
 * Trains on four fifths of the documents and judges the last fifth, five times over. A document is
 * never in both, as its sentences resemble each other.
 */
export function crossValidate(documents: readonly SeenDocument[], words: StemWords): Validation {
  const teaching = documents.filter(({ confirmed }) => confirmed.length > 0);
  const paths = [...new Set(teaching.map(({ path }) => path))].toSorted(compareText);
  const foldOf = new Map(paths.map((path, index) => [path, index % FOLDS]));
  let [right, found] = [0, 0];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const classify = trainClassifier(
      teaching.filter(({ path }) => foldOf.get(path) !== fold),
      words,
    );
    if (!classify) continue;
    const isLikely = (seen: Seen) => classify(seen).probability >= LIKELY;
    for (const { path, confirmed, others, otherAt } of teaching) {
      if (foldOf.get(path) !== fold) continue;
      const gaps = confirmed.filter(isLikely).length;
      right += gaps;
      found += gaps;
      for (let nth = 0; nth < others; nth += 1) if (isLikely(otherAt(nth))) found += 1;
    }
  }
  const expected = teaching.reduce((sum, { confirmed }) => sum + confirmed.length, 0);
  return { right, found, expected };
}
