import type { Block, ListItem, Text } from "../../parse/body/body.ts";
import { withoutShortcodes } from "../../parse/body/shortcodes.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { withoutNumber, withoutRowNumber } from "../sections/numbered.ts";
import { blockTexts, kindOfSection, type KnownSection } from "../sections/sections.ts";
import { inOneZone } from "../written/by-two-clocks.ts";
import {
  dayAtEnd,
  splitDayHead,
  splitTimeHead,
  splitTimeTail,
  type TimeHead,
} from "../written/time-head.ts";
import { dayRows } from "./day-numbers.ts";
import type { TimelineEntry } from "./entry.ts";
import { postedEntry, postState, spokenTime } from "./posted.ts";
import { isProgramLog } from "./program-lines.ts";
import { tableEntries } from "./table-entries.ts";
import { timeBelow } from "./time-below.ts";
import { isWrapped } from "./wrapped-lines.ts";
import { dayLine } from "./zone-notes.ts";

/** Fewer lines of code that begin with a time are output of a command. */
const LEAST_LINES = 3;
/** Fewer texts that end in a time are no rows. */
const LEAST_TAILS = 3;

/**
 * The entries of a timeline's section, whatever they are written as, in their order. A heading that
 * is a time is an entry, and what stands below it is its text, or has its day.
 */
export function timelineEntries(
  { heading, blocks }: KnownSection,
  vocabulary: Vocabulary,
): readonly TimelineEntry[] {
  const numbered = hasNumbers(blocks);
  const below = blocks
    .flatMap((block) => blockEntries(block, numbered, vocabulary))
    .map((entry) => ({ ...entry, text: withoutShortcodes(entry.text) }));
  const start = splitDayHead(heading.text, vocabulary);
  const filled = below.filter(({ text }) => text !== "");
  if (!start && filled.length === 0) {
    const later = [laterEntries(blocks, vocabulary), dayRows(blocks)];
    return later.find(({ length }) => length > 0) ?? below;
  }
  const isPart = start === null && kindOfSection(heading.text, vocabulary) === null;
  const day = isPart ? dayAtEnd(heading.text, vocabulary) : null;
  if (day !== null) return [{ time: { text: day, range: heading.range }, text: "" }, ...below];
  if (!start) return below;
  const text =
    below.length > 0
      ? start.rest
      : [start.rest, ...blocks.flatMap(blockTexts).map((one) => one.text)].join(" ").trim();
  return [{ time: { text: start.head, range: heading.range }, text }, ...below];
}

/** A line of a thread within a message, which a bar sets in: "|   > jo [U02] @ 06/05/2026 16:45:02 Z:". */
const REPLY = /^\|[\s>]*/;

/** What somebody said at a time, and the replies within it, each with its own time. */
function withReplies(
  time: Text,
  lines: readonly Text[],
  vocabulary: Vocabulary,
): readonly TimelineEntry[] {
  const said: { time: Text; texts: string[] }[] = [{ time, texts: [] }];
  for (const { text: line, range } of lines) {
    const text = line.replace(REPLY, "");
    const spoken = text === line ? null : spokenTime(text, vocabulary);
    if (spoken) said.push({ time: { text: spoken.head, range }, texts: [] });
    else said.at(-1)?.texts.push(text);
  }
  return said
    .map((one) => ({ time: one.time, text: one.texts.join(" ").trim() }))
    .filter(({ text }) => text !== "");
}

/** What follows a line of a chat with who speaks and when: its further lines, or the block behind it. */
function spokenEntries(blocks: readonly Block[], vocabulary: Vocabulary): readonly TimelineEntry[] {
  const entries = blocks.flatMap((block, index): readonly TimelineEntry[] => {
    const isSpoken = block.type === "paragraph" || block.type === "quote";
    const [line, ...more] = isSpoken ? block.lines : [];
    const posted = block.type === "paragraph" ? postedEntry(block.lines, vocabulary) : null;
    if (posted) return [posted];
    const spoken = line ? spokenTime(line.text, vocabulary) : null;
    if (!line || !spoken) return [];
    const next = blocks[index + 1];
    const isNext = more.length === 0 && (next?.type === "quote" || next?.type === "list");
    const said = [...postState(spoken, line, vocabulary), ...(isNext ? blockTexts(next) : more)];
    return withReplies({ text: spoken.head, range: line.range }, said, vocabulary);
  });
  return entries.length >= LEAST_TAILS ? entries : [];
}

/** Rows of which none begins with its time: each has it in a line above it, or at its end. */
export function laterEntries(
  blocks: readonly Block[],
  vocabulary: Vocabulary,
): readonly TimelineEntry[] {
  const spoken = spokenEntries(blocks, vocabulary);
  return spoken.length > 0 ? spoken : tailEntries(blocks, vocabulary);
}

/** The texts of paragraphs and lists, each of which may be a row that ends in its time. */
function rowTexts(block: Block): readonly Text[] {
  if (block.type === "paragraph") return block.lines;
  return block.type === "list" ? block.items : [];
}

/** Rows that end in their times, as updates of a status page do; none where fewer than most do. */
function tailEntries(blocks: readonly Block[], vocabulary: Vocabulary): readonly TimelineEntry[] {
  const texts = blocks.flatMap(rowTexts);
  const entries = texts.flatMap(({ text, range }): readonly TimelineEntry[] => {
    const tail = splitTimeTail(text, vocabulary);
    return tail ? [{ time: { text: tail.head, range }, text: withoutShortcodes(tail.rest) }] : [];
  });
  return entries.length >= LEAST_TAILS && entries.length * 2 > texts.length ? entries : [];
}

