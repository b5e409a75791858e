import type { SectionKind } from "../../core/document/body-parts.ts";
import { plainItem } from "../../parse/body/blocks.ts";
import type { Block, BodySection, TableBlock, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { isRowNumber } from "./numbered.ts";
import { ITEM_LEVEL } from "./parts.ts";
import { kindOfSection } from "./sections.ts";

/** Parts that a table may hold beside their names, a line for each of their items. */
const IN_ROWS: ReadonlySet<SectionKind | null> = new Set(["timeline", "cause"]);
const LISTED_IN_ROWS: ReadonlySet<SectionKind | null> = new Set([
  "actions",
  "factors",
  "went-well",
  "learnings",
]);
const LABELLED = /^[\p{L}][^:：]{1,39}[:：]\s*\S/u;
const BULLET = /^[-*•·]\s+/;

type Row = TableBlock["rows"][number];

/** The items of a cell that numbers them in one line, "1. Raise the limit 2. Alert on it"; else none. */
function numberedItems(text: string): readonly string[] {
  const items: string[] = [];
  let rest = text;
  for (let number = 1; ; number += 1) {
    if (!rest.startsWith(`${String(number)}. `)) return [];
    const next = rest.indexOf(` ${String(number + 1)}. `);
    items.push(rest.slice(0, next === -1 ? undefined : next).replace(/^\d+\. /, ""));
    if (next === -1) return items.length > 1 ? items : [];
    rest = rest.slice(next + 1);
  }
}

/** The lines of a cell, or what it numbers; none of a cell that is one text. */
function linesOfCell({ text, broken }: Text): readonly string[] {
  return broken ?? numberedItems(text);
}

function textsOf(cell: Text): readonly Text[] {
  return linesOfCell(cell).map((line) => ({ text: line.replace(BULLET, ""), range: cell.range }));
}

function paragraphOf(cell: Text): Block {
  return { type: "paragraph", text: cell.text, range: cell.range, lines: textsOf(cell) };
}

function listOf(cell: Text): Block {
  return { type: "list", items: textsOf(cell).map(plainItem), range: cell.range };
}

/** A part of a document in a row of two cells: its name, and its lines. */
function partOf(row: Row, vocabulary: Vocabulary): BodySection | null {
  const isNumbered = row.length === 3 && isRowNumber(row[0]?.text ?? "");
  const [name, value, ...more] = isNumbered ? row.slice(1) : row;
  if (!name || !value || name.broken || more.length > 0) return null;
  if (linesOfCell(value).length === 0) return null;
  const kind = kindOfSection(name.text, vocabulary);
  const isListed = LISTED_IN_ROWS.has(kind);
  if (!isListed && !IN_ROWS.has(kind)) return null;
  const { text, range } = name;
  const block = isListed ? listOf(value) : paragraphOf(value);
  return { heading: { text, range }, level: ITEM_LEVEL, blocks: [block], range };
}

/** The parts in a table of one row whose head names them, by the columns: "Facts | Timeline". */
function partsBelowHead(
  { head, rows: [row, ...more] }: TableBlock,
  vocabulary: Vocabulary,
): readonly (BodySection | null)[] {
  if (!row || more.length > 0) return [];
  return row.map((cell, column) => {
    const name = head[column];
    return name ? partOf([name, cell], vocabulary) : null;
  });
}

/** Whether each line of a cell is a fact below its label. */
function holdsFacts({ broken = [] }: Text): boolean {
  return broken.length > 1 && broken.every((line) => LABELLED.test(line));
}

function opened(table: TableBlock, vocabulary: Vocabulary): readonly (Block | BodySection)[] {
  const columns = partsBelowHead(table, vocabulary);
  const below = columns.filter((part) => part !== null);
  if (below.length > 0) {
    const rows = table.rows.map((row) =>
      row.map((cell, column) => (columns[column] ? { ...cell, text: "", broken: [] } : cell)),
    );
    return [...openedRows({ ...table, rows }, vocabulary), ...below];
  }
  return openedRows(table, vocabulary);
}

function openedRows(table: TableBlock, vocabulary: Vocabulary): readonly (Block | BodySection)[] {
  const parts = table.rows.map((row) => partOf(row, vocabulary));
  const others = table.rows.filter((_, index) => parts[index] === null);
  const facts = others.flatMap((row) => row.filter(holdsFacts)).map(paragraphOf);
  const left = others
    .map((row) => row.map((cell) => (holdsFacts(cell) ? { text: "", range: cell.range } : cell)))
    .filter((row) => row.some(({ text }) => text !== ""));
  const found = parts.filter((part) => part !== null);
  if (found.length === 0 && facts.length === 0) return [table];
  return [...(left.length > 0 ? [{ ...table, rows: left }] : []), ...facts, ...found];
}

function isSection(one: Block | BodySection): one is BodySection {
  return "blocks" in one;
}

/** Sections with what stands in cells of several lines: facts below their labels, parts beside their names. */
export function openBrokenCells(
  sections: readonly BodySection[],
  { vocabulary }: AssembleContext,
): readonly BodySection[] {
  return sections.flatMap((section) => {
    const isPlain = section.blocks.every(
      (block) =>
        block.type !== "table" ||
        !block.rows.some((row) => row.some((cell) => linesOfCell(cell).length > 0)),
    );
    const kind = isPlain ? null : kindOfSection(section.heading.text, vocabulary);
    if (isPlain || kind === "actions" || kind === "timeline") return [section];
    const all = section.blocks.flatMap((block) =>
      block.type === "table" ? opened(block, vocabulary) : [block],
    );
    const blocks = all.flatMap((one) => (isSection(one) ? [] : [one]));
    return [{ ...section, blocks }, ...all.filter(isSection)];
  });
}
