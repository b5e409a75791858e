import { anyWord } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";
import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { labelBefore } from "../written/phrases.ts";

/** How a line begins that says when a page was written or posted: "Last verified by Core on 20 July". */
export const writtenOn = memo(
  ({ label_words: { written_on: words } }: Vocabulary) =>
    new RegExp(String.raw`^\P{L}{0,4}${anyWord(words)}(?!\p{L})[^:：]{0,40}\d`, "iu"),
);

/** The lines of a mail's head that say when it was sent: below "Subject: …" the date is that of writing. */
export function sentLines(block: Block, { label_words }: Vocabulary): readonly Text[] {
  const { mail_heads: heads, mail_sent: sent } = label_words;
  const lines = block.type === "paragraph" && block.lines.length > 1 ? block.lines : [];
  const isHead = lines.some(({ text }) => heads.includes(labelBefore(text)));
  return isHead ? lines.filter(({ text }) => sent.includes(labelBefore(text))) : [];
}
