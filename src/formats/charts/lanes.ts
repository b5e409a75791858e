/** A label with its middle and its width, in whatever unit. */
export interface Label {
  readonly middle: number;
  readonly width: number;
}

/**
 * For labels in the order of their places, the row in which each lies clear of those before it: 0 is
 * the first above a line, 1 the first below, 2 the second above, and so on.
 */
export function lanesOf(labels: readonly Label[]): readonly number[] {
  const ends: number[] = [];
  return labels.map(({ middle, width }) => {
    const start = middle - width / 2;
    const free = ends.findIndex((end) => end <= start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = middle + width / 2;
    return lane;
  });
}
