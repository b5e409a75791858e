/**
 * The same text in memory of its own. A part of a text, as `slice` and patterns return it, may be held
 * as a view of the whole, so that a title keeps its whole document. To join parts copies them, unless there is
 * but one; a text that is put together and cut again is a view too, and takes 40 bytes more.
 */
export function ownText(text: string): string {
  return text.length < 2 ? text : [text.charAt(0), text.slice(1)].join("");
}

/** Texts that are no longer are often said again: names, ids, headings. */
const LONGEST_SHARED = 80;
/** What is forgotten is only kept twice. */
const MOST_SHARED = 20_000;
const shared = new Map<string, string>();

/** The same text in memory of its own, which equal short texts share. */
export function sharedText(text: string): string {
  if (text.length > LONGEST_SHARED) return ownText(text);
  const known = shared.get(text);
  if (known !== undefined) return known;
  const own = ownText(text);
  if (shared.size >= MOST_SHARED) shared.clear();
  shared.set(own, own);
  return own;
}
