import fc from "fast-check";
import { agnes } from "ml-hclust";
import { Corpus, Similarity } from "tiny-tfidf";
import { describe, expect, test } from "vitest";
import { averageLinkage } from "../../src/likeness/average-linkage.ts";
import { clusters } from "../../src/likeness/clusters.ts";
import { cosinesOf } from "../../src/likeness/cosines.ts";
import { type Vectors, weigh } from "../../src/likeness/weights.ts";

/** The weights of terms, by the numbers of the terms. */
type Weights = Readonly<Record<number, number>>;

function vectorsOf(all: readonly Weights[]): Vectors {
  const entries = all.map((weights) => Object.entries(weights));
  const lengths = entries.map(({ length }) => length);
  return {
    bounds: Int32Array.from([
      0,
      ...lengths.map((_one, at) => lengths.slice(0, at + 1).reduce((a, b) => a + b)),
    ]),
    terms: Int32Array.from(entries.flat().map(([term]) => Number(term))),
    weights: Float64Array.from(entries.flat().map(([, weight]) => weight)),
  };
}

/** The weights of each text, by the numbers of its terms. */
function weightsIn({ bounds, terms, weights }: Vectors): readonly Weights[] {
  return Array.from(bounds.slice(1), (end, at) => {
    const places = Array.from(terms.keys()).slice(bounds[at], end);
    const entry = (place: number): [string, number] => [
      String(terms[place] ?? 0),
      weights[place] ?? 0,
    ];
    return Object.fromEntries(places.map(entry));
  });
}

/** The cosines of a text with each. */
function cosinesWith(text: number, vectors: Vectors): readonly number[] {
  const { count, addSums } = cosinesOf(vectors);
  const sums = new Float64Array(count);
  addSums([text], Int32Array.from(sums.keys()), sums);
  return [...sums];
}

