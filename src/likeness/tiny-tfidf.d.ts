/** The part of tiny-tfidf 1.0 that is used; the package has no types. */
declare module "tiny-tfidf" {
  export class Corpus {
    constructor(
      names: readonly string[],
      texts: readonly string[],
      options?: {
        readonly useDefaultStopwords?: boolean;
        readonly customStopwords?: readonly string[];
        readonly K1?: number;
        readonly b?: number;
      },
    );
    /** The terms of a document with a weight above 0, the weightiest first. */
    getTopTermsForDocument(name: string, most?: number): readonly (readonly [string, number])[];
    getDocumentVector(name: string): ReadonlyMap<string, number>;
  }

  export const Similarity: {
    readonly cosineSimilarity: (
      a: ReadonlyMap<string, number>,
      b: ReadonlyMap<string, number>,
    ) => number;
  };
}
