/** A place in a file: line and column count from 1, offset from 0 into the file's text. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From `start` up to, not including, `end`. Always absolute in the file, never in a part of it. */
export interface Range {
  readonly start: Point;
  readonly end: Point;
}

/** The range of the first character of a file: where a problem of the whole file is shown. */
export const FILE_START: Range = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};

/** The range of a line of which nothing but its number is known. */
export function lineAlone(line: number): Range {
  const start = { ...FILE_START.start, line };
  return { start, end: start };
}

/** Whether a range is one of those. */
export function isLineAlone({ start, end }: Range): boolean {
  const { column, offset } = FILE_START.start;
  const isStart = start.column === column && start.offset === offset;
  return isStart && end.line === start.line && end.column === column && end.offset === offset;
}

/** Whether two ranges have a character in common. */
export function overlaps(one: Range, other: Range): boolean {
  return one.start.offset < other.end.offset && other.start.offset < one.end.offset;
}

/** Whether one range lies within another. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
}