describe("weigh", () => {
  const [LOCK, RARE, ID, DISK] = [0, 1, 2, 3];
  const weights = weightsIn(
    weigh([[LOCK, LOCK, ID], [LOCK, RARE], [DISK]].map((one) => Int32Array.from(one))),
  );

  test("keeps each term of a text once", () => {
    expect(weights.map((own) => Object.keys(own).map(Number))).toEqual([
      [LOCK, ID],
      [LOCK, RARE],
      [DISK],
    ]);
  });

  test("a term in fewer texts weighs more", () => {
    expect(weights[1]?.[RARE]).toBeGreaterThan(weights[1]?.[LOCK] ?? Infinity);
  });

  test("weights and cosines are those of tiny-tfidf", () => {
    const names = ["cache", "disk", "lock", "pod", "queue", "retry"];
    const term = fc.integer({ min: 0, max: names.length - 1 });
    const texts = fc.array(fc.array(term, { minLength: 1, maxLength: 9 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(texts, (all) => {
        const ids = all.map((_one, index) => `d${index}`);
        const corpus = new Corpus(
          ids,
          all.map((one) => one.map((each) => names[each]).join(" ")),
        );
        const vectors = weigh(all.map((one) => Int32Array.from(one)));
        weightsIn(vectors).forEach((own, i) => {
          const expected = corpus.getDocumentVector(`d${i}`);
          for (const [each, weight] of Object.entries(own)) {
            expect(weight).toBeCloseTo(expected.get(names[Number(each)] ?? "") ?? 0, 9);
          }
          cosinesWith(i, vectors).forEach((cosine, j) => {
            const [a, b] = [expected, corpus.getDocumentVector(`d${j}`)];
            expect(cosine).toBeCloseTo(Similarity.cosineSimilarity(a, b), 9);
          });
        });
      }),
    );
  });
});

describe("averageLinkage", () => {
  const weights = fc.dictionary(
    fc.integer({ min: 0, max: 7 }).map(String),
    fc.integer({ min: 1, max: 1000 }),
    { minKeys: 1, maxKeys: 5 },
  );

  /** The mean distance of all pairs between two groups. */
  function meanDistance(
    one: readonly number[],
    other: readonly number[],
    distances: readonly (readonly number[])[],
  ): number {
    const all = one.flatMap((a) => other.map((b) => distances[a]?.[b] ?? 0));
    return all.reduce((sum, distance) => sum + distance, 0) / all.length;
  }

  /** Whether two pairs of groups are equally near when the nearest are joined: either may be first. */
  function hasTie(distances: readonly (readonly number[])[]): boolean {
    let groups = distances.map((_row, index) => [index]);
    while (groups.length > 2) {
      const pairs = groups
        .flatMap((one, at) => groups.slice(at + 1).map((other) => ({ one, other })))
        .map((pair) => ({ ...pair, mean: meanDistance(pair.one, pair.other, distances) }))
        .toSorted((a, b) => a.mean - b.mean);
      const [nearest, second] = pairs;
      if (!nearest || !second) return false;
      if (second.mean - nearest.mean < 1e-5) return true;
      const { one, other } = nearest;
      groups = [...groups.filter((group) => group !== one && group !== other), [...one, ...other]];
    }
    return false;
  }

  test.each([
    ["few texts", { minLength: 1, maxLength: 14 }, 400],
    ["more texts than sums are remembered of", { minLength: 34, maxLength: 44 }, 25],
  ])("its groups are those of ml-hclust: %s", (_what, length, numRuns) => {
    const least = fc.integer({ min: 1, max: 999 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(fc.array(weights, length), least, (all, cut) => {
        const vectors = vectorsOf(all);
        const distances = all.map((_one, at) =>
          cosinesWith(at, vectors).map((cosine) => 1 - cosine),
        );
        fc.pre(!hasTie(distances));
        const tree = agnes(distances, { method: "average", isDistanceMatrix: true });
        // An average may be the limit itself, on which side of it is then a matter of rounding.
        tree.traverse(({ height }) => {
          fc.pre(Math.abs(height - (1 - cut)) > 1e-5);
        });
        const groups = all.length === 1 ? [tree] : tree.cut(1 - cut);
        const expected = groups.map((group) => group.indices().toSorted((a, b) => a - b));
        const found = averageLinkage(cosinesOf(vectors), cut);
        const byFirst = (a: readonly number[], b: readonly number[]) => (a[0] ?? 0) - (b[0] ?? 0);
        expect(found.toSorted(byFirst)).toEqual(expected.toSorted(byFirst));
      }),
      { numRuns },
    );
  });

  test("of equals, the first are joined", () => {
    // Cosines: 01 and 12 are 0.6, 02 is 0.
    const vectors = vectorsOf([{ 0: 1 }, { 0: 0.6, 1: 0.6, 2: Math.sqrt(0.28) }, { 1: 1 }]);
    expect(averageLinkage(cosinesOf(vectors), 0.5)).toEqual([[0, 1], [2]]);
  });

  test("texts of the same words are one group, however many", () => {
    const same = Array.from({ length: 100 }, () => ({ 0: 1, 1: 2 }));
    expect(averageLinkage(cosinesOf(vectorsOf(same)), 0.999)).toEqual([[...same.keys()]]);
  });
});

describe("clusters", () => {
  // Cosines: ab 0.8, bc 0.6, ac 0.
  const vectors = vectorsOf([{ 0: 1 }, { 0: 0.8, 1: 0.6 }, { 1: 1 }]);

  test.each([
    [0.9, []],
    [0.8, [[0, 1]]],
    [0.7, [[0, 1]]],
    [0.31, [[0, 1]]],
    // The average of bc and ac is 0.3.
    [0.29, [[0, 1, 2]]],
  ])("joins by the average of pairs: at %d", (closeness, expected) => {
    expect(clusters(vectors, closeness)).toEqual(expected);
  });
});
