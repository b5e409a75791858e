import type { CellObject } from "write-excel-file/node";
import type { Cell, Column } from "../../core/table.ts";
import { officeText } from "../office-text.ts";
import { cellText, isNumeric } from "../tables/cell-text.ts";

/** More characters have no place in a cell. */
const MOST_CHARACTERS = 32_767;
/** Days before are no dates to a spreadsheet. */
const FIRST_DAY = Date.UTC(1900, 2, 1);

/** A text that stays one, whatever it begins with: `@` is the format of text. */
export function textCell(text: string, style: Partial<CellObject> = {}): CellObject {
  const value = officeText(text).slice(0, MOST_CHARACTERS);
  return { type: String, value, format: "@", alignVertical: "top", indent: 1, ...style };
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
  return textCell(cellText(cell, type), { wrap: true });
}
