import type { DataRows } from "../../core/output/data-table.ts";
import { printableJson } from "../../core/text/printable.ts";
import { defineDataFormat } from "./define.ts";
import { plainValue } from "./texts.ts";

/** One JSON object a line, with every field of the table; null for what is not known. */
export const jsonl = defineDataFormat({
  name: "jsonl",
  summary: "one JSON object per line",
  ending: ".jsonl",
  render: ({ fields, rows }: DataRows) => {
    const lines = rows.map((row) => {
      const entries = fields.map((one, at) => [one.name, plainValue(one, row[at] ?? null)]);
      return `${printableJson(JSON.stringify(Object.fromEntries(entries)))}\n`;
    });
    return Promise.resolve(lines.join(""));
  },
});
