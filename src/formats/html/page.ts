import { createHash } from "node:crypto";
import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { counted } from "../../core/counted.ts";
import { PAGE_GENERATOR } from "../../core/output/page-generator.ts";
import type { RenderOptions } from "../../core/output/render-options.ts";
import type { Report, Section } from "../../core/table.ts";
import { withoutCodeMarks } from "../../core/text/inline-code.ts";
import { chartData } from "../charts/chart-data.ts";
import { trimmed } from "../tables/cell-text.ts";
import { joinFigures } from "../tables/join-figures.ts";
import { cardsElement } from "./cards.ts";
import { noteList, remarkElement, textElement } from "./element.ts";
import { figureElement } from "./figure.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";
import { printedNote, tableElement } from "./table.ts";

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Nothing is loaded, sent or run but the page's own style and script. */
const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function headOf(title: string): Element {
  return h("head", [
    h("meta", { charSet: "utf-8" }),
    h("meta", { name: "generator", content: PAGE_GENERATOR }),
    h("meta", { httpEquiv: "Content-Security-Policy", content: POLICY }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "referrer", content: "no-referrer" }),
    h("title", withoutCodeMarks(trimmed(title))),
    h("style", STYLE),
  ]);
}

/** The chart with its table behind a disclosure right below, or the table alone. */
function bodyOf(section: Section, options: RenderOptions): readonly ElementContent[] {
  if (section.rows.length === 0) return [remarkElement("p", section.whenEmpty)];
  const data = options.charts === false ? null : chartData(section);
  const joined = joinFigures(section);
  const note = printedNote(joined);
  if (section.isBlocks) {
    const figure = data === null ? [] : [figureElement(data)];
    return [...figure, cardsElement(joined, options), ...note];
  }
  const table = [tableElement(joined, options), ...note];
  if (data === null) return table;
  const summary = h("summary", `Table of ${counted(section.rows.length, "row")}`);
  const { isTableFirst = false } = section;
  return [
    figureElement(data),
    h("details", { className: "table", open: isTableFirst }, [summary, ...table]),
  ];
}

function sectionElement(section: Section, options: RenderOptions): Element {
  const id = `section-${section.key}`;
  return h("section", { id, ariaLabelledBy: [`${id}-title`] }, [
    h("h2", { id: `${id}-title` }, textElement("span", section.title)),
    ...(section.finding === undefined ? [] : [textElement("p", section.finding, "finding")]),
    ...bodyOf(section, options),
    ...noteList(section.notes),
  ]);
}

function contentsOf(sections: readonly Section[]): readonly ElementContent[] {
  if (sections.length < 2) return [];
  const items = sections.map(({ key, title }) =>
    h("li", [h("a", { href: `#section-${key}` }, trimmed(title))]),
  );
  return [h("nav", { ariaLabel: "Sections" }, [h("ul", items)])];
}

/** A report as one page that needs nothing beside itself. */
export function reportPage(report: Report, options: RenderOptions): string {
  const { title, subtitle, sections, notes } = report;
  const page = h("html", { lang: "en" }, [
    headOf(title),
    h("body", [
      h("a", { className: "skip", href: "#main" }, "Skip to the figures"),
      h("header", [
        textElement("h1", title),
        textElement("p", subtitle, "subtitle"),
        ...contentsOf(sections),
      ]),
      h(
        "main",
        { id: "main" },
        sections.map((section) => sectionElement(section, options)),
      ),
      ...(notes.length > 0
        ? [h("footer", [h("h2", "What the figures rest on"), ...noteList(notes)])]
        : []),
      h("script", SCRIPT),
    ]),
  ]);
  const html = toHtml(
    { type: "root", children: [{ type: "doctype" }, page] },
    { allowDangerousHtml: true, omitOptionalTags: true },
  );
  return `${html}\n`;
}
