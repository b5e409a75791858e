import { graphemes, textWidth } from "../tables/text-width.ts";

/** A word that is cut, at the end of what is kept: half a number would be another number. */
const CUT_WORD = /\s\S*$/;
const CUT_NUMBER = /(?<![\d.,:%])[\d.,:%]+$/;

/** What is kept of a text, without the word in which it ends, unless that is a long one. */
function withoutCutWord(kept: string, text: string): string {
  const next = text.charAt(kept.length);
  if (!/\S/.test(next) || !/\S$/.test(kept)) return kept;
  const whole = kept.replace(CUT_WORD, "");
  if (whole.length > kept.length / 2 && whole !== kept) return whole;
  return /\d/.test(next) ? kept.replace(CUT_NUMBER, "") || kept : kept;
}

/**
 * A text no wider than so much, which ends in `…` where something is left out: between words, if they are not
 * long, and never within a number.
 * @param widthOf how wide a text is: in columns of a terminal, if nothing else is said.
 */
export function shorten(text: string, width: number, widthOf = textWidth): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  for (const { segment } of graphemes(text)) {
    if (widthOf(kept) + widthOf(segment) > width - 1) break;
    kept += segment;
  }
  return `${withoutCutWord(kept, text).trimEnd()}…`;
}
