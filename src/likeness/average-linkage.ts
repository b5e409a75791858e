import type { Cosines } from "./cosines.ts";

/** Mean cosines that differ by less count as the same. */
const PRECISION = 1e-6;
/** Groups whose sums are remembered: more than most chains are long. */
const MOST_ROWS = 32;

/** The sums of the cosines between a group and every other, by the number of the other. */
type Row = Float64Array;

/** Groups of texts, each by the number of its first. */
interface Groups {
  /** The group of each text. */
  readonly groupOf: Int32Array;
  readonly members: readonly number[][];
  readonly sizes: Int32Array;
  /** The groups that may still be joined, in order. */
  readonly open: number[];
  /** Rows that are known, the one that was used longest ago first. */
  readonly rows: Map<number, Row>;
  /** Rows for other groups: to make them anew would have all memory collected again and again. */
  readonly spare: Row[];
}

/** Lets go of what is known of a group. */
function forget(group: number | undefined, { rows, spare }: Groups): void {
  const row = group === undefined ? undefined : rows.get(group);
  if (group === undefined || !row) return;
  rows.delete(group);
  spare.push(row);
}

function rowOf(group: number, groups: Groups, { count, addSums }: Cosines): Row {
  const { groupOf, members, rows, spare } = groups;
  const known = rows.get(group);
  if (known) {
    rows.delete(group);
    rows.set(group, known);
    return known;
  }
  if (rows.size >= MOST_ROWS) forget(rows.keys().next().value, groups);
  const row = spare.pop() ?? new Float64Array(count);
  addSums(members[group] ?? [], groupOf, row.fill(0));
  rows.set(group, row);
  return row;
}

/** In single precision, so that what differs by rounding alone is the same. */
function meanOf(sum: number | undefined, pairs: number): number {
  return Math.fround((sum ?? 0) / pairs);
}

/** The open group that is most like a group on average; of several, `preferred`, else the first. */
function nearest(group: number, row: Row, { sizes, open }: Groups, preferred: number | undefined) {
  const size = sizes[group] ?? 1;
  let found = preferred ?? group;
  let most = -1;
  if (preferred !== undefined) most = meanOf(row[preferred], size * (sizes[preferred] ?? 1));
  for (const other of open) {
    if (other === group) continue;
    const similarity = meanOf(row[other], size * (sizes[other] ?? 1));
    if (similarity > most) {
      found = other;
      most = similarity;
    }
  }
  return { group: found, similarity: most };
}

function close(group: number, { open }: Groups): void {
  open.splice(open.indexOf(group), 1);
}

function join(into: number, from: number, groups: Groups): void {
  const { groupOf, members, sizes, rows } = groups;
  const moved = members[from] ?? [];
  for (const text of moved) {
    groupOf[text] = into;
    members[into]?.push(text);
  }
  moved.length = 0;
  sizes[into] = (sizes[into] ?? 0) + (sizes[from] ?? 0);
  close(from, groups);
  const [one, other] = [rows.get(into), rows.get(from)];
  if (one && other) other.forEach((sum, group) => (one[group] = (one[group] ?? 0) + sum));
  else forget(into, groups);
  forget(from, groups);
  for (const row of rows.values()) row[into] = (row[into] ?? 0) + (row[from] ?? 0);
}

/**
 * Groups by average linkage: two are joined as long as the cosines between their members are, on
 * average, `least` or more. By chains of nearest neighbours, in the square of the count
 * (F. Murtagh, A survey of recent advances in hierarchical clustering algorithms, 1983), and in memory
 * that grows with the count alone: the mean of cosines is that of sums.
 * @returns the indexes in each group, sorted.
 */
export function averageLinkage(cosines: Cosines, least: number): readonly (readonly number[])[] {
  const indexes = Array.from({ length: cosines.count }, (_one, index) => index);
  const groups: Groups = {
    groupOf: Int32Array.from(indexes),
    members: indexes.map((index) => [index]),
    sizes: new Int32Array(cosines.count).fill(1),
    open: [...indexes],
    rows: new Map(),
    spare: [],
  };
  const chain: number[] = [];
  while (groups.open.length > 0) {
    const last = chain.at(-1) ?? groups.open[0] ?? 0;
    if (chain.length === 0) chain.push(last);
    const before = chain.at(-2);
    const { group, similarity } = nearest(last, rowOf(last, groups, cosines), groups, before);
    if (similarity < least - PRECISION) {
      // Nothing that others are joined to can become more like it.
      close(last, groups);
      chain.pop();
    } else if (group === before) {
      join(Math.min(last, group), Math.max(last, group), groups);
      chain.length -= 2;
    } else {
      chain.push(group);
    }
  }
  return groups.members
    .filter(({ length }) => length > 0)
    .map((group) => group.toSorted((a, b) => a - b));
}
