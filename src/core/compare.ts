/** Orders strings by code unit, so that no locale of a machine changes an output. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Tries each comparison in turn until one tells the two apart. */
export function compareBy<T>(...comparisons: readonly ((a: T, b: T) => number)[]) {
  return (a: T, b: T): number => {
    for (const compare of comparisons) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}
