import { memo } from "../../core/memo.ts";
import { longestWord } from "../../core/text/escape-pattern.ts";
import type { TableBlock } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { normalizeHeading } from "../written/phrases.ts";

/** A link and the ticket that it leads to: "caused by BOOK-88", "is caused by: #88". */
const leadOf = memo(
  ({ action_phrases: { other_links: links } }: Vocabulary) =>
    new RegExp(
      String.raw`^\W{0,3}${longestWord(links)}(?:\s*[:：–—-]\s*\S|\s+[(["]{0,2}(?:\p{L}[\p{L}\d]{1,9}-|#)\d)`,
      "iu",
    ),
);

/** Marks around a name, which are no part of it. */
const MOST_MARKS = 12;
/** Longer texts name no link: most cells of tables are longer. */
const longestName = memo(({ action_phrases: { other_links: links } }: Vocabulary): number =>
  Math.max(0, ...links.map(({ length }) => length + MOST_MARKS)),
);

/** Whether a text names a link to what led to the incident, or is the same, and not to what is to be done. */
export function isOtherLink(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > longestName(vocabulary)) return false;
  return vocabulary.action_phrases.other_links.includes(normalizeHeading(text));
}

/** Whether an item is a ticket behind such a link. */
export function isLinkedElsewhere(text: string, vocabulary: Vocabulary): boolean {
  return leadOf(vocabulary).test(text);
}

/** A table of linked tickets without those that are no actions. */
export function withoutOtherLinks(block: TableBlock, vocabulary: Vocabulary): TableBlock {
  const rows = block.rows.filter((row) => !row.some(({ text }) => isOtherLink(text, vocabulary)));
  return rows.length === block.rows.length ? block : { ...block, rows };
}
