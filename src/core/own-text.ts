/**
 * The same text in memory of its own. A part of a text, as `slice` and patterns return it, may be held
 * as a view of the whole, so that a title keeps its whole document.
 */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}
