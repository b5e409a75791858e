import { Chalk, type ChalkInstance } from "chalk";
import { range } from "d3-array";
import type { RenderOptions } from "../../core/output/render-options.ts";
import type { Cell, Column, ColumnType, Report, Section } from "../../core/table.ts";
import { type Block, blocksOf, isMinor } from "./blocks.ts";
import { cellText, isNumeric, trimmed } from "./cell-text.ts";
import { defineFormat } from "./define.ts";
import { type CellLines, drawColumns } from "./draw-columns.ts";
import { joinFigures } from "./join-figures.ts";
import { COLUMN_GAP, figureParts, layOut, type PlacedColumn } from "./layout.ts";
import { courseLine, layOutWithBars } from "./row-bars.ts";
import { textWidth } from "./text-width.ts";
import { wrapWords } from "./wrap.ts";

/** How lines are made: `width` in terminal columns, null for no bound. */
interface Style {
  readonly paint: ChalkInstance;
  readonly width: number | null;
  /** Whether amounts have bars beside them: for somebody who looks, not for a program. */
  readonly hasBars: boolean;
  readonly isWide: boolean;
}

function paragraph(text: string, width: number | null): readonly string[] {
  const safe = trimmed(text);
  if (safe === "") return [];
  return width === null ? [safe] : wrapWords(safe, width);
}

/** For each level that a row is below another. */
const INDENT = "  ";

/** What a list of names may take on a terminal. */
const LONGEST_NAMES = 24;

/** The first names of a list, as many as have room, and how many more there are: `checkout, data +3`. */
function fewNames(cell: Cell): string {
  const all = cellText(cell, "list");
  if (!Array.isArray(cell) || textWidth(all) <= LONGEST_NAMES) return all;
  const fits = (count: number) =>
    textWidth(`${cellText(cell.slice(0, count), "list")} +${cell.length - count}`) <= LONGEST_NAMES;
  const shown = range(cell.length - 1, 1, -1).find(fits) ?? 1;
  const more = cell.length - shown;
  return cellText(cell.slice(0, shown), "list") + (more === 0 ? "" : ` +${more}`);
}

/** A cell as a terminal or a pipe shows it: a series is its counts where no bars are drawn. */
function drawnText(cell: Cell, type: ColumnType, { width, hasBars }: Style): string {
  if (type === "series" && Array.isArray(cell) && !hasBars) return cell.join(" ");
  return width !== null && type === "list" ? fewNames(cell) : cellText(cell, type);
}

interface DrawnSection {
  readonly lines: readonly string[];
  readonly leftOut: readonly Column[];
}

function drawSection(whole: Section, style: Style): DrawnSection {
  const { paint, width, hasBars, isWide } = style;
  const section = joinFigures(whole, isWide ? "coverage" : "figures");
  const cells = section.rows.map((row, line) =>
    section.columns.map(({ type }, at) => {
      const text = drawnText(row[at] ?? null, type, style);
      return at === 0 ? `${INDENT.repeat(section.levels?.[line] ?? 0)}${text}` : text;
    }),
  );
  const barred =
    hasBars && width !== null ? layOutWithBars(whole, section.columns, cells, width) : null;
  const { placed, leftOut } = barred ?? layOut(section.columns, cells, width);
  const texts = barred?.texts ?? cells;
  const wrapped = (text: string, column: PlacedColumn): CellLines => {
    if (isNumeric(column.column.type) && textWidth(text) > column.width) {
      return figureParts(text).flatMap((part) => wrapWords(part, column.width));
    }
    const indent = text.slice(0, text.length - text.trimStart().length);
    const lines = wrapWords(text.trimStart(), Math.max(1, column.width - indent.length));
    return lines.map((line) => indent + line);
  };
  const drawn = placed.map((column) => ({
    label: wrapped(column.column.label, column),
    isRight: isNumeric(column.column.type),
  }));
  const rows = texts.map((row) => placed.map((column) => wrapped(row[column.index] ?? "", column)));
  const rule = Math.max(...drawn.map(({ label }) => label.length));
  const lines = drawColumns(drawn, rows).map((line, at) =>
    at < rule ? paint.bold(line) : at === rule ? paint.dim(line) : line,
  );
  return { lines, leftOut };
}

