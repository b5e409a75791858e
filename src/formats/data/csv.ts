import { stringify } from "csv-stringify/sync";
import type { DataRows } from "../../core/output/data-table.ts";
import { printable } from "../../core/text/printable.ts";
import { defineDataFormat } from "./define.ts";
import { plainValue } from "./texts.ts";

function cell(value: ReturnType<typeof plainValue>): string | number {
  if (value === null) return "";
  if (typeof value === "boolean") return String(value);
  // Trimmed, or a formula could hide behind a blank.
  return typeof value === "string" ? printable(value).trim() : value;
}

/** As in reports: a text that a spreadsheet would run begins with `'`; lines end in `\n`. */
export const csv = defineDataFormat({
  name: "csv",
  summary: "comma-separated values",
  ending: ".csv",
  render: ({ fields, rows }: DataRows) => {
    const header = fields.map(({ name }) => name);
    const cells = rows.map((row) =>
      fields.map((one, at) => cell(plainValue(one, row[at] ?? null))),
    );
    const text = stringify([header, ...cells], { escape_formulas: true, record_delimiter: "\n" });
    return Promise.resolve(text);
  },
});
