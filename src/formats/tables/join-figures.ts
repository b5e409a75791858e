import type { Cell, Column, ColumnType, Joined, Section } from "../../core/table.ts";
import { cellText, numberText } from "./cell-text.ts";

/** The figures that belong to one cell; null where the row has none. */
type Figures = Readonly<Record<Exclude<keyof Joined, "coverage">, number | null>>;

/** A bound without its unit where the figure before it has the same: `[15–65]` percent. */
function boundText(bound: number, type: ColumnType): string {
  if (type === "share") return String(Math.round(bound * 100));
  return numberText(bound, type === "count" ? "number" : type);
}

function intervalText({ low, high }: Figures, type: ColumnType): string {
  if (low === null) return high === null ? "" : ` [≤${boundText(high, type)}]`;
  if (high === null) return ` [≥${boundText(low, type)}]`;
  return ` [${boundText(low, type)}–${boundText(high, type)}]`;
}

/** A share as `4 of 11, 36 % [15–65]`; a part of nothing known as the count alone. */
function partText(value: number | null, figures: Figures, type: ColumnType): string | null {
  const { part, of } = figures;
  if (part === null) return null;
  if (of === null || value === null) return String(part);
  return `${part} of ${of}, ${numberText(value, type)}${intervalText(figures, type)}`;
}

function joinedText(value: Cell, figures: Figures, type: ColumnType): Cell {
  const known = typeof value === "number" ? value : null;
  const text = partText(known, figures, type);
  if (text !== null || known === null) return text ?? value;
  const of = figures.of === null ? "" : `, n ${figures.of}`;
  return `${cellText(known, type)}${intervalText(figures, type)}${of}`;
}

/** The keys of the columns whose figures stand in the cell of this one. */
export function figureKeys({ joined: { part, of, low, high } = {} }: Column): readonly string[] {
  return [part, of, low, high].flatMap((key) => key ?? []);
}

/**
 * The section as people read it: each figure with its interval and what it rests on in one cell. How
 * often the interval holds stays a column of its own where `shows` asks for it, and is left out otherwise.
 */
export function joinFigures(section: Section, shows: "coverage" | "figures" = "figures"): Section {
  const { columns, rows } = section;
  const joinedKeys = new Set(
    columns.flatMap((column) => [
      ...figureKeys(column),
      ...(shows === "figures" ? [column.joined?.coverage ?? []].flat() : []),
    ]),
  );
  if (joinedKeys.size === 0) return section;
  const shown = columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => !joinedKeys.has(column.key));
  const numberAt = (row: readonly Cell[], key: string | undefined) => {
    const cell = row[columns.findIndex((column) => column.key === key)];
    return typeof cell === "number" ? cell : null;
  };
  const cellOf = (row: readonly Cell[], { type, joined }: Column, at: number): Cell => {
    const cell = row[at] ?? null;
    if (joined === undefined) return cell;
    const { part, of, low, high } = joined;
    const [p, o, l, h] = [part, of, low, high].map((key) => numberAt(row, key));
    const figures = { part: p ?? null, of: o ?? null, low: l ?? null, high: h ?? null };
    return joinedText(cell, figures, type);
  };
  return {
    ...section,
    columns: shown.map(({ column }) => column),
    rows: rows.map((row) => shown.map(({ column, at }) => cellOf(row, column, at))),
  };
}
