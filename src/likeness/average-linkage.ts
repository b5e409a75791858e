/** Similarities in single precision that differ by less count as the same. */
const PRECISION = 1e-6;

/** Where the similarity of two texts is in a triangle without its diagonal, row by row. */
function placeOf(a: number, b: number): number {
  return a > b ? (a * (a - 1)) / 2 + b : (b * (b - 1)) / 2 + a;
}

/** The one among some clusters that is most like a cluster; of several, `preferred`, else the first. */
function nearest(
  cluster: number,
  others: readonly number[],
  similarities: Float32Array,
  preferred: number | undefined,
) {
  const known = preferred === undefined ? -1 : (similarities[placeOf(cluster, preferred)] ?? 0);
  let found = { cluster: preferred ?? cluster, similarity: known };
  for (const other of others) {
    if (other === cluster) continue;
    const similarity = similarities[placeOf(cluster, other)] ?? 0;
    if (similarity > found.similarity) found = { cluster: other, similarity };
  }
  return found;
}

/**
 * Groups by average linkage: two are joined as long as the similarities between their members are,
 * on average, `least` or more. By chains of nearest neighbours, in the square of the count
 * (F. Murtagh, A survey of recent advances in hierarchical clustering algorithms, 1983).
 * @param similarities of all pairs, the rows of a triangle without its diagonal; overwritten.
 * @returns the indexes in each group, sorted.
 */
export function averageLinkage(
  count: number,
  similarities: Float32Array,
  least: number,
): readonly (readonly number[])[] {
  const members = Array.from({ length: count }, (_one, index) => [index]);
  const open = members.map((_one, index) => index);
  const chain: number[] = [];
  const close = (cluster: number) => open.splice(open.indexOf(cluster), 1);
  const join = (into: number, from: number) => {
    const [a, b] = [members[into] ?? [], members[from] ?? []];
    for (const other of open) {
      if (other === into || other === from) continue;
      const place = placeOf(other, into);
      const [ofA, ofB] = [similarities[place] ?? 0, similarities[placeOf(other, from)] ?? 0];
      similarities[place] = (a.length * ofA + b.length * ofB) / (a.length + b.length);
    }
    a.push(...b);
    b.length = 0;
    close(from);
  };
  while (open.length > 0) {
    const last = chain.at(-1) ?? open[0] ?? 0;
    if (chain.length === 0) chain.push(last);
    const before = chain.at(-2);
    const { cluster, similarity } = nearest(last, open, similarities, before);
    if (similarity < least - PRECISION) {
      // Nothing that others are joined to can become more like it.
      close(last);
      chain.pop();
    } else if (cluster === before) {
      join(Math.min(last, cluster), Math.max(last, cluster));
      chain.length -= 2;
    } else {
      chain.push(cluster);
    }
  }
  return members.filter(({ length }) => length > 0).map((group) => group.toSorted((a, b) => a - b));
}
