import { textWidth } from "../tables/text-width.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text in at most so many terminal columns, which ends in `…` where something is left out. */
export function shorten(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    if (textWidth(kept) + textWidth(segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
