import type { LikenessDocument } from "./documents.ts";
import { search, type Sought } from "./search.ts";
import type { ReadWords } from "./words.ts";

/** Below it two documents share only words that happen to stand in both. */
export const LEAST_SIMILARITY = 0.1;

/** A text as a document that says it in all of its parts, which is the most that one can. */
export function saidEverywhere(text: string, readWords: ReadWords): Sought {
  const said = readWords(text);
  return {
    words: {
      title: said,
      competencies: said,
      factors: said,
      services: said,
      prose: said,
      timeline: said,
    },
  };
}

/** The documents that are most like a text, at most so many, and none that only happens to be. */
export function closestTo(
  text: string,
  documents: readonly LikenessDocument[],
  { readWords, most }: { readonly readWords: ReadWords; readonly most: number },
): readonly LikenessDocument[] {
  return search(saidEverywhere(text, readWords), documents)
    .filter(({ similarity }) => similarity >= LEAST_SIMILARITY)
    .slice(0, most)
    .map(({ document }) => document);
}
