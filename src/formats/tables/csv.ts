import { stringify } from "csv-stringify/sync";
import type { RenderOptions } from "../../core/output/render-options.ts";
import type { Cell, ColumnType, Report } from "../../core/table.ts";
import { trimmed } from "./cell-text.ts";
import { defineFormat } from "./define.ts";

/** Four decimals. */
const STEPS = 10_000;

/** Trimmed, or a formula could hide behind a blank. */
function field(cell: Cell, type: ColumnType): string | number {
  if (cell === null) return "";
  if (typeof cell === "string") return trimmed(cell);
  if (typeof cell === "number") {
    return ["share", "ratio", "number"].includes(type) ? Math.round(cell * STEPS) / STEPS : cell;
  }
  return cell.map(trimmed).join("; ");
}

/**
 * RFC 4180, but for lines that end in `\n`: the keys as header, then base units: minutes, shares
 * of 1, ratios and other numbers with four decimals, lists joined by `; `, nothing for what is not known. A text that a
 * spreadsheet would run begins with `'`.
 */
export const csv = defineFormat({
  name: "csv",
  readers: "programs",
  summary: "comma-separated values of one section, in base units, for spreadsheets",
  ending: ".csv",
  sections: "one",
  gives: "text",
  render(report: Report, options?: RenderOptions) {
    const [section] = report.sections;
    if (!section) return "\n";
    const header = section.columns.map(({ key }) => trimmed(key));
    const rows = section.rows.map((row) =>
      section.columns.map(({ type }, at) => field(row[at] ?? null, type)),
    );
    const text = stringify([header, ...rows], { escape_formulas: true, record_delimiter: "\n" });
    // Excel reads a file without the mark in the code page of its computer.
    return options?.isForExcel ? `\uFEFF${text.replaceAll("≥", ">=")}` : text;
  },
});
