import type { Point, Range } from "../position.ts";

/** Turns offsets into a text to lines and columns. */
export interface LineIndex {
  readonly pointAt: (offset: number) => Point;
  readonly rangeAt: (start: number, end: number) => Range;
}

/** Index of the last entry that is not above `value`, in sorted numbers that start with 0. */
function lastNotAbove(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line index of a text whose lines end in `\n`; offsets beyond the text count as its end. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  // Most offsets are asked for in their order, many on one line.
  let last = 0;
  const pointAt = (offset: number): Point => {
    const inside = Math.min(Math.max(offset, 0), text.length);
    const isOnLast = inside >= (starts[last] ?? 0) && inside < (starts[last + 1] ?? Infinity);
    const line = isOnLast ? last : lastNotAbove(starts, inside);
    last = line;
    return { line: line + 1, column: inside - (starts[line] ?? 0) + 1, offset: inside };
  };
  return {
    pointAt,
    rangeAt: (start, end) => ({ start: pointAt(start), end: pointAt(Math.max(start, end)) }),
  };
}

/** Where each of the lines of a text starts, which one character ends. */
export function lineStarts(lines: readonly string[]): readonly number[] {
  let start = 0;
  return lines.map((line) => {
    const own = start;
    start += line.length + 1;
    return own;
  });
}
