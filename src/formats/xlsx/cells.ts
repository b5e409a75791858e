import type { CellObject } from "write-excel-file/node";
import type { Cell, Column, ColumnType } from "../../core/table.ts";
import { officeText } from "../office-text.ts";
import { cellText, isNumeric } from "../tables/cell-text.ts";
import { textWidth } from "../tables/text-width.ts";

/** More characters have no place in a cell. */
const MOST_CHARACTERS = 32_767;
/** Days before are no dates to a spreadsheet. */
const FIRST_DAY = Date.UTC(1900, 2, 1);

function linesCell(lines: readonly string[], style: Partial<CellObject>): CellObject {
  const value = lines.join("\n").slice(0, MOST_CHARACTERS);
  return { type: String, value, format: "@", alignVertical: "top", indent: 1, ...style };
}

/** A text that stays one, whatever it begins with: `@` is the format of text. */
export function textCell(text: string, style: Partial<CellObject> = {}): CellObject {
  return linesCell([officeText(text)], style);
}

/** A text of a list that is longer wraps: a sign says where the next one begins. */
const LONGEST_LINE = 56;

/** The lines of a cell: one for each text of a list, so that commas within texts part nothing. */
export function cellLines(cell: Cell, type: ColumnType): readonly string[] {
  const isList = type === "list" && typeof cell === "object" && cell !== null && cell.length > 0;
  if (!isList) return [officeText(cellText(cell, type))];
  const texts = cell.map(officeText);
  const wraps = texts.length > 1 && texts.some((text) => textWidth(text) > LONGEST_LINE);
  return wraps ? texts.map((text) => `• ${text}`) : texts;
}

/** A column's heading, with the unit where cells are bare numbers. */
export function headCell({ label, type }: Column): CellObject {
  const unit = type === "minutes" ? " (minutes)" : type === "instant" ? " (UTC)" : "";
  const align = isNumeric(type) ? "right" : "left";
  return textCell(`${label}${unit}`, { fontWeight: "bold", wrap: true, align });
}

function numberCell(value: number, format: string): CellObject {
  return { type: Number, value, format, alignVertical: "top" };
}

function dayCell(text: string, format: string): CellObject {
  const instant = Date.parse(text);
  if (Number.isNaN(instant) || instant < FIRST_DAY) return textCell(text);
  return { type: Date, value: new Date(instant), format, align: "left", alignVertical: "top" };
}

/** A cell of its column's type; null where nothing is known. */
export function valueCell(cell: Cell, { type }: Column): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === "number") {
    if (type === "share") return numberCell(cell, "0%");
    return numberCell(cell, Number.isInteger(cell) ? "0" : "0.0");
  }
  if (typeof cell === "string" && type === "date") return dayCell(cell, "yyyy-mm-dd");
  if (typeof cell === "string" && type === "instant") return dayCell(cell, "yyyy-mm-dd hh:mm");
  return linesCell(cellLines(cell, type), { wrap: true });
}
