import { GRAPHEMES, textWidth } from "../tables/text-width.ts";

/**
 * A text no wider than so much, which ends in `…` where something is left out.
 * @param widthOf how wide a text is: in columns of a terminal, if nothing else is said.
 */
export function shorten(text: string, width: number, widthOf = textWidth): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (widthOf(kept) + widthOf(segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
