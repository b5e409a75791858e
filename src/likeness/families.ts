import { compareBy, compareText } from "../core/compare.ts";
import { clusters } from "./clusters.ts";
import { type Field, type LikenessDocument, wordsOf } from "./documents.ts";
import { chosenVectors, type Vectors, weigh } from "./weights.ts";
import { type Lexicon, NO_STEM, usualForms } from "./words.ts";

/** How often a family's words are counted: a title is short, and a competency is one word. */
const TITLE_TIMES = 2;
const COMPETENCY_TIMES = 3;
/** One word in common makes no family, unless it is a competency. */
const FEWEST_TERMS = 2;
const MOST_TERMS = 8;
const NAME_TERMS = 3;
/** What families are compared by. */
export const FAMILY_FIELDS: readonly Field[] = ["title", "factors"];
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
  /** By its place in the lexicon. */
  readonly stem: number;
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
export function tellsWhy({ words, competencies }: LikenessDocument, { stemOf }: Lexicon): boolean {
  return (
    competencies.length > 0 || wordsOf(words, "factors").some((word) => stemOf[word] !== NO_STEM)
  );
}

/** What families are compared by: stems and competencies, by number in the order of their texts. */
interface Terms {
  readonly texts: readonly string[];
  /** The number of each stem of the lexicon. */
  readonly ofStem: Int32Array;
  readonly ofCompetency: ReadonlyMap<string, number>;
  /** The stem of each, by its place in the lexicon; {@link NO_STEM} for a competency. */
  readonly stemOf: Int32Array;
}

function termsFor(documents: readonly LikenessDocument[], { stems }: Lexicon): Terms {
  const ids = new Set(documents.flatMap(({ competencies }) => competencies));
  const texts = [...stems, ...[...ids].map((id) => COMPETENCY + id)].toSorted(compareText);
  const numbers = new Map(texts.map((text, number) => [text, number]));
  const places = new Map(stems.map((stem, place) => [stem, place]));
  return {
    texts,
    ofStem: Int32Array.from(stems.map((stem) => numbers.get(stem) ?? NO_STEM)),
    ofCompetency: new Map([...ids].map((id) => [id, numbers.get(COMPETENCY + id) ?? NO_STEM])),
    stemOf: Int32Array.from(texts.map((text) => places.get(text) ?? NO_STEM)),
  };
}

/** The numbers of a document's terms, those that count for more as often as they count. */
function termsOf(
  { words, competencies }: LikenessDocument,
  { ofStem, ofCompetency }: Terms,
  { stemOf }: Lexicon,
): Int32Array {
  const terms: number[] = [];
  const add = (term: number, times: number) => {
    for (let time = 0; time < times; time += 1) terms.push(term);
  };
  const addWords = (field: "factors" | "title", times: number) => {
    for (const word of wordsOf(words, field)) {
      const stem = stemOf[word] ?? NO_STEM;
      if (stem !== NO_STEM) add(ofStem[stem] ?? NO_STEM, times);
    }
  };
  addWords("factors", 1);
  addWords("title", TITLE_TIMES);
  for (const id of competencies) add(ofCompetency.get(id) ?? NO_STEM, COMPETENCY_TIMES);
  return Int32Array.from(terms);
}

/** The terms that at least half of some texts have, by what they weigh in all. */
function sharedTerms(indexes: readonly number[], vectors: Vectors): readonly number[] {
  const sums = new Map<number, { sum: number; members: number }>();
  for (const index of indexes) {
    for (let at = vectors.bounds[index] ?? 0; at < (vectors.bounds[index + 1] ?? 0); at += 1) {
      const [term, weight] = [vectors.terms[at] ?? 0, vectors.weights[at] ?? 0];
      const known = sums.get(term);
      if (known) {
        known.sum += weight;
        known.members += 1;
      } else {
        sums.set(term, { sum: weight, members: 1 });
      }
    }
  }
  const fewest = Math.max(indexes.length / 2, 2);
  return [...sums]
    .filter(([, { members }]) => members >= fewest)
    .toSorted(
      compareBy(
        ([, a], [, b]) => b.sum - a.sum,
        ([a], [b]) => a - b,
      ),
    )
    .map(([term]) => term);
}

/** What tells why in a document: words of its title and of its factors. */
function* tellingWords(members: readonly LikenessDocument[]): Iterable<Int32Array> {
  for (const { words } of members) {
    yield wordsOf(words, "title");
    yield wordsOf(words, "factors");
  }
}

function familyOf(
  members: readonly LikenessDocument[],
  shared: readonly number[],
  { texts, stemOf }: Terms,
  lexicon: Lexicon,
): Family {
  const isStem = (term: number) => stemOf[term] !== NO_STEM;
  const stems = shared
    .filter(isStem)
    .slice(0, MOST_TERMS)
    .map((term) => stemOf[term] ?? NO_STEM);
  const forms = usualForms(stems, tellingWords(members), lexicon);
  const terms = stems.map((stem) => ({ stem, written: forms.get(stem) ?? "" }));
  const competencies = shared
    .filter((term) => !isStem(term))
    .map((term) => texts[term]?.slice(COMPETENCY.length) ?? "");
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
  lexicon: Lexicon,
  { closeness, minSize }: FamilyOptions,
): readonly Family[] {
  const explained = all.filter((document) => tellsWhy(document, lexicon));
  const terms = termsFor(explained, lexicon);
  const places = new Map(explained.map(({ incident }, place) => [incident.path, place]));
  const telling = chosen.flatMap((document) => {
    const place = places.get(document.incident.path);
    return place === undefined ? [] : [{ document, place }];
  });
  const vectors = chosenVectors(
    weigh(explained.map((document) => termsOf(document, terms, lexicon))),
    telling.map(({ place }) => place),
  );
  return clusters(vectors, closeness)
    .map((indexes) => {
      const members = indexes.flatMap((index) => telling[index]?.document ?? []);
      return familyOf(members, sharedTerms(indexes, vectors), terms, lexicon);
    })
    .filter(({ members, terms: stems, competencies }) => {
      const isExplained = stems.length >= FEWEST_TERMS || competencies.length > 0;
      return members.length >= minSize && isExplained;
    })
    .toSorted(largestFirst);
}
