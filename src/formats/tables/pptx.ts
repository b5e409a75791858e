import type { RenderOptions } from "../../core/output/render-options.ts";
import type { Report } from "../../core/table.ts";
import { defineFormat } from "./define.ts";

/** Slides to present and to edit: one a section, its finding as the title. */
export const pptx = defineFormat({
  name: "pptx",
  readers: "people",
  summary: "slides to present, one a section, with charts that can be edited",
  sections: "all",
  ending: ".pptx",
  gives: "bytes",
  async render(report: Report, options: RenderOptions) {
    const { slides } = await import("../pptx/slides.ts");
    return slides(report, options);
  },
});
