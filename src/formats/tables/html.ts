import type { RenderOptions } from "../../core/output/render-options.ts";
import type { Report } from "../../core/table.ts";
import { defineFormat } from "./define.ts";

/** A page to open, print and pass on: charts with their tables, in one file that loads nothing. */
export const html = defineFormat({
  name: "html",
  readers: "people",
  summary: "one page with charts and tables, to open, print or pass on",
  sections: "all",
  ending: ".html",
  showsPlaces: true,
  gives: "text",
  async render(report: Report, options: RenderOptions) {
    const { reportPage } = await import("../html/page.ts");
    return reportPage(report, options);
  },
});
