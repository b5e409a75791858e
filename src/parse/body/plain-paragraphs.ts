import type { Paragraph } from "mdast";
import { plainLines, type Point, positionOf, type Stretch } from "./plain-inline.ts";
import type { Lines } from "./plain-lines.ts";

/** What a line may begin with that begins no block but a paragraph, and goes on with any. */
const PLAIN_START =
  /^(?:[\p{L}"'(,.;!?$%@/{}^&\\]|(?!\p{ASCII})[\p{N}\p{P}\p{S}]|(?:\*\*?|_|~~)[\p{L}\p{N}]|`[^`]|\[(?![ xX]\])|<https?:\/\/|\d(?!\d{0,8}[.)](?: |$)))/u;
/** A heading on a line of its own: its signs, blanks and text. */
export const HEADING = /^(#{1,6})( +)([^#\s](?:[^#]*[^#\s])?)$/;

/** From where the first of some lines starts to where the last ends. */
export function spanning(first: Stretch, last: Stretch): { start: Point; end: Point } {
  return { start: positionOf(first).start, end: positionOf(last).end };
}

/** The paragraph of some lines; null where one of them is not plain. */
export function paragraphOf(lines: Lines, stretches: readonly Stretch[]): Paragraph | null {
  const [first, last] = [stretches[0], stretches.at(-1)];
  const children = plainLines(lines.source, stretches);
  if (!first || !last || children === null) return null;
  return { type: "paragraph", children, position: spanning(first, last) };
}

/** Whether a line can stand in a paragraph and be nothing else. */
export function isProse(written: string): boolean {
  return PLAIN_START.test(written) && !written.endsWith(" ");
}
