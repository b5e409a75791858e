/** A linear combination of unknown counts, by the name of each unknown. */
export type Combination = ReadonlyMap<string, number>;

const NOTHING = 1e-9;

/**
 * Whether some linear combination of printed totals speaks of hidden unknowns alone: Gaussian elimination
 * of all other unknowns; what is left of a row then is a total of hidden ones.
 * @returns the unknowns of such a total; null where there is none.
 */
export function hiddenTotal(
  totals: readonly Combination[],
  hidden: ReadonlySet<string>,
): readonly string[] | null {
  const unknowns = [...new Set(totals.flatMap((total) => [...total.keys()]))];
  const others = unknowns.filter((unknown) => !hidden.has(unknown));
  let rows = totals.map((total) => new Map(total));
  for (const unknown of others) {
    const at = rows.findIndex((row) => Math.abs(row.get(unknown) ?? 0) > NOTHING);
    const pivot = rows[at];
    if (!pivot) continue;
    rows = rows.flatMap((row, index) => (index === at ? [] : [without(row, pivot, unknown)]));
  }
  for (const row of rows) {
    const left = [...row].filter(([, factor]) => Math.abs(factor) > NOTHING);
    if (left.length > 0) return left.map(([unknown]) => unknown);
  }
  return null;
}

function without(
  row: ReadonlyMap<string, number>,
  pivot: ReadonlyMap<string, number>,
  unknown: string,
): Map<string, number> {
  const factor = (row.get(unknown) ?? 0) / (pivot.get(unknown) ?? 1);
  if (factor === 0) return new Map(row);
  const left = new Map(row);
  for (const [key, value] of pivot) left.set(key, (left.get(key) ?? 0) - factor * value);
  return left;
}
