import { WITHHELD } from "../../people/recogniser.ts";

/** Behind it, a bracket would make it a link. */
const WITHHELD_ESCAPED = new RegExp(
  String.raw`${WITHHELD.replaceAll(/[[\]]/g, String.raw`\\\$&`)}(?!\(|\\\[)`,
  "g",
);

/** A text on one line of a markdown paragraph or table cell, without markup of its own. */
export function escaped(text: string): string {
  return (
    text
      .replace(/\s+/g, " ")
      // Within a word or a line, some signs mean nothing to markdown.
      .replace(/[\\`*[\]<|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^[#>]|#(?= ?$)/gu, "\\$&")
      .replace(WITHHELD_ESCAPED, WITHHELD)
      .replace(/&(?=#?\w+;)/g, "\\&")
  );
}

/** A text within a comment of HTML: nothing in it may end that. */
export function inComment(text: string): string {
  return text.replaceAll("--", "‐‐");
}
