/** A text on one line of a markdown paragraph or table cell, without markup of its own. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>#|]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&");
}

/** A text within a comment of HTML: nothing in it may end that. */
export function inComment(text: string): string {
  return text.replaceAll("--", "‐‐");
}
