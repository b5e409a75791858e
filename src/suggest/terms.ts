import { memo } from "../core/memo.ts";
import type { Competency, Taxonomy } from "../core/taxonomy.ts";
import { stemsIn, type TokenStem } from "../prose/stems.ts";

/** A name, alias or signal of the taxonomy in a text. */
export interface TermMatch {
  readonly competency: string;
  /** As the taxonomy writes it. */
  readonly term: string;
  /** Tokens `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** Whether it is a competency rather than a whole domain. */
  readonly isSpecific: boolean;
}

interface IndexedTerm {
  readonly competency: Competency;
  readonly term: string;
  readonly stems: readonly string[];
}

function termsOf(competency: Competency): readonly IndexedTerm[] {
  const { id, name, aliases, signals } = competency;
  const own = (id.split(".").at(-1) ?? id).replaceAll("-", " ");
  const terms = new Set([own, name.toLowerCase(), ...aliases, ...signals]);
  return [...terms].map((term) => ({ competency, term, stems: stemsIn(term) }));
}

type TermIndex = ReadonlyMap<string, readonly IndexedTerm[]>;

/** Taxonomies never change, so the terms of each are indexed once, by their first stem. */
const indexOf = memo((taxonomy: Taxonomy): TermIndex => {
  const index = new Map<string, IndexedTerm[]>();
  for (const indexed of taxonomy.competencies.flatMap(termsOf)) {
    const [first] = indexed.stems;
    if (first === undefined) continue;
    const others = index.get(first);
    if (others) others.push(indexed);
    else index.set(first, [indexed]);
  }
  return index;
});

/** The terms of the taxonomy that stand in a text, whatever their word forms. */
export function findTerms(stems: readonly TokenStem[], taxonomy: Taxonomy): readonly TermMatch[] {
  const index = indexOf(taxonomy);
  return stems.flatMap(({ stem, token }, at) =>
    (index.get(stem) ?? [])
      .filter((indexed) => indexed.stems.every((one, next) => stems[at + next]?.stem === one))
      .map(({ competency, term, stems: { length } }): TermMatch => {
        const end = (stems[at + length - 1]?.token ?? token) + 1;
        const isSpecific = competency.parent !== null;
        return { competency: competency.id, term, start: token, end, isSpecific };
      }),
  );
}

/** The term that says most: the longest, a competency before a domain, the first. */
export function bestTerm(matches: readonly TermMatch[]): TermMatch | null {
  const words = ({ start, end }: TermMatch) => end - start;
  const [best] = matches.toSorted(
    (a, b) =>
      words(b) - words(a) || Number(b.isSpecific) - Number(a.isSpecific) || a.start - b.start,
  );
  return best ?? null;
}