/** A number of a paragraph that is no time of day: "2.1", "2.1.3"; "19.20" may be either. */
const NO_TIME = /^\(?\d{1,2}\.\d(?!\d)/;

/** Whether the paragraphs of a section are numbered, so that "2.10" is no time of day. */
function hasNumbers(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) => block.type === "paragraph" && block.lines.some(({ text }) => NO_TIME.test(text)),
  );
}

function blockEntries(
  block: Block,
  isNumbered: boolean,
  vocabulary: Vocabulary,
): readonly TimelineEntry[] {
  switch (block.type) {
    case "table":
      return tableEntries(block, vocabulary);
    case "list":
      return block.items.flatMap((item) => itemEntries(item, vocabulary));
    case "paragraph":
      return lineEntries(block.lines, isNumbered, vocabulary);
    case "quote": {
      const line = dayLine(block, vocabulary);
      return line ? lineEntries([line], isNumbered, vocabulary) : [];
    }
    case "code":
      return codeEntries(block, vocabulary);
    default:
      return [];
  }
}

/** The lines of a form's text field, which some render as code: nearly each begins with a time, and no program wrote it. */
function codeEntries(
  { text, range, lines: own }: Block & { type: "code" },
  vocabulary: Vocabulary,
): readonly TimelineEntry[] {
  const all = own ?? text.split("\n").map((line) => ({ text: line, range }));
  const lines = all.filter((line) => line.text.trim() !== "");
  if (isProgramLog(lines.map((line) => line.text))) return [];
  const texts = lines.map((line) => ({ text: line.text.trim(), range: line.range }));
  const entries = lineEntries(texts, false, vocabulary);
  return entries.length >= LEAST_LINES && entries.length * 2 > lines.length ? entries : [];
}

/** "Detection (14 March, 02:21): …", "Detected: 02:21 – …", "Fix #2: 02:40 – …": a time after the label of a milestone. */
const LABEL_BEFORE =
  /^(\p{L}[\p{L} ]{1,39}?(?:#\d{1,2})?)\s*(?:[:：]\s*|\(([^()]+)\)\s*[:：]?\s*)/u;

/** Splits a text that begins with a time, or with a time after its label. */
function splitTime(text: string, vocabulary: Vocabulary): TimeHead | null {
  const start = splitTimeHead(text, vocabulary);
  if (start) return start;
  const [before = "", label = "", inBrackets] = LABEL_BEFORE.exec(text) ?? [];
  const after = text.slice(before.length);
  const inner = splitTimeHead(inBrackets ?? after, vocabulary);
  if (label === "" || !inner) return null;
  if (inBrackets === undefined) return { head: inner.head, rest: `${label}: ${inner.rest}` };
  return inner.rest === "" ? { head: inner.head, rest: `${label}: ${after}` } : null;
}

/** An item that is a label and nothing else: "Detection:". */
const BARE_LABEL = /^(\p{L}[\p{L} ]{1,39})[:：]?$/u;

/** The entries below an item without a time: one time alone is that of the label above it, which others tell more of. */
function belowLabel(
  { text, children }: ListItem,
  nested: readonly TimelineEntry[],
): readonly TimelineEntry[] {
  const [entry] = nested;
  const label = BARE_LABEL.exec(text.trim())?.[1];
  if (!entry || label === undefined || nested.length > 1 || entry.text !== "") return nested;
  const others = children.filter(({ range }) => range.start.line !== entry.time.range.start.line);
  return [{ ...entry, text: `${label}: ${others.map((one) => one.text).join(" ")}`.trim() }];
}

/** An item that begins with a time; its nested items are entries of their own, or belong to it. */
function itemEntries(item: ListItem, vocabulary: Vocabulary): readonly TimelineEntry[] {
  const nested = item.children.flatMap((child) => itemEntries(child, vocabulary));
  const start = splitTime(inOneZone(item.text, vocabulary.zones), vocabulary);
  if (!start) return belowLabel(item, nested);
  const own = { time: { text: start.head, range: item.range }, text: start.rest };
  if (nested.length > 0) return [own, ...nested];
  const details = item.children.map(({ text }) => text);
  return [{ ...own, text: [own.text, ...details].join(" ").trim() }];
}

/** Lines of which each begins with a time, or goes on with what the line before it tells. */
function lineEntries(
  lines: readonly Text[],
  isNumbered: boolean,
  vocabulary: Vocabulary,
): readonly TimelineEntry[] {
  const below = timeBelow(lines, vocabulary);
  if (below.length > 0) return below;
  const entries: { time: Text; text: string }[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]?.text;
    const isWithin = before !== undefined && isWrapped(line.text, before, vocabulary);
    const zoned = inOneZone(line.text, vocabulary.zones);
    const own = withoutNumber(zoned);
    const unnumbered = isNumbered ? withoutRowNumber(own) : own;
    const start = isWithin
      ? null
      : ((isNumbered ? null : splitDayHead(zoned, vocabulary)) ??
        splitDayHead(unnumbered, vocabulary));
    const last = entries.at(-1);
    if (start) entries.push({ time: { text: start.head, range: line.range }, text: start.rest });
    // What is drawn below a day or between rows says nothing: "──────".
    else if (last && /[\p{L}\p{N}]/u.test(line.text)) {
      last.text = `${last.text} ${line.text}`.trim();
    }
  }
  return entries;
}
