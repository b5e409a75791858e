import fc from "fast-check";
import { agnes } from "ml-hclust";
import { Corpus, Similarity } from "tiny-tfidf";
import { describe, expect, test } from "vitest";
import { averageLinkage } from "../../src/likeness/average-linkage.ts";
import { clusters } from "../../src/likeness/clusters.ts";
import { cosineRows } from "../../src/likeness/cosines.ts";
import { weigh } from "../../src/likeness/weights.ts";

const vector = (...weights: readonly (readonly [string, number])[]) => new Map(weights);

describe("weigh", () => {
  const texts = [
    { id: "a", terms: ["lock", "lock", "competency:x.y", "очередь"] },
    { id: "b", terms: ["lock", "503"] },
    { id: "c", terms: ["disk"] },
  ];
  const vectors = weigh(texts);

  test("keeps every term whole, whatever its script", () => {
    expect([...(vectors.get("a")?.keys() ?? [])]).toEqual(["competency:x.y", "lock", "очередь"]);
    expect([...(vectors.get("b")?.keys() ?? [])]).toEqual(["503", "lock"]);
  });

  test("a term in fewer texts weighs more", () => {
    const b = vectors.get("b");
    expect(b?.get("503")).toBeGreaterThan(b?.get("lock") ?? Infinity);
  });

  test("weights and cosines are those of tiny-tfidf", () => {
    const words = fc.array(fc.constantFrom("lock", "queue", "cache", "retry", "disk", "pod"), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 6 }), (all) => {
        const names = all.map((_one, index) => `d${index}`);
        const corpus = new Corpus(
          names,
          all.map((one) => one.join(" ")),
        );
        const weighed = weigh(all.map((terms, index) => ({ id: `d${index}`, terms })));
        const rowOf = cosineRows(names.map((name) => weighed.get(name) ?? new Map()));
        names.forEach((a, i) => {
          const row = [...rowOf(i)];
          expect(row).toHaveLength(i);
          row.forEach((cosine, j) => {
            const expected = Similarity.cosineSimilarity(
              corpus.getDocumentVector(a),
              corpus.getDocumentVector(`d${j}`),
            );
            expect(cosine).toBeCloseTo(expected, 9);
          });
        });
      }),
    );
  });
});

describe("averageLinkage", () => {
  /** The rows of a triangle of similarities, no two of which are the same. */
  const triangles = fc
    .integer({ min: 1, max: 14 })
    .chain((count) => {
      const pairs = (count * (count - 1)) / 2;
      return fc.record({
        count: fc.constant(count),
        similarities: fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), {
          minLength: pairs,
          maxLength: pairs,
        }),
        least: fc.integer({ min: 1, max: 999 }),
      });
    })
    .map(({ count, similarities, least }) => ({
      count,
      similarities: similarities.map((similarity) => similarity / 1000),
      // Between two similarities, as far from both as can be.
      least: least / 1000 + 0.0005,
    }));

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

  test("its groups are those of ml-hclust", () => {
    fc.assert(
      fc.property(triangles, ({ count, similarities, least }) => {
        const distance = (a: number, b: number): number => {
          if (a === b) return 0;
          const [high, low] = [Math.max(a, b), Math.min(a, b)];
          return 1 - (similarities[(high * (high - 1)) / 2 + low] ?? 0);
        };
        const indexes = Array.from({ length: count }, (_one, index) => index);
        const distances = indexes.map((a) => indexes.map((b) => distance(a, b)));
        fc.pre(!hasTie(distances));
        const tree = agnes(distances, { method: "average", isDistanceMatrix: true });
        // An average may be the limit itself, on which side of it is then a matter of rounding.
        tree.traverse(({ height }) => {
          fc.pre(Math.abs(height - (1 - least)) > 1e-5);
        });
        const cut = count === 1 ? [tree] : tree.cut(1 - least);
        const expected = cut.map((group) => group.indices().toSorted((a, b) => a - b));
        const found = averageLinkage(count, Float32Array.from(similarities), least);
        const byFirst = (a: readonly number[], b: readonly number[]) => (a[0] ?? 0) - (b[0] ?? 0);
        expect(found.toSorted(byFirst)).toEqual(expected.toSorted(byFirst));
      }),
      { numRuns: 500 },
    );
  });

  test("of equals, the first are joined", () => {
    // Similarities: 01 and 12 are 0.6, 02 is 0.
    expect(averageLinkage(3, Float32Array.of(0.6, 0, 0.6), 0.5)).toEqual([[0, 1], [2]]);
  });
});

describe("clusters", () => {
  // Cosines: ab 0.8, bc 0.6, ac 0.
  const a = vector(["x", 1]);
  const b = vector(["x", 0.8], ["y", 0.6]);
  const c = vector(["y", 1]);

  test.each([
    [0.9, []],
    [0.8, [[0, 1]]],
    [0.7, [[0, 1]]],
    [0.31, [[0, 1]]],
    // The average of bc and ac is 0.3.
    [0.29, [[0, 1, 2]]],
  ])("joins by the average of pairs: at %d", (closeness, expected) => {
    expect(clusters([a, b, c], closeness)).toEqual(expected);
  });

  test("more than are clustered at once are clustered by chains, with the same result", () => {
    const d = vector(["z", 1]);
    const all = [a, d, b, c, d];
    expect(clusters(all, 0.7, 3)).toEqual([
      [0, 2],
      [1, 4],
    ]);
    expect(clusters(all, 0.7, 3)).toEqual(clusters(all, 0.7));
  });

  test("a chain that is too long is cut where it is loosest", () => {
    expect(clusters([a, b, c], 0.29, 2)).toEqual([[0, 1]]);
  });

  test("texts of the same words that are too many are cut by their order", () => {
    expect(clusters([a, a, a, a, a], 0.5, 2)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});
