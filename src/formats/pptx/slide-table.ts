import type { Cell, Column, Section } from "../../core/table.ts";
import { shorten } from "../charts/shorten.ts";
import { officeText } from "../office-text.ts";
import { cellText, isNumeric } from "../tables/cell-text.ts";
import { textWidth } from "../tables/text-width.ts";
import type { Slide } from "./library.ts";
import { BODY, FONT, INK, MOST_ROWS, WIDTH } from "./theme.ts";

const MOST_COLUMNS = 6;
/** Fewer columns are shown whole, whatever their words take. */
const FEWEST_COLUMNS = 3;

/** Characters of the longest cell: more where there are few rows. */
const CELL = { least: 60, most: 200, ofAll: 540 };

/** As many rows are worth leaving out columns for. */
const ENOUGH_ROWS = 6;

/** Inches that a slide has for the rows of a table, that a line of text and its cell take, and a word's characters. */
const ROOM = { rows: 5, line: 0.3, cell: 0.1, character: 0.125, widest: 0.155, margin: 0.22 };
/** A longer word is broken. */
const LONGEST_WORD = 22;
/** A longer figure is broken too. */
const LONGEST_FIGURE = 28;

/** A column of a slide, at which place its table has it, and how much it is needed, 1 the most. */
interface Shown {
  readonly at: number;
  readonly column: Column;
  readonly priority: number;
}

/** The columns without the least needed one, the last of these. */
function withoutLeast(shown: readonly Shown[]): readonly Shown[] {
  const least = Math.max(...shown.slice(1).map(({ priority }) => priority));
  const last = shown.findLastIndex(({ priority }) => priority === least);
  return shown.toSpliced(last, 1);
}

/**
 * The columns that a slide has place for, the most needed first, in their own order; no ids, addresses and courses,
 * and no files of what the table also names.
 */
function slideColumns({ columns }: Section): readonly Shown[] {
  const isNamed = columns.some(({ isId }) => isId);
  const files = columns.filter(({ isPath }) => isPath).map(({ priority }) => priority);
  const shown = columns
    .map((column, at) => {
      // The name stands for the id beside it, and for files, which slides leave out.
      const id = columns[at + 1]?.isId ? columns[at + 1] : undefined;
      const instead = id === undefined ? [] : [id.priority, ...files];
      return { column, at, priority: Math.min(column.priority, ...instead) };
    })
    .filter(({ column }) => !column.isId && !column.isAddress && column.type !== "series")
    .filter(({ column }) => !(isNamed && column.isPath));
  const ranked = shown.toSorted((a, b) => a.priority - b.priority);
  return ranked.slice(0, MOST_COLUMNS).toSorted((a, b) => a.at - b.at);
}

/** A cell as it is read aloud; the id of what has no name. */
function slideText(
  row: readonly Cell[],
  columns: readonly Column[],
  { at, column }: Shown,
): string {
  const next = columns[at + 1]?.isId ? (row[at + 1] ?? null) : null;
  const cell = row[at] ?? next;
  return officeText(cellText(cell, column.type));
}

interface Measured {
  readonly shown: readonly Shown[];
  readonly texts: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

/** The texts of as many columns as have room for their words. */
function measured(
  shown: readonly Shown[],
  textsOf: (shown: readonly Shown[]) => readonly (readonly string[])[],
): Measured {
  const texts = textsOf(shown);
  const widths = columnWidths(texts, shown);
  const fits = widths !== null || shown.length <= FEWEST_COLUMNS;
  if (!fits) return measured(withoutLeast(shown), textsOf);
  return { shown, texts, widths: widths ?? shown.map(() => WIDTH / shown.length) };
}

/**
 * Widths in inches: what the longest word of a column takes, so that none is broken, and of the rest a
 * share by the longest text. A figure is one word. Null where there is no room for the words.
 */
function columnWidths(
  texts: readonly (readonly string[])[],
  shown: readonly Shown[],
): readonly number[] | null {
  const columns = shown.map(({ column }, at) => {
    const cells = texts.map((row) => row[at] ?? "");
    const isFigure = isNumeric(column.type) || column.type === "date";
    const words = cells.flatMap((cell, line) => (isFigure && line > 0 ? [cell] : cell.split(" ")));
    const word = Math.max(...words.map(textWidth));
    const longest = isFigure ? LONGEST_FIGURE : LONGEST_WORD;
    const least = Math.min(longest, word) * ROOM.widest + ROOM.margin;
    return { least, more: Math.max(1, 1 + Math.max(...cells.map(textWidth)) - word) };
  });
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const more = columns.reduce((sum, column) => sum + column.more, 0);
  const rest = WIDTH - least;
  return rest < 0 ? null : columns.map((column) => column.least + (rest * column.more) / more);
}

/** As many of the rows, the header first, as have room one below the other. */
function fittingRows<T extends readonly string[]>(
  texts: readonly T[],
  widths: readonly number[],
): readonly T[] {
  let left = ROOM.rows;
  const fitting = texts.findIndex((row) => {
    const lines = row.map((text, at) => {
      const characters = Math.max(1, ((widths[at] ?? 1) - ROOM.margin) / ROOM.character);
      return Math.ceil(textWidth(text) / characters);
    });
    left -= Math.max(1, ...lines) * ROOM.line + ROOM.cell;
    return left < 0;
  });
  return fitting === -1 ? texts : texts.slice(0, Math.max(2, fitting));
}

/** Whether a table can do with a column less: of three, only with a remark less. */
function canLose(shown: readonly Shown[]): boolean {
  const hasRemark = shown.some(({ priority }) => priority > 2);
  return shown.length > (hasRemark ? FEWEST_COLUMNS - 1 : FEWEST_COLUMNS);
}

/** The columns with the rows that have room: without some columns where more rows then have. */
function fittingTable(
  shown: readonly Shown[],
  textsOf: (shown: readonly Shown[]) => readonly (readonly string[])[],
): Measured {
  const whole = measured(shown, textsOf);
  const fit = (table: Measured) => ({ ...table, texts: fittingRows(table.texts, table.widths) });
  const enough = Math.min(ENOUGH_ROWS + 1, whole.texts.length);
  let best = fit(whole);
  let left = whole.shown;
  while (best.texts.length < enough && canLose(left)) {
    left = withoutLeast(left);
    const fewer = fit(measured(left, textsOf));
    if (fewer.texts.length > best.texts.length) best = fewer;
  }
  return best;
}

/** A table of the most needed columns. @returns how many rows it shows */
export function addTable(slide: Slide, section: Section): number {
  const { columns, rows } = section;
  const first = rows.slice(0, MOST_ROWS);
  const longest = Math.min(CELL.most, Math.max(CELL.least, CELL.ofAll / first.length));
  const {
    shown,
    texts: fitting,
    widths,
  } = fittingTable(slideColumns(section), (some) => [
    some.map(({ column }) => officeText(column.label)),
    ...first.map((row) => some.map((one) => shorten(slideText(row, columns, one), longest))),
  ]);
  const cells = fitting.map((row, line) =>
    row.map((text, at) => {
      const isRight = isNumeric(shown[at]?.column.type ?? "text");
      return {
        text,
        options: { align: isRight ? ("right" as const) : ("left" as const), bold: line === 0 },
      };
    }),
  );
  slide.addTable(cells, {
    ...{ x: 0.6, y: 1.7, w: WIDTH, colW: [...widths] },
    ...{ fontFace: FONT, fontSize: BODY, color: INK.text, valign: "middle" },
    border: { type: "solid", pt: 1, color: INK.quiet },
  });
  return fitting.length - 1;
}
