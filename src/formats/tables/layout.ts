import type { Column } from "../../core/table.ts";
import { isNumeric } from "./cell-text.ts";
import { textWidth } from "./text-width.ts";

/** Blanks between two columns. */
export const COLUMN_GAP = "  ";

/** A longer word, or part of a path, may be broken rather than cost a column its place. */
const LONGEST_WHOLE_WORD = 40;
/** A text column narrower than this is hard to read, so other columns go first. */
const READABLE_WIDTH = 24;
/** Names are short: a list of them can be read in less. */
const NAMES_WIDTH = 14;
/** What a text column keeps on a terminal that is too narrow even so. */
const NARROWEST = 8;

/** A column that is shown, with its width in terminal columns. */
export interface PlacedColumn {
  readonly index: number;
  readonly column: Column;
  readonly width: number;
}

export interface Layout {
  readonly placed: readonly PlacedColumn[];
  readonly leftOut: readonly Column[];
}

interface Measured {
  readonly index: number;
  readonly column: Column;
  /** Nothing wraps. */
  readonly natural: number;
  /** Text and headings wrap at words, where they still read well. */
  readonly minimum: number;
  /** Text is as narrow as its widest word. */
  readonly word: number;
  /** The interval of a figure stands below it. */
  readonly split: number;
  /** Words are broken. */
  readonly floor: number;
}

function widest(
  texts: readonly string[],
  partsOf: (text: string) => readonly string[] = (text) => [text],
): number {
  let most = 0;
  for (const text of texts) {
    for (const part of partsOf(text)) most = Math.max(most, textWidth(part));
  }
  return most;
}

/** The words of a text, and the parts of paths; the first with its indentation, which it cannot do without. */
function words(text: string): readonly string[] {
  return text.match(/^ *[^\s/]+\/*|[^\s/]+\/*/g) ?? [];
}

/** A figure and its interval, which may stand below it: `3 of 8, 38 %` and `[14–69]`. */
export function figureParts(text: string): readonly string[] {
  return text.split(/ (?=\[)/);
}

/** The cells of a column, below its label. */
function textsOf({ label }: Column, index: number, rows: readonly (readonly string[])[]) {
  return [label, ...rows.map((row) => row[index] ?? "")];
}

function measure(column: Column, index: number, rows: readonly (readonly string[])[]): Measured {
  const texts = textsOf(column, index, rows);
  const natural = widest(texts);
  if (isNumeric(column.type) || column.type === "date" || column.type === "instant") {
    const cells = texts.slice(1);
    const head = widest(words(column.label));
    const minimum = Math.max(head, widest(cells));
    const split = Math.max(head, widest(cells, figureParts));
    return { index, column, natural, minimum, word: minimum, split, floor: split };
  }
  const word = Math.min(widest(texts, words), LONGEST_WHOLE_WORD);
  const readable = column.type === "list" ? NAMES_WIDTH : READABLE_WIDTH;
  const minimum = Math.max(word, Math.min(natural, readable));
  return { index, column, natural, minimum, word, split: word, floor: Math.min(word, NARROWEST) };
}

function totalWidth(widths: readonly number[]): number {
  const gaps = COLUMN_GAP.length * Math.max(widths.length - 1, 0);
  return widths.reduce((sum, width) => sum + width, gaps);
}

/** Takes from the widest column that is above its bound until the table fits, or none is. */
function narrow(
  widths: readonly number[],
  bounds: readonly number[],
  available: number,
): readonly number[] {
  const narrowed = [...widths];
  for (let excess = totalWidth(narrowed) - available; excess > 0; excess -= 1) {
    const spare = narrowed.map((width, at) => (width > (bounds[at] ?? 0) ? width : 0));
    const most = Math.max(...spare);
    if (most === 0) break;
    narrowed[spare.lastIndexOf(most)] = most - 1;
  }
  return narrowed;
}

/**
 * The columns of priority 1, and of the others, the most needed first, as many as fit. The first that
 * does not ends it: a column that a narrow table shows is in every wider one.
 */
function choose(measured: readonly Measured[], available: number): readonly Measured[] {
  const optional = ([2, 3] as const).flatMap((priority) =>
    measured.filter(({ column }) => column.priority === priority),
  );
  const kept = new Set(measured.filter(({ column }) => column.priority === 1));
  for (const next of optional) {
    const widths = [...kept, next].map(({ minimum }) => minimum);
    if (totalWidth(widths) > available) break;
    kept.add(next);
  }
  return measured.filter((one) => kept.has(one));
}

/**
 * Which columns of a table are shown and how wide, so that it fits `available` terminal columns;
 * null for as wide as its cells need.
 * @param rows the cells' texts
 */
export function layOut(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  available: number | null,
): Layout {
  if (available === null) {
    const placed = columns.map((column, index) => {
      return { index, column, width: widest(textsOf(column, index, rows)) };
    });
    return { placed, leftOut: [] };
  }
  const measured = columns.map((column, index) => measure(column, index, rows));
  const shown = choose(measured, available);
  let widths: readonly number[] = shown.map(({ natural }) => natural);
  for (const bound of ["minimum", "word", "split", "floor"] as const) {
    widths = narrow(
      widths,
      shown.map((one) => one[bound]),
      available,
    );
  }
  return {
    placed: shown.map(({ index, column }, at) => ({ index, column, width: widths[at] ?? 0 })),
    leftOut: columns.filter((column) => !shown.some((one) => one.column === column)),
  };
}
