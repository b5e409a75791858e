const MARK = /^(?:<{7}|>{7})(?: .*)?$/gm;

/** Where the marks of a merge conflict stand in a text: the offsets of the start and the end of each. */
export function mergeMarksIn(text: string): readonly (readonly [start: number, end: number])[] {
  return Array.from(text.matchAll(MARK), ({ index, 0: mark }) => [index, index + mark.length]);
}
