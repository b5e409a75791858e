import type { Cell, ColumnType } from "../../core/table.ts";
import { printable } from "../../core/text/printable.ts";
import { minutesText } from "../../core/time/minutes-text.ts";
import { sparkline } from "../charts/bars.ts";

/** What stands where nothing is stated. */
const NOT_STATED = "–";

/** A share of 1 in percent: `43 %`. What is neither none nor all never reads as such. */
function shareText(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return "<1 %";
  if (percent === 100 && share < 1) return ">99 %";
  return `${percent} %`;
}

/** A number with at most one decimal. */
function decimalText(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** How many times as much: `×2.3`; from ten on, whole. */
function ratioText(ratio: number): string {
  return `×${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)}`;
}

/** A number as people read it. */
export function numberText(value: number, type: ColumnType): string {
  if (type === "minutes") return minutesText(value);
  if (type === "number") return decimalText(value);
  if (type === "ratio") return ratioText(value);
  return type === "share" ? shareText(value) : String(value);
}

/** A text on one line, safe to print, without the blanks that may stand around it. */
export function trimmed(text: string): string {
  return printable(text).trim();
}

/** A cell as people read it, on one line and safe to print. */
export function cellText(cell: Cell, type: ColumnType): string {
  if (cell === null) return NOT_STATED;
  if (typeof cell === "number") return numberText(cell, type);
  if (typeof cell === "string") return trimmed(cell);
  if (type === "series") return sparkline(cell.map(Number));
  return cell.length === 0 ? NOT_STATED : cell.map(trimmed).join(", ");
}

/** Whether a column's cells are numbers, which stand to the right. */
export function isNumeric(type: ColumnType): boolean {
  return ["count", "number", "minutes", "share", "ratio"].includes(type);
}
