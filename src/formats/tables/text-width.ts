import stringWidth from "string-width";
import { once } from "../../core/memo.ts";

/**
 * Characters that take one column each, whatever stands beside them: of ASCII, Latin, Greek and Cyrillic, dashes,
 * quotation marks and the like, arrows, and those of which lines and bars are drawn.
 */
const SINGLE =
  /^[ -~\u00a0-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u2193\u2264\u2265\u2500-\u259f]*$/;

/** How many terminal columns a text takes. Most texts are plain, which is measured much faster. */
export function textWidth(text: string): number {
  return SINGLE.test(text) ? text.length : stringWidth(text);
}

/** Its data take longer to load than most tables take to print. */
const segmenter = once(() => new Intl.Segmenter("en", { granularity: "grapheme" }));

/** The characters of a text as readers see them. */
export function graphemes(text: string): Iterable<{ readonly segment: string }> {
  return segmenter().segment(text);
}
