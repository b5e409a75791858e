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
  /** The groups that may still be joined, in order. */
  readonly open: number[];
  /** Rows that are known, the one that was used longest ago first. */
  readonly rows: Map<number, Row>;
}

function rowOf(
  group: number,
  { groupOf, members, rows }: Groups,
  { count, addSums }: Cosines,
): Row {
  const known = rows.get(group);
  if (known) {
    rows.delete(group);
    rows.set(group, known);
    return known;
  }
  const oldest = rows.size < MOST_ROWS ? undefined : rows.keys().next().value;
  const row = (oldest === undefined ? undefined : rows.get(oldest)) ?? new Float64Array(count);
  if (oldest !== undefined) rows.delete(oldest);
  addSums(members[group] ?? [], groupOf, row.fill(0));
  rows.set(group, row);
  return row;
}

/** The open group that is most like a group on average; of several, `preferred`, else the first. */
function nearest(
  group: number,
  row: Row,
  { members, open }: Groups,
  preferred: number | undefined,
) {
  const size = members[group]?.length ?? 1;
  // In single precision, so that what differs by rounding alone is the same.
  const similarityTo = (other: number) =>
    Math.fround((row[other] ?? 0) / (size * (members[other]?.length ?? 1)));
  let found = preferred ?? group;
  let most = preferred === undefined ? -1 : similarityTo(preferred);
  for (const other of open) {
    if (other === group) continue;
    const similarity = similarityTo(other);
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
  const { groupOf, members, rows } = groups;
  const moved = members[from] ?? [];
  for (const text of moved) {
    groupOf[text] = into;
    members[into]?.push(text);
  }
  moved.length = 0;
  close(from, groups);
  const [one, other] = [rows.get(into), rows.get(from)];
  rows.delete(from);
  if (one && other) other.forEach((sum, group) => (one[group] = (one[group] ?? 0) + sum));
  else rows.delete(into);
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
    open: [...indexes],
    rows: new Map(),
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
