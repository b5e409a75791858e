import { anyWord } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";
import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { splitLabels } from "../labels/line-labels.ts";
import { blockTexts, type KnownSection } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";

/** A longer line tells something. */
const LONGEST_HEAD = 160;
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

const wroteOf = memo(({ label_words: { mail_wrote, mail_on } }: Vocabulary) => ({
  wrote: new RegExp(String.raw`(?<!\p{L})${anyWord(mail_wrote)}(?!\p{L})`, "iu"),
  on: new RegExp(String.raw`^\P{L}*${anyWord(mail_on)}\s`, "iu"),
}));

/**
 * When a mail was written, by the line that a program puts above what it quotes of it: "On Fri, 20 Nov 2026
 * at 15:31, Core wrote:", "Core wrote on 20 Nov 2026 at 15:31:"; null for other lines.
 */
export function quotedAt({ text, range }: Text, vocabulary: Vocabulary): Text | null {
  if (text.length > LONGEST_HEAD || !/[:：]\s*$/.test(text)) return null;
  const { wrote, on } = wroteOf(vocabulary);
  const found = wrote.exec(text);
  if (!found) return null;
  const around = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  const heads = around.map((part) => splitTimeHead(part.replace(on, "").trim(), vocabulary)?.head);
  const head = heads.find((one) => one !== undefined && /\d:\d{2}/.test(one));
  return head === undefined ? null : { text: head, range };
}

/** Whether blocks begin with the line above a quoted mail, and what it quotes. */
export function beginsMail(
  block: Block | undefined,
  next: Block | undefined,
  vocabulary: Vocabulary,
): boolean {
  if (block?.type !== "paragraph" || next?.type !== "quote") return false;
  return quotedAt(block, vocabulary) !== null;
}

/** When a mail was sent or written, by a block at its head; null for other blocks. */
function mailAt(block: Block, vocabulary: Vocabulary): Text | null {
  return (
    sentAt(block, vocabulary) ?? (block.type === "paragraph" ? quotedAt(block, vocabulary) : null)
  );
}

/** The mails of a thread as rows of a timeline: each what stands below its head. */
export function mailEntries(
  { heading, blocks }: KnownSection,
  vocabulary: Vocabulary,
): readonly { readonly time: Text; readonly text: string }[] {
  const first = quotedAt(heading, vocabulary);
  const mails: { time: Text; texts: string[] }[] = first ? [{ time: first, texts: [] }] : [];
  for (const block of blocks) {
    const time = mailAt(block, vocabulary);
    if (time) mails.push({ time, texts: [] });
    else mails.at(-1)?.texts.push(...blockTexts(block).map(({ text }) => text));
  }
  const told = mails.map(({ time, texts }) => ({ time, text: texts.join(" ") }));
  return told.length >= LEAST_MAILS ? told : [];
}
