import { Temporal } from "temporal-polyfill";
import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { KnownSection } from "../sections/sections.ts";
import { readWrittenDate } from "../written/dates.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { readWrittenTime } from "../written/times.ts";
import { quotedAt } from "./mails.ts";

/** Quotes within quotes, as a thread of mails has them, are opened so deep. */
const DEEPEST = 12;

function firstLines(block: Block | undefined): readonly Text[] {
  if (block?.type === "list") return block.items;
  return block?.type === "paragraph" ? block.lines : [];
}

/** The day on which a mail was written, where rows below it tell of earlier that day; else null. */
function dayOfRows(block: Block, next: Block | undefined, vocabulary: Vocabulary): Block | null {
  const head = block.type === "paragraph" ? quotedAt(block, vocabulary) : null;
  const day = head && readWrittenDate(head.text, vocabulary.months, null);
  if (block.type !== "paragraph" || !head || !day) return null;
  const rows = firstLines(next).flatMap(({ text }) => {
    const row = splitTimeHead(text, vocabulary);
    return row === null ? [] : (readWrittenTime(row.head, vocabulary).time ?? []);
  });
  const { time: written } = readWrittenTime(head.text, vocabulary);
  const isLater = (row: Temporal.PlainTime) =>
    written === null || Temporal.PlainTime.compare(row, written) > 0;
  if (rows.length === 0 || rows.some(isLater)) return null;
  const text = head.text.slice(day.index, day.index + day.length);
  return { ...block, text, lines: [{ text, range: block.range }] };
}

function opened(blocks: readonly Block[], depth: number): readonly Block[] {
  return blocks.flatMap((block) =>
    block.type === "quote" && block.blocks !== undefined && depth < DEEPEST
      ? opened(block.blocks, depth + 1)
      : [block],
  );
}

/** Sections with what they quote, and what that quotes, as blocks of their own; the same where they quote nothing. */
export function openQuotes(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly KnownSection[] {
  if (!sections.some(({ blocks }) => blocks.some(({ type }) => type === "quote"))) return sections;
  return sections.map((section) => {
    const blocks = opened(section.blocks, 0);
    const dated = blocks.map(
      (block, index) => dayOfRows(block, blocks[index + 1], vocabulary) ?? block,
    );
    return { ...section, blocks: dated };
  });
}

/** Whether the times of places are those at which mails were written, who may tell of it long after. */
export function areMails(
  places: readonly (KnownSection & { readonly entries: readonly { readonly time: Text }[] })[],
  vocabulary: Vocabulary,
): boolean {
  const written = places.flatMap(({ heading, blocks }) =>
    [heading, ...blocks].flatMap((one) =>
      "text" in one ? (quotedAt(one, vocabulary)?.text ?? []) : [],
    ),
  );
  return places.some(({ entries }) => entries.some(({ time }) => written.includes(time.text)));
}
