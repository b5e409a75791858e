import { averageLinkage } from "./average-linkage.ts";
import { cosineRows, type Vector } from "./cosines.ts";

/** Texts that are clustered at once: their similarities take up 200 MB. */
const MOST_AT_ONCE = 10_000;
/** Texts that are closer have the same words. */
const SAME = 0.999;

/** Groups of indexes that a chain of close pairs joins, each sorted; no cluster reaches beyond one. */
function chains(vectors: readonly Vector[], closeness: number): readonly (readonly number[])[] {
  const parents = vectors.map((_vector, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    for (let above = parents[root] ?? root; above !== root; above = parents[root] ?? root) {
      parents[root] = parents[above] ?? above;
      root = above;
    }
    return root;
  };
  const rowOf = cosineRows(vectors);
  for (let index = 1; index < vectors.length; index += 1) {
    rowOf(index).forEach((cosine, other) => {
      if (cosine >= closeness) parents[rootOf(index)] = rootOf(other);
    });
  }
  const found = new Map<number, number[]>();
  for (const index of parents.keys()) {
    const root = rootOf(index);
    const chain = found.get(root);
    if (chain) chain.push(index);
    else found.set(root, [index]);
  }
  return [...found.values()];
}

/**
 * The indexes in blocks of at most `most`, which are clustered each by itself. Up to that, all are
 * one block. Beyond, blocks are chains of close pairs, which changes no cluster; a chain that is
 * still longer is cut at a higher closeness, and only then may a cluster be divided.
 */
function blocks(
  vectors: readonly Vector[],
  closeness: number,
  most: number,
): readonly (readonly number[])[] {
  const indexes = [...vectors.keys()];
  if (vectors.length <= most) return [indexes];
  if (closeness >= SAME) {
    const starts = indexes.filter((index) => index % most === 0);
    return starts.map((start) => indexes.slice(start, start + most));
  }
  return chains(vectors, closeness).flatMap((chain) => {
    const inner = chain.map((index) => vectors[index] ?? new Map<string, number>());
    const cut = blocks(inner, (1 + closeness) / 2, most);
    return cut.map((block) => block.map((at) => chain[at] ?? at));
  });
}

/** The cosines of all pairs, the rows of a triangle without its diagonal. */
function triangleOf(vectors: readonly Vector[]): Float32Array {
  const triangle = new Float32Array((vectors.length * (vectors.length - 1)) / 2);
  const rowOf = cosineRows(vectors);
  for (let index = 1; index < vectors.length; index += 1) {
    triangle.set(rowOf(index), (index * (index - 1)) / 2);
  }
  return triangle;
}

/**
 * Clusters by average linkage: two are joined as long as the cosines between their members are, on
 * average, `closeness` or more.
 * @param most texts that are clustered at once; of more, see {@link blocks}.
 * @returns the indexes in each cluster, those of one member left out, in the order of their first.
 */
export function clusters(
  vectors: readonly Vector[],
  closeness: number,
  most = MOST_AT_ONCE,
): readonly (readonly number[])[] {
  return blocks(vectors, closeness, most)
    .flatMap((block) => {
      const chosen = block.flatMap((index) => vectors[index] ?? []);
      const groups = averageLinkage(chosen.length, triangleOf(chosen), closeness);
      return groups.map((group) => group.map((at) => block[at] ?? at));
    })
    .filter((group) => group.length > 1)
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}
