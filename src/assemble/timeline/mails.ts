import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Block, ListItem, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { splitLabels } from "../labels/line-labels.ts";
import { blockTexts, flattenItems, type KnownSection } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";

const CLOCK = /\d[:.h]\d{2}|\d\s*[ap]\.?m\b/i;
/** A longer line tells something. */
const LONGEST_HEAD = 160;
/** One mail is no thread. */
const LEAST_MAILS = 2;

/** When a mail was sent, by the lines of its head: "From: Finance · Sent: 13 July 2026 07:55"; null for others. */
function sentIn(lines: readonly Text[], vocabulary: Vocabulary): Text | null {
  const { mail_from: from, mail_sent: sent } = vocabulary.label_words;
  const labels = lines.flatMap((line) => splitLabels(line, vocabulary));
  const valueOf = (names: readonly string[]) =>
    labels.find(({ label }) => names.includes(normalizeHeading(label)))?.value;
  const time = valueOf(from) === undefined ? undefined : valueOf(sent);
  return time && splitTimeHead(time.text, vocabulary) ? time : null;
}

/** When a mail was sent, by a line with the address of who sent it: "Core <core@example.com> Wed, Apr 22, 2026 at 4:58 PM". */
function addressedAt(line: Text | undefined, vocabulary: Vocabulary): Text | null {
  if (line === undefined || line.text.length > LONGEST_HEAD || !line.text.includes("@"))
    return null;
  const { text, range } = line;
  const [, tail = ""] = /^@\S+\s(.*)$/.exec(text.slice(text.lastIndexOf("@"))) ?? [];
  const start = splitTimeHead(tail.replace(/^[\s\p{P}]+/u, ""), vocabulary);
  return start?.rest === "" && CLOCK.test(start.head) ? { text: start.head, range } : null;
}

function sentAt(block: Block, vocabulary: Vocabulary): Text | null {
  if (block.type !== "paragraph") return null;
  return sentIn(block.lines, vocabulary) ?? addressedAt(block.lines[0], vocabulary);
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

interface Mail {
  readonly time: Text;
  readonly text: string;
}

/** The mails that are items of a list, each with its head in its first line. */
function mailItems(items: readonly ListItem[], vocabulary: Vocabulary): readonly Mail[] {
  return items.flatMap(({ lines = [], children }): readonly Mail[] => {
    const [head, ...own] = lines;
    const time = head && sentIn([head], vocabulary);
    const texts = [...own, ...flattenItems(children)].map(({ text }) => text);
    return time ? [{ time, text: texts.join(" ") }] : [];
  });
}

/** The mails that are rows of a table: who sent each, when, and what it says. */
function mailRows({ head, rows }: Block & { readonly type: "table" }, vocabulary: Vocabulary) {
  const { mail_from: from, mail_sent: sent, mail_text: says } = vocabulary.label_words;
  const names = head.map(({ text }) => normalizeHeading(text));
  const columnOf = (words: readonly string[]) => names.findIndex((name) => words.includes(name));
  const [time, text] = [columnOf(sent), columnOf(says)];
  if (columnOf(from) === -1 || time === -1 || text === -1) return [];
  return rows.flatMap((row): readonly Mail[] => {
    const [at, said] = [row[time], row[text]];
    return at && said && splitTimeHead(at.text, vocabulary) ? [{ time: at, text: said.text }] : [];
  });
}

function listedMails(block: Block, vocabulary: Vocabulary): readonly Mail[] {
  if (block.type === "list") return mailItems(block.items, vocabulary);
  return block.type === "table" ? mailRows(block, vocabulary) : [];
}

/** The mails of a thread as rows of a timeline: each what stands below its head, an item or a row. */
export function mailEntries(
  { heading, blocks }: KnownSection,
  vocabulary: Vocabulary,
): readonly Mail[] {
  const first = quotedAt(heading, vocabulary);
  const mails: { time: Text; texts: string[] }[] = first ? [{ time: first, texts: [] }] : [];
  for (const block of blocks) {
    const time = mailAt(block, vocabulary);
    const listed = time ? [] : listedMails(block, vocabulary);
    if (time) mails.push({ time, texts: [] });
    else if (listed.length > 0)
      mails.push(...listed.map((one) => ({ time: one.time, texts: [one.text] })));
    else mails.at(-1)?.texts.push(...blockTexts(block).map(({ text }) => text));
  }
  const entries = mails.map(({ time, texts }) => ({ time, text: texts.join(" ") }));
  return entries.length >= LEAST_MAILS ? entries : [];
}

/** A section as a mail, by the head that is its heading, stands below it, or is begun by it and goes on below. */
function mailOf({ heading, blocks }: KnownSection, vocabulary: Vocabulary): Mail | null {
  const [first, ...more] = blocks;
  const own = sentIn([heading], vocabulary);
  const lines = first?.type === "paragraph" ? first.lines : [];
  const time = own ?? sentIn(lines, vocabulary) ?? sentIn([heading, ...lines], vocabulary);
  if (time === null || !CLOCK.test(time.text)) return null;
  const text = (own ? blocks : more).flatMap(blockTexts).map((one) => one.text);
  return text.length === 0 ? null : { time, text: text.join(" ") };
}

/** Sections of one level of which each is a mail of a thread; none where they are fewer, or of several. */
export function mailSections(sections: readonly KnownSection[], vocabulary: Vocabulary) {
  const lower = sections.filter(({ level }) => level > 1);
  const mails = lower.flatMap((section) => {
    const mail = mailOf(section, vocabulary);
    return mail ? [{ ...section, entries: [mail] }] : [];
  });
  const levels = new Set(mails.map(({ level }) => level));
  return mails.length >= LEAST_MAILS && levels.size === 1 ? mails : [];
}
