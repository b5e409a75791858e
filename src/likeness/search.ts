import MiniSearch from "minisearch";
import { compareBy, compareText } from "../core/compare.ts";
import { type Field, FIELDS, type LikenessDocument } from "./documents.ts";

/** How much more a word tells where it stands than in the timeline. */
const WEIGHTS: Readonly<Record<Field, number>> = {
  title: 3,
  competencies: 3,
  factors: 2,
  services: 2,
  prose: 1.5,
  timeline: 1,
};

/**
 * BM25: what BM25+ adds for each word however long its document (`d`) is left out, and length counts
 * for more than usual (`b`), or the longest documents would be like all others.
 */
const BM25 = { k: 1.2, b: 0.9, d: 0 };

/** What documents are compared with: words by where they stand. */
export type Sought = Pick<LikenessDocument, "words">;

/** A document that shares words with what is sought. */
export interface Match {
  readonly document: LikenessDocument;
  /** What it scores, as a share of 1 of what the sought text scores itself. */
  readonly similarity: number;
  /** Stems that both have, the one that makes them most alike first. */
  readonly stems: readonly string[];
}

interface IndexedText {
  readonly id: number;
  readonly words: Sought["words"];
}

/** The sought text stands in the index too: what it scores there is the most that can be scored. */
const SOUGHT = -1;

function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}

function indexOf(entries: readonly IndexedText[]): MiniSearch<IndexedText> {
  const index = new MiniSearch<IndexedText>({
    fields: [...FIELDS],
    extractField: (entry, name) =>
      isField(name) ? entry.words[name].map(({ stem }) => stem).join(" ") : String(entry.id),
    // The words are read and folded already.
    tokenize: (text) => text.split(" ").filter((stem) => stem !== ""),
    processTerm: (stem) => stem,
    searchOptions: { boost: WEIGHTS, bm25: BM25 },
  });
  index.addAll(entries);
  return index;
}

/**
 * What each stem adds to the score of each document, by the number of the document: no more than to
 * that of the sought text, or a document that says one word often would be like it for that alone.
 */
function scoresByStem(
  sought: Sought,
  documents: readonly LikenessDocument[],
): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const index = indexOf([
    { id: SOUGHT, words: sought.words },
    ...documents.map(({ words }, id) => ({ id, words })),
  ]);
  const scores = new Map<number, Map<string, number>>();
  const stems = new Set(FIELDS.flatMap((field) => sought.words[field].map(({ stem }) => stem)));
  // One search for each stem: the library tells the score of a whole query, not what it is made of.
  for (const stem of [...stems].toSorted(compareText)) {
    const found = index.search(stem).map(({ id, score }) => ({ id: Number(id), score }));
    const weight = found.find(({ id }) => id === SOUGHT)?.score ?? 0;
    for (const { id, score } of found) {
      const known = scores.get(id) ?? new Map<string, number>();
      scores.set(id, known.set(stem, weight * Math.min(score, weight)));
    }
  }
  return scores;
}

function total(scores: Iterable<number>): number {
  let sum = 0;
  for (const score of scores) sum += score;
  return sum;
}

const strongest = compareBy<readonly [string, number]>(
  (a, b) => b[1] - a[1],
  (a, b) => compareText(a[0], b[0]),
);

const mostAlike = compareBy<Match>(
  (a, b) => b.similarity - a.similarity,
  (a, b) => compareText(a.document.incident.path, b.document.incident.path),
);

/** The documents that share words with what is sought, the most alike first. */
export function search(sought: Sought, documents: readonly LikenessDocument[]): readonly Match[] {
  const scores = scoresByStem(sought, documents);
  const most = total(scores.get(SOUGHT)?.values() ?? []);
  return documents
    .flatMap((document, id): readonly Match[] => {
      const own = scores.get(id);
      if (!own) return [];
      const stems = [...own].toSorted(strongest).map(([stem]) => stem);
      return [{ document, similarity: total(own.values()) / most, stems }];
    })
    .toSorted(mostAlike);
}
