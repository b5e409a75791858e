import { compareBy, compareText } from "../core/compare.ts";
import {
  allWords,
  type Comparable,
  type Field,
  FIELDS,
  type LikenessDocument,
  wordsOf,
} from "./documents.ts";
import { type Lexicon, NO_STEM, stemsOf } from "./words.ts";

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
 * BM25 (S. Robertson and H. Zaragoza, The probabilistic relevance framework, 2009) of each field. Length
 * counts for more than usual (`B`), or the longest documents would be like all others.
 */
const K = 1.2;
const B = 0.9;

/** What documents are compared with: words by where they stand. */
export type Sought = Pick<Comparable, "words">;

/** A document that shares words with what is sought. */
export interface Match {
  readonly document: LikenessDocument;
  /** What it scores, as a share of 1 of what the sought text scores itself. */
  readonly similarity: number;
  /** Stems that both have, by their places in the lexicon, the one that makes them most alike first. */
  readonly stems: readonly number[];
}

/** One field of all texts, as far as it counts for the sought stems. */
interface FieldFigures {
  readonly field: Field;
  /** How many different stems each text has. */
  readonly lengths: Int32Array;
  readonly usualLength: number;
  /** How rare each sought stem is. */
  readonly rarities: Float64Array;
}

/** Counts, for one field of a text, each sought stem and all different stems. */
interface Counter {
  readonly count: (text: Sought, field: Field) => { readonly length: number };
  /** How often each sought stem stands in what was counted last. */
  readonly counts: Int32Array;
}

function counterOf(sought: readonly number[], { stems, stemOf }: Lexicon): Counter {
  const places = new Int32Array(stems.length).fill(-1);
  sought.forEach((stem, place) => (places[stem] = place));
  const counts = new Int32Array(sought.length);
  const lastSeen = new Int32Array(stems.length);
  let turn = 0;
  const count: Counter["count"] = ({ words }, field) => {
    counts.fill(0);
    turn += 1;
    let length = 0;
    for (const word of wordsOf(words, field)) {
      const stem = stemOf[word] ?? NO_STEM;
      if (stem === NO_STEM) continue;
      if (lastSeen[stem] !== turn) length += 1;
      lastSeen[stem] = turn;
      const place = places[stem] ?? -1;
      if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
    }
    return { length };
  };
  return { count, counts };
}

function figuresOf(
  field: Field,
  texts: readonly Sought[],
  { count, counts }: Counter,
): FieldFigures {
  const lengths = new Int32Array(texts.length);
  const textsWith = new Int32Array(counts.length);
  let usualLength = 0;
  texts.forEach((text, at) => {
    const { length } = count(text, field);
    counts.forEach((times, place) => {
      if (times > 0) textsWith[place] = (textsWith[place] ?? 0) + 1;
    });
    lengths[at] = length;
    usualLength = (usualLength * at + length) / (at + 1);
  });
  const rarities = Float64Array.from(textsWith, (having) =>
    Math.log(1 + (texts.length - having + 0.5) / (having + 0.5)),
  );
  return { field, lengths, usualLength, rarities };
}

/** A function that gives what each sought stem scores in a text. */
function scorer(texts: readonly Sought[], counter: Counter): (at: number) => Float64Array {
  const { count, counts } = counter;
  const figures = FIELDS.map((field) => figuresOf(field, texts, counter));
  return (at) => {
    const scores = new Float64Array(counts.length);
    const text = texts[at];
    if (!text) return scores;
    for (const { field, lengths, usualLength, rarities } of figures) {
      count(text, field);
      const share = (B * (lengths[at] ?? 0)) / usualLength;
      counts.forEach((times, place) => {
        if (times === 0) return;
        const score = (times * (K + 1)) / (times + K * (1 - B + share));
        scores[place] = (scores[place] ?? 0) + WEIGHTS[field] * ((rarities[place] ?? 0) * score);
      });
    }
    return scores;
  };
}

const strongest = compareBy<readonly [number, number]>(
  (a, b) => b[1] - a[1],
  (a, b) => a[0] - b[0],
);

const mostAlike = compareBy<Match>(
  (a, b) => b.similarity - a.similarity,
  (a, b) => compareText(a.document.incident.path, b.document.incident.path),
);

function total(scores: Float64Array): number {
  return scores.reduce((sum, score) => sum + score, 0);
}

/**
 * The documents that share words with what is sought, the most alike first.
 * @param least similarity of those that are asked for.
 */
export function search(
  sought: Sought,
  documents: readonly LikenessDocument[],
  lexicon: Lexicon,
  least = 0,
): readonly Match[] {
  const stems = [...stemsOf(allWords(sought.words), lexicon)].toSorted((a, b) => a - b);
  // The sought text stands first: what it scores is the most that can be scored.
  const scoresAt = scorer([sought, ...documents], counterOf(stems, lexicon));
  const own = scoresAt(0);
  // No more than to the sought text, or a document that says one word often would be like it for that alone.
  const shared = (scores: Float64Array) =>
    scores.map((score, place) => (own[place] ?? 0) * Math.min(score, own[place] ?? 0));
  const most = total(shared(own));
  return documents
    .flatMap((document, at): readonly Match[] => {
      const scores = shared(scoresAt(at + 1));
      const similarity = total(scores) / most;
      if (!(similarity > 0 && similarity >= least)) return [];
      const found = stems.map((stem, place) => [stem, scores[place] ?? 0] as const);
      const inOrder = found.filter(([, score]) => score > 0).toSorted(strongest);
      return [{ document, similarity, stems: inOrder.map(([stem]) => stem) }];
    })
    .toSorted(mostAlike);
}