function leftOutLines(leftOut: readonly Column[], { paint, width }: Style): readonly string[] {
  if (leftOut.length === 0) return [];
  const columns = leftOut.length === 1 ? "1 more column" : `${leftOut.length} more columns`;
  const remark = `${columns}: --wide shows all, --columns chooses, --format csv has them too.`;
  return paragraph(remark, width).map((line) => paint.dim(line));
}

/** A row as its heading, and a line for each of its fields: the label, and its texts one below the other. */
function blockLines({ heading, id, fields }: Block, { paint, width }: Style): readonly string[] {
  const head = paragraph(id === null ? heading : `${heading} (${id})`, width);
  const labels = Math.max(0, ...fields.map(({ label }) => textWidth(label)));
  const left = INDENT.length + Math.min(labels, LONGEST_NAMES) + COLUMN_GAP.length;
  const room = width === null ? null : Math.max(width - left, LONGEST_NAMES);
  const lines = fields.flatMap(({ label, texts }) => {
    const cut = texts.flatMap((text) => (room === null ? [text] : wrapWords(text, room)));
    return cut.map((line, at) => {
      const name = at === 0 ? label : "";
      const blanks = " ".repeat(
        Math.max(COLUMN_GAP.length, left - INDENT.length - textWidth(name)),
      );
      return `${INDENT}${at === 0 ? paint.dim(name) : ""}${blanks}${line}`;
    });
  });
  return [...head.map((line) => paint.bold(line)), ...lines];
}

/** The paragraphs of a section: a blank line stands between two. */
function sectionBlocks(section: Section, style: Style): readonly (readonly string[])[] {
  const title = paragraph(section.title, style.width).map((line) => style.paint.bold(line));
  const notes = section.notes.flatMap((note) => paragraph(note, style.width));
  if (section.rows.length === 0) {
    return [[...title, ...paragraph(section.whenEmpty, style.width)], notes];
  }
  if (section.isBlocks && !style.isWide) {
    const joined = joinFigures(section);
    const blocks = blocksOf(joined).map((block) => blockLines(block, style));
    const rest = leftOutLines(joined.columns.filter(isMinor), style);
    return [title, ...blocks, [...rest, ...notes]];
  }
  const { lines, leftOut } = drawSection(section, style);
  const course = style.hasBars ? courseLine(section) : null;
  const spark = course === null ? [] : paragraph(course, style.width);
  return [[...title, ...spark], lines, [...leftOutLines(leftOut, style), ...notes]];
}

/** Text for a terminal: fits its width, and says which columns it had no place for. */
export const table = defineFormat({
  name: "table",
  readers: "people",
  summary: "text that fits the terminal",
  sections: "all",
  ending: null,
  gives: "text",
  render(report: Report, options: RenderOptions) {
    const paint = new Chalk({ level: options.color ? 1 : 0 });
    const hasBars = options.isTerminal === true && options.charts !== false;
    const isWide = options.isWide === true;
    const style: Style = { paint, width: options.width, hasBars, isWide };
    const blocks = [
      [
        ...paragraph(report.title, options.width).map((line) => paint.bold(line)),
        ...paragraph(report.subtitle, options.width).map((line) => paint.dim(line)),
      ],
      ...report.sections.flatMap((section) => sectionBlocks(section, style)),
      report.notes.flatMap((note) => paragraph(note, options.width)),
    ];
    const filled = blocks.filter((lines) => lines.length > 0);
    return `${filled.map((lines) => lines.join("\n")).join("\n\n")}\n`;
  },
});
