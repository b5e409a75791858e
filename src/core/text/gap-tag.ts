/** A tag of a body, with the blanks before it: `(gap: messaging.backpressure, knowledge)`. */
export const TAG = /(?:(?<!\s)\s+)?\(gap:([^()]*)\)/gi;

const HELD = String.raw`(?:\(gap:[^()]*\)|[([{（]\s{0,3}gaps?\s{0,3}[:：]\s{0,3}[a-z\d-]{1,60}\.[^()[\]{}（）]{1,300}[)\]}）](?![([]))`;
/** What is a tag, or was to be one around an id of two levels: other brackets, `gaps`. */
const WRITTEN = new RegExp(`(?:(?<!\\s)\\s+)?${HELD}`, "giu");
/** An item of a list that holds a tag and nothing else, with its line end. */
const ITEM = new RegExp(`^[ \\t]*(?:[-*+]|\\d{1,3}[.)])[ \\t]+${HELD}[ \\t]*(?:\\n|$)`, "gimu");

/** A text without its gap tags, which say nothing to readers outside, and how many there were. */
export function withoutGapTags(text: string): { readonly text: string; readonly tags: number } {
  const tags = text.match(WRITTEN)?.length ?? 0;
  return tags === 0 ? { text, tags } : { text: text.replace(ITEM, "").replace(WRITTEN, ""), tags };
}
