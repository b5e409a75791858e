import type { Block, BodySection, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { isLabel } from "../labels/line-labels.ts";
import { tableLabels } from "../labels/lines.ts";
import { beginsMail } from "../timeline/mails.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { isNumbered } from "./numbered.ts";
import { kindOfSection, namesOfParts } from "./sections.ts";

/** Deeper than any heading, and less deep than items that are one. */
const LINE_LEVEL = 20;
const MOST_WORDS = 8;
const LEAST_WORDS = 3;
/** Longer sentences are no names of parts. */
const LONGEST_LEAD = 80;
/** One known label may be the name of a column. */
const LEAST_FACTS = 2;

/** The question that a quote is, as people answer in a mail: "> How did we find out?". */
function quotedQuestion(block: Block | undefined): string | null {
  if (block?.type !== "quote" || block.lines.length !== 1 || block.text.length > LONGEST_LEAD)
    return null;
  return block.text.endsWith("?") ? block.text : null;
}

/** The name of a part of a report in clauses: "4. Measures" above "4.1 The limit is checked". */
function clauseHead(block: Block | undefined, next: Block): string | null {
  if (block?.type !== "list" || next.type !== "paragraph" || !isNumbered(next)) return null;
  const [item, ...more] = block.items;
  const isHead = item !== undefined && more.length === 0 && item.children.length === 0;
  return isHead && item.checked === null && item.text.length <= LONGEST_LEAD ? item.text : null;
}

/** The text of a plain line that is short enough to be a heading, above a list, a table or prose. */
function shortLine(block: Block | undefined, next: Block | undefined): string | null {
  if (next === undefined) return null;
  const asked = quotedQuestion(block) ?? clauseHead(block, next);
  if (asked !== null) return asked;
  if (block?.type !== "paragraph" || block.lines.length !== 1) return null;
  const { text } = block;
  const isShort = text.split(/\s+/).length <= MOST_WORDS && /^[^\p{L}#]*[\p{Lu}\p{Lo}]/u.test(text);
  // With few words before a colon it is a label with its value: "Impact: all users".
  const [before = "", after = ""] = text.split(/[:：]/);
  const isLabel = after.trim() !== "" && before.trim().split(/\s+/).length < LEAST_WORDS;
  return isShort && !isLabel && !/[.!;,]$/.test(text) ? text : null;
}

function isRows(block: Block | undefined): boolean {
  return block?.type === "list" || block?.type === "table";
}

/** Whether a table tells of the document itself: a line above it tells more of that, and names no part. */
function statesFacts(block: Block | undefined, vocabulary: Vocabulary): boolean {
  if (block?.type !== "table") return false;
  const known = tableLabels(block, vocabulary).filter(({ label }) => isLabel(label, vocabulary));
  return known.length >= LEAST_FACTS;
}

/** Whether a plain line stands as a heading: it is called as a part is, or heads a list or a table as one. */
function isHeading(text: string, next: Block | undefined, vocabulary: Vocabulary): boolean {
  // Below a list of people the story goes on, which names them.
  if (kindOfSection(text, vocabulary) === "people") return false;
  if (namesOfParts(vocabulary).has(normalizeHeading(text))) return true;
  const isClauses = next?.type === "paragraph" && isNumbered(next);
  if ((text.endsWith("?") || isClauses) && kindOfSection(text, vocabulary) !== null) return true;
  if (!isRows(next) || /[:：]$/.test(text) || statesFacts(next, vocabulary)) return false;
  const [before = ""] = text.split(/[:：]/);
  return kindOfSection(before, vocabulary) !== null;
}

/** Where lines stand as headings; among those that do, a short line above a list or a table is one, too. */
function headsIn(blocks: readonly Block[], vocabulary: Vocabulary): readonly number[] {
  const lines = blocks.flatMap((block, index) => {
    const text = shortLine(block, blocks[index + 1]);
    return text === null ? [] : [{ index, text }];
  });
  const known = lines.filter(({ index, text }) => isHeading(text, blocks[index + 1], vocabulary));
  const leads = blocks.flatMap((block, index) =>
    leadOf(block, vocabulary) === null ? [] : [index],
  );
  const thread = blocks.findIndex((block, at) => beginsMail(block, blocks[at + 1], vocabulary));
  const led = thread < 0 ? leads : [...leads, thread].toSorted((a, b) => a - b);
  if (known.length === 0) return led;
  const heads = lines
    .filter((line) => known.includes(line) || isRows(blocks[line.index + 1]))
    .map(({ index }) => index);
  return [...new Set([...heads, ...led])].toSorted((a, b) => a - b);
}

/** A paragraph that begins with the name of a part as a sentence of its own: "**Root cause.** A limit". */
function leadOf(
  block: Block | undefined,
  vocabulary: Vocabulary,
): { readonly heading: Text; readonly rest: readonly Block[] } | null {
  const [first, ...more] = block?.type === "paragraph" ? block.lines : [];
  // A line that is bold as a whole, or that is nothing but the name, has no part that is.
  const { text = "", bold = text } = first ?? {};
  const mayLead = bold.length <= LONGEST_LEAD && bold.endsWith(".") && text.startsWith(bold);
  if (block?.type !== "paragraph" || !first || !mayLead) return null;
  const name = normalizeHeading(bold);
  const names = namesOfParts(vocabulary);
  if (!names.has(name) && !names.has(`=${name}`)) return null;
  const own = text.slice(bold.length).trim();
  const lines = own === "" ? more : [{ text: own, range: first.range }, ...more];
  const said = block.text.startsWith(bold) ? block.text.slice(bold.length).trim() : block.text;
  const heading = { text: bold.slice(0, -1), range: first.range };
  return { heading, rest: lines.length === 0 ? [] : [{ ...block, text: said, lines }] };
}

function textOfHead(block: Block): string {
  if (block.type === "list") return block.items[0]?.text ?? "";
  return block.type === "paragraph" || block.type === "quote" ? block.text : "";
}

const CLOCK = /\d[:.h]\d{2}(?![\d.])/;

/** Whether a heading begins with a time of day: below it stands what happened then. */
function isTime({ text }: Text, vocabulary: Vocabulary): boolean {
  return CLOCK.test(text) && CLOCK.test(splitTimeHead(text, vocabulary)?.head ?? "");
}

/** Sections with those whose heading is a plain line, as in what is pasted from a browser or a mail. */
export function openHeadingLines(
  sections: readonly BodySection[],
  { vocabulary }: AssembleContext,
): readonly BodySection[] {
  return sections.flatMap((section) => {
    const heads = isTime(section.heading, vocabulary) ? [] : headsIn(section.blocks, vocabulary);
    if (heads.length === 0) return [section];
    const own = { ...section, blocks: section.blocks.slice(0, heads[0]) };
    const below = heads.flatMap((start, index): readonly BodySection[] => {
      const block = section.blocks[start];
      if (!block) return [];
      const blocks = section.blocks.slice(start + 1, heads[index + 1]);
      const lead = leadOf(block, vocabulary);
      if (lead) {
        const { heading, rest } = lead;
        const { range } = block;
        return [{ heading, level: LINE_LEVEL, blocks: [...rest, ...blocks], range }];
      }
      const text = textOfHead(block);
      const { range } = block;
      return [{ heading: { text, range }, level: LINE_LEVEL, blocks, range }];
    });
    return [own, ...below];
  });
}
