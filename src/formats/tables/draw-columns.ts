import { COLUMN_GAP } from "./layout.ts";
import { textWidth } from "./text-width.ts";

const RULE = "─";

/** The lines of a cell. */
export type CellLines = readonly string[];

/** A column with its label, and the side on which its texts stand. */
export interface DrawnColumn {
  readonly label: CellLines;
  readonly isRight: boolean;
}

/** At least one, so that a column without any text is seen. */
function widthOf(column: DrawnColumn, at: number, rows: readonly (readonly CellLines[])[]): number {
  let width = 1;
  const measure = (lines: CellLines) => {
    for (const line of lines) width = Math.max(width, textWidth(line));
  };
  measure(column.label);
  for (const row of rows) measure(row[at] ?? []);
  return width;
}

/** A line of a cell with the blanks beside it. */
function padded(line: string, width: number, isRight: boolean): string {
  const blanks = " ".repeat(width - textWidth(line));
  return isRight ? blanks + line : line + blanks;
}

/**
 * Texts in columns that are as wide as the widest of their lines: the lines of the labels, which end at a
 * rule, and of the rows below it. None ends with blanks.
 */
export function drawColumns(
  columns: readonly DrawnColumn[],
  rows: readonly (readonly CellLines[])[],
): readonly string[] {
  const widths = columns.map((column, at) => widthOf(column, at, rows));
  /** @param shift how many lines further down a cell of some lines begins. */
  const draw = (cells: readonly CellLines[], shift: (lines: number, height: number) => number) => {
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, index) =>
      columns
        .map(({ isRight }, at) => {
          const lines = cells[at] ?? [];
          const line = lines[index - shift(lines.length, height)] ?? "";
          return padded(line, widths[at] ?? 0, isRight);
        })
        .join(COLUMN_GAP)
        .trimEnd(),
    );
  };
  return [
    ...draw(
      columns.map(({ label }) => label),
      (lines, height) => height - lines,
    ),
    widths.map((width) => RULE.repeat(width)).join(COLUMN_GAP),
    ...rows.flatMap((row) => draw(row, () => 0)),
  ];
}
