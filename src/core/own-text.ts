/**
 * The same text in memory of its own. A part of a text, as `slice` and patterns return it, may be held
 * as a view of the whole, so that a title keeps its whole document.
 */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
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
