import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { splitLabels } from "../labels/line-labels.ts";
import { blockTexts, type KnownSection } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";

/** One mail is no thread. */
const LEAST_MAILS = 2;

/** When a mail was sent, by its head: "From: Finance · Sent: 13 July 2026 07:55"; null for other blocks. */
function sentAt(block: Block, vocabulary: Vocabulary): Text | null {
  if (block.type !== "paragraph") return null;
  const { mail_from: from, mail_sent: sent } = vocabulary.label_words;
  const labels = block.lines.flatMap((line) => splitLabels(line, vocabulary));
  const valueOf = (names: readonly string[]) =>
    labels.find(({ label }) => names.includes(normalizeHeading(label)))?.value;
  const time = valueOf(from) === undefined ? undefined : valueOf(sent);
  return time && splitTimeHead(time.text, vocabulary) ? time : null;
}

/** The mails of a thread as rows of a timeline: each what stands below its head. */
export function mailEntries(
  { blocks }: KnownSection,
  vocabulary: Vocabulary,
): readonly { readonly time: Text; readonly text: string }[] {
  const mails: { time: Text; texts: string[] }[] = [];
  for (const block of blocks) {
    const time = sentAt(block, vocabulary);
    if (time) mails.push({ time, texts: [] });
    else mails.at(-1)?.texts.push(...blockTexts(block).map(({ text }) => text));
  }
  const told = mails.map(({ time, texts }) => ({ time, text: texts.join(" ") }));
  return told.length >= LEAST_MAILS ? told : [];
}
