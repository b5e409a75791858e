import type { Range } from "../../core/position.ts";

/** The last line that a range has characters on: one up to the start of a line is not on it. */
export function lastLine({ start, end }: Range): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}
