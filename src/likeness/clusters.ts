import { agnes } from "ml-hclust";
import { Corpus } from "tiny-tfidf";
import { compareText } from "../core/compare.ts";
import { cosines, type Vector } from "./cosines.ts";

/** A text as what is counted of it: terms, a weightier one as often as it weighs. */
export interface TermText {
  readonly id: string;
  readonly terms: readonly string[];
}

/**
 * The weights of the terms of each text, by its id. The library is given a number in each term's
 * place: it would split a competency's id, and drop what is not Latin or begins with a digit.
 */
export function weigh(texts: readonly TermText[]): ReadonlyMap<string, Vector> {
  const terms = [...new Set(texts.flatMap((text) => text.terms))].toSorted(compareText);
  const tokens = new Map(terms.map((term, index) => [term, `t${index}`]));
  const termOf = (token: string) => terms[Number(token.slice(1))] ?? token;
  const corpus = new Corpus(
    texts.map(({ id }) => id),
    texts.map((text) => text.terms.map((term) => tokens.get(term) ?? "").join(" ")),
    { useDefaultStopwords: false },
  );
  return new Map(
    texts.map(({ id }) => {
      const weights = corpus.getTopTermsForDocument(id, terms.length);
      const named = weights.map(([token, weight]) => [termOf(token), weight] as const);
      return [id, new Map(named.toSorted((a, b) => compareText(a[0], b[0])))];
    }),
  );
}

/** Groups of indexes that a chain of close pairs joins; no cluster reaches beyond one. */
function chains(rows: readonly Float64Array[], closeness: number): readonly (readonly number[])[] {
  const seen = new Set<number>();
  return rows.flatMap((_row, start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const chain = [start];
    for (const index of chain) {
      rows[index]?.forEach((cosine, other) => {
        if (cosine < closeness || seen.has(other)) return;
        seen.add(other);
        chain.push(other);
      });
    }
    return [chain.toSorted((a, b) => a - b)];
  });
}

/**
 * Clusters by average linkage: two are joined as long as the cosines between their members are, on
 * average, `closeness` or more. Each chain of close pairs is clustered by itself, which changes
 * nothing and spares the time that grows with the cube of the number of texts.
 * @returns the indexes in each cluster, those of one member left out.
 */
export function clusters(
  vectors: readonly Vector[],
  closeness: number,
): readonly (readonly number[])[] {
  const rows = cosines(vectors);
  const found = chains(rows, closeness).filter((chain) => chain.length > 1);
  return found.flatMap((chain) => {
    const distances = chain.map((a) =>
      chain.map((b) => (a === b ? 0 : Math.max(1 - (rows[a]?.[b] ?? 0), 0))),
    );
    const tree = agnes(distances, { method: "average", isDistanceMatrix: true });
    const groups = tree.cut(1 - closeness).map((cluster) => cluster.indices());
    return groups
      .filter((group) => group.length > 1)
      .map((group) => group.map((at) => chain[at] ?? at).toSorted((a, b) => a - b));
  });
}
