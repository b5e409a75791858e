import type { Cell, ColumnType, Report, Section } from "../../core/table.ts";
import { printableJson } from "../../core/text/printable.ts";
import { defineFormat } from "./define.ts";

/** Grows with every change that a reader of the file could trip over. */
const SCHEMA = 4;

/** Counts of a series are numbers here. */
function valueOf(cell: Cell, type: ColumnType): Cell | readonly number[] {
  return type === "series" && Array.isArray(cell) ? cell.map(Number) : cell;
}

function sectionData({ key, title, columns, rows, notes }: Section) {
  return {
    key,
    title,
    columns: columns.map((column) => ({
      key: column.key,
      label: column.label,
      type: column.type,
    })),
    rows: rows.map((row) =>
      Object.fromEntries(columns.map(({ key, type }, at) => [key, valueOf(row[at] ?? null, type)])),
    ),
    notes,
  };
}

/** All sections and columns, in base units; a cell that is not known is null. */
export const json = defineFormat({
  name: "json",
  readers: "programs",
  summary: "every section with typed columns, for programs",
  sections: "all",
  ending: ".json",
  gives: "text",
  render(report: Report) {
    const data = {
      schema: SCHEMA,
      report: report.name,
      title: report.title,
      subtitle: report.subtitle,
      sections: report.sections.map(sectionData),
      notes: report.notes,
    };
    return `${printableJson(JSON.stringify(data, null, 2))}\n`;
  },
});
