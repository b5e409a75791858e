import type { Report } from "../../core/table.ts";
import { defineFormat } from "./define.ts";

/** A workbook to sort, filter and reckon with: typed cells, and nothing that a spreadsheet runs. */
export const xlsx = defineFormat({
  name: "xlsx",
  readers: "people",
  summary: "a workbook with a sheet for each section, typed cells and filters",
  sections: "all",
  showsPlaces: true,
  ending: ".xlsx",
  gives: "bytes",
  async render(report: Report) {
    const { workbook } = await import("../xlsx/workbook.ts");
    return workbook(report);
  },
});
