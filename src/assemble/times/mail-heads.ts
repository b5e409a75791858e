import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { KnownSection } from "../sections/sections.ts";
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

/** The offset at the end of the time at which a mail was sent: "Thu, 23 Apr 2026 17:20:04 +0200". */
const SENT_OFFSET = /\d:\d{2}\s([+-]\d{2}):?(\d{2})$/;

/** The offset of whoever sent the mails that a document is made of; null where none is stated, or several are. */
export function zoneOfSender(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): string | null {
  const sent = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => sentLines(block, vocabulary)),
  );
  const offsets = sent.flatMap(({ text }) => {
    const [, hours, minutes = ""] = SENT_OFFSET.exec(text) ?? [];
    return hours === undefined ? [] : [`${hours}:${minutes}`];
  });
  const [offset = null, ...others] = offsets;
  return others.every((one) => one === offset) ? offset : null;
}
