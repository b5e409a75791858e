import { compareBy, compareText } from "../core/compare.ts";
import { clusters } from "./clusters.ts";
import type { Vector } from "./cosines.ts";
import type { LikenessDocument } from "./documents.ts";
import { weigh } from "./weights.ts";
import { usualForm } from "./words.ts";

/** How often a family's words are counted: a title is short, and a competency is one word. */
const TITLE_TIMES = 2;
const COMPETENCY_TIMES = 3;
/** One word in common makes no family, unless it is a competency. */
const FEWEST_TERMS = 2;
const MOST_TERMS = 8;
const NAME_TERMS = 3;
/** No stem has a colon. */
const COMPETENCY = "competency:";

/** Incidents that are alike in why they happened. */
export interface Family {
  /** Its strongest terms. */
  readonly name: string;
  readonly members: readonly LikenessDocument[];
  /** What at least half of its members have, and two at least, the strongest first. */
  readonly terms: readonly FamilyTerm[];
  readonly competencies: readonly string[];
}

/** A word that members of a family share. */
export interface FamilyTerm {
  readonly stem: string;
  /** The form that most of them use. */
  readonly written: string;
}

/** Which clusters are families. */
export interface FamilyOptions {
  /** Share of 1 by which the members of a family must be alike on average. */
  readonly closeness: number;
  /** Members from which a family is shown. */
  readonly minSize: number;
}

/** Whether a document tells why: a title alone does not. */
export function tellsWhy({ words, competencies }: LikenessDocument): boolean {
  return words.factors.length > 0 || competencies.length > 0;
}

function times<T>(values: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, () => values).flat();
}

function termsOf({ words, competencies }: LikenessDocument): readonly string[] {
  const titles = words.title.map(({ stem }) => stem);
  const ids = competencies.map((id) => COMPETENCY + id);
  return [
    ...words.factors.map(({ stem }) => stem),
    ...times(titles, TITLE_TIMES),
    ...times(ids, COMPETENCY_TIMES),
  ];
}

/** The terms that at least half of the members have, by what they weigh in all. */
function sharedTerms(vectors: readonly Vector[]): readonly string[] {
  const weights = new Map<string, { sum: number; members: number }>();
  for (const vector of vectors) {
    for (const [term, weight] of vector) {
      const known = weights.get(term) ?? { sum: 0, members: 0 };
      weights.set(term, { sum: known.sum + weight, members: known.members + 1 });
    }
  }
  const fewest = Math.max(vectors.length / 2, 2);
  return [...weights]
    .filter(([, { members }]) => members >= fewest)
    .toSorted(
      compareBy(
        ([, a], [, b]) => b.sum - a.sum,
        ([a], [b]) => compareText(a, b),
      ),
    )
    .map(([term]) => term);
}

function writtenForm(stem: string, members: readonly LikenessDocument[]): string {
  const words = members.flatMap(({ words: { title, factors } }) => [...title, ...factors]);
  return usualForm(words.filter((word) => word.stem === stem).map(({ written }) => written));
}

function familyOf(members: readonly LikenessDocument[], vectors: readonly Vector[]): Family {
  const shared = sharedTerms(vectors);
  const stems = shared.filter((term) => !term.startsWith(COMPETENCY)).slice(0, MOST_TERMS);
  const terms = stems.map((stem) => ({ stem, written: writtenForm(stem, members) }));
  const competencies = shared
    .filter((term) => term.startsWith(COMPETENCY))
    .map((term) => term.slice(COMPETENCY.length));
  const named = terms.length > 0 ? terms.map(({ written }) => written) : competencies;
  return { name: named.slice(0, NAME_TERMS).join(", "), members, terms, competencies };
}

const largestFirst = compareBy<Family>(
  (a, b) => b.members.length - a.members.length,
  (a, b) => compareText(a.name, b.name),
  (a, b) => compareText(a.members[0]?.incident.path ?? "", b.members[0]?.incident.path ?? ""),
);

/**
 * The families among some documents.
 * @param all what the weights of words rest on: which words are rare does not change with the window.
 * @param chosen those among which families are looked for.
 */
export function findFamilies(
  all: readonly LikenessDocument[],
  chosen: readonly LikenessDocument[],
  { closeness, minSize }: FamilyOptions,
): readonly Family[] {
  const weights = weigh(
    all
      .filter(tellsWhy)
      .map((document) => ({ id: document.incident.path, terms: termsOf(document) })),
  );
  const telling = chosen.flatMap((document) => {
    const vector = weights.get(document.incident.path);
    return vector ? [{ document, vector }] : [];
  });
  return clusters(
    telling.map(({ vector }) => vector),
    closeness,
  )
    .map((indexes) => indexes.flatMap((index) => telling[index] ?? []))
    .map((members) =>
      familyOf(
        members.map(({ document }) => document),
        members.map(({ vector }) => vector),
      ),
    )
    .filter(({ members, terms, competencies }) => {
      const isExplained = terms.length >= FEWEST_TERMS || competencies.length > 0;
      return members.length >= minSize && isExplained;
    })
    .toSorted(largestFirst);
}
