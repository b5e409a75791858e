import { compareText } from "../core/compare.ts";
import { trainClassifier } from "./classifier.ts";
import { LIKELY } from "./define.ts";
import type { Sample } from "./samples.ts";

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
export function crossValidate(
  samples: readonly Sample[],
  isStopWord: (stem: string) => boolean,
): Validation {
  const paths = [...new Set(samples.map(({ path }) => path))].toSorted(compareText);
  const foldOf = new Map(paths.map((path, index) => [path, index % FOLDS]));
  let [right, found] = [0, 0];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const classify = trainClassifier(
      samples.filter(({ path }) => foldOf.get(path) !== fold),
      isStopWord,
    );
    const likely = samples.filter(({ path, stems, prior }) => {
      return (
        foldOf.get(path) === fold &&
        classify !== null &&
        classify({ stems, prior }).probability >= LIKELY
      );
    });
    found += likely.length;
    right += likely.filter(({ gap }) => gap !== null).length;
  }
  return { right, found, expected: samples.filter(({ gap }) => gap !== null).length };
}
