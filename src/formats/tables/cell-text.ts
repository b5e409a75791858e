import { printable } from "../../core/printable.ts";
import type { Cell, ColumnType } from "../../core/table.ts";
import { sparkline } from "./sparkline.ts";

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;
const NOT_KNOWN = "–";
const NOTHING = "none";

/** Minutes in words: `45 min`, `1 h 23 min`; from a day on to the hour: `2 d 3 h`. */
function minutesText(minutes: number): string {
  if (minutes < 0) return `-${minutesText(-minutes)}`;
  const whole = Math.round(minutes);
  if (whole < MINUTES_PER_HOUR) return `${whole} min`;
  if (whole < MINUTES_PER_DAY) {
    return twoUnits(whole, { units: ["h", "min"], size: MINUTES_PER_HOUR });
  }
  return twoUnits(Math.round(whole / MINUTES_PER_HOUR), { units: ["d", "h"], size: 24 });
}

function twoUnits(
  amount: number,
  { units: [large, small], size }: { units: readonly [string, string]; size: number },
): string {
  const rest = amount % size;
  const whole = `${Math.floor(amount / size)} ${large}`;
  return rest === 0 ? whole : `${whole} ${rest} ${small}`;
}

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
  if (cell === null) return NOT_KNOWN;
  if (typeof cell === "number") return numberText(cell, type);
  if (typeof cell === "string") return trimmed(cell);
  if (type === "series") return sparkline(cell.map(Number));
  return cell.length === 0 ? NOTHING : cell.map(trimmed).join(", ");
}

/** Whether a column's cells are numbers, which stand to the right. */
export function isNumeric(type: ColumnType): boolean {
  return ["count", "number", "minutes", "share", "ratio"].includes(type);
}
