import { FIELDS, type LikenessDocument, packed } from "./documents.ts";
import { search, type Sought } from "./search.ts";
import type { Lexicon } from "./words.ts";

/** Below it two documents share only words that happen to stand in both. */
export const LEAST_SIMILARITY = 0.1;

/** A text as a document that says it in all of its parts, which is the most that one can. */
export function saidEverywhere(text: string, { read }: Lexicon): Sought {
  const said = read(text);
  return { words: packed(Object.fromEntries(FIELDS.map((field) => [field, said]))) };
}

/** The documents that are most like a text, at most so many, and none that only happens to be. */
export function closestTo(
  text: string,
  documents: readonly LikenessDocument[],
  { lexicon, most }: { readonly lexicon: Lexicon; readonly most: number },
): readonly LikenessDocument[] {
  return search(saidEverywhere(text, lexicon), documents, lexicon, LEAST_SIMILARITY)
    .slice(0, most)
    .map(({ document }) => document);
}
