import type { Edit } from "../places/edit.ts";
import type { Point, Range } from "../position.ts";
import { capitalised } from "./capitalised.ts";

function moved({ line, column, offset }: Point, by: number): Point {
  return { line, column: column + by, offset: offset + by };
}

/** A name with a capital where the one in whose place it stands has one. */
function likeWritten(name: string, written: string): string {
  const isCapital = /^\p{Lu}/u.test(written);
  return isCapital ? capitalised(name) : name;
}

/**
 * The edit that puts another text in the place of one that is written there as it is, or in quotes
 * that then stay; null where the range holds anything else.
 */
export function replacing({ start, end }: Range, written: string, text: string): Edit | null {
  const around = end.offset - start.offset - written.length;
  if (start.line !== end.line || (around !== 0 && around !== 2)) return null;
  const quote = around / 2;
  return { range: { start: moved(start, quote), end: moved(end, -quote) }, text };
}

/** The same for names that people write with or without a capital, which stays as it is. */
export function renaming(range: Range, written: string, name: string): Edit | null {
  return replacing(range, written, likeWritten(name, written));
}
