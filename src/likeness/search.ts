import MiniSearch from "minisearch";
import { compareBy, compareText } from "../core/compare.ts";
import type { Field, LikenessDocument } from "./documents.ts";
import { FIELDS } from "./documents.ts";

/** How much more a word tells where it stands than in the timeline. */
const WEIGHTS: Readonly<Record<Field, number>> = {
  title: 3,
  competencies: 3,
  factors: 2,
  services: 2,
  prose: 1.5,
  timeline: 1,
};

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

interface Entry {
  readonly id: number;
  readonly words: Sought["words"];
}

/** The sought text stands in the index too: what it scores there is what can be scored. */
const SOUGHT = -1;

function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}

function indexOf(entries: readonly Entry[]): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({
    fields: [...FIELDS],
    extractField: (entry, name) =>
      isField(name) ? entry.words[name].map(({ stem }) => stem).join(" ") : String(entry.id),
    // The words are read and folded already.
    tokenize: (text) => text.split(" ").filter((stem) => stem !== ""),
    processTerm: (stem) => stem,
    searchOptions: { boost: WEIGHTS },
  });
  index.addAll(entries);
  return index;
}

/** The stems of a text, each with the weight of the weightiest place where it stands. */
function stemWeights({ words }: Sought): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const field of FIELDS) {
    for (const { stem } of words[field]) {
      weights.set(stem, Math.max(weights.get(stem) ?? 0, WEIGHTS[field]));
    }
  }
  return weights;
}

/** What each stem adds to the score of each document, by the number of the document. */
function scoresByStem(
  sought: Sought,
  documents: readonly LikenessDocument[],
): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const index = indexOf([
    { id: SOUGHT, words: sought.words },
    ...documents.map(({ words }, id) => ({ id, words })),
  ]);
  const scores = new Map<number, Map<string, number>>();
  // One search for each stem: the library tells the score of a whole query, not what it is made of.
  for (const [stem, weight] of stemWeights(sought)) {
    for (const { id, score } of index.search(stem)) {
      const key = Number(id);
      const known = scores.get(key) ?? new Map<string, number>();
      scores.set(key, known.set(stem, weight * score));
    }
  }
  return scores;
}

function total(scores: ReadonlyMap<string, number>): number {
  return [...scores.values()].reduce((sum, score) => sum + score, 0);
}

const mostAlike = compareBy<Match>(
  (a, b) => b.similarity - a.similarity,
  (a, b) => compareText(a.document.incident.path, b.document.incident.path),
);

/** The documents that share words with what is sought, the most alike first. */
export function search(sought: Sought, documents: readonly LikenessDocument[]): readonly Match[] {
  const scores = scoresByStem(sought, documents);
  const most = total(scores.get(SOUGHT) ?? new Map());
  const strongest = compareBy<readonly [string, number]>(
    (a, b) => b[1] - a[1],
    (a, b) => compareText(a[0], b[0]),
  );
  return documents
    .flatMap((document, id): readonly Match[] => {
      const own = scores.get(id);
      if (!own) return [];
      const stems = [...own].toSorted(strongest).map(([stem]) => stem);
      return [{ document, similarity: Math.min(total(own) / most, 1), stems }];
    })
    .toSorted(mostAlike);
}
