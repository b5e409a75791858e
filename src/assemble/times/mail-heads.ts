import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { normalizeHeading } from "../written/phrases.ts";

function labelOf(text: string): string {
  const [, label = ""] = /^([^:：]{2,20})[:：]\s*\S/.exec(text) ?? [];
  return normalizeHeading(label);
}

/** The lines of a mail's head that say when it was sent: below "Subject: …" the date is that of writing. */
export function sentLines(block: Block, { label_words }: Vocabulary): readonly Text[] {
  const { mail_heads: heads, mail_sent: sent } = label_words;
  const lines = block.type === "paragraph" && block.lines.length > 1 ? block.lines : [];
  const isHead = lines.some(({ text }) => heads.includes(labelOf(text)));
  return isHead ? lines.filter(({ text }) => sent.includes(labelOf(text))) : [];
}
