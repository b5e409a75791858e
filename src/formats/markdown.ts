import type { List, Paragraph, RootContent, Table, TableCell, Text } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import stringWidth from "string-width";
import type { Section } from "../core/table.ts";
import { cellText, isNumeric, trimmed } from "./cell-text.ts";
import { defineFormat } from "./define.ts";

const EXTENSIONS = [
  gfmTableToMarkdown({ stringLength: stringWidth }),
  // GFM strikes out what stands between tildes.
  { unsafe: [{ character: "~", inConstruct: "phrasing" as const }] },
];

function textNodes(text: string): Text[] {
  return [{ type: "text", value: trimmed(text) }];
}

/** Nothing for an empty text. */
function heading(depth: 2 | 3, text: string): readonly RootContent[] {
  return text === "" ? [] : [{ type: "heading", depth, children: textNodes(text) }];
}

function paragraph(text: string): Paragraph {
  return { type: "paragraph", children: textNodes(text) };
}

function noteList(notes: readonly string[]): readonly List[] {
  if (notes.length === 0) return [];
  const children = notes.map((note) => ({
    type: "listItem" as const,
    spread: false,
    children: [paragraph(note)],
  }));
  return [{ type: "list", ordered: false, spread: false, children }];
}

function tableCell(text: string): TableCell {
  return { type: "tableCell", children: [{ type: "text", value: text }] };
}

function tableOf({ columns, rows }: Section): Table {
  const head = columns.map(({ label }) => tableCell(trimmed(label)));
  const body = rows.map((row) =>
    columns.map(({ type }, at) => tableCell(cellText(row[at] ?? null, type))),
  );
  return {
    type: "table",
    align: columns.map(({ type }) => (isNumeric(type) ? "right" : null)),
    children: [head, ...body].map((children) => ({ type: "tableRow", children })),
  };
}

function sectionNodes(section: Section): readonly RootContent[] {
  const body = section.rows.length === 0 ? paragraph(section.whenEmpty) : tableOf(section);
  return [...heading(3, section.title), body, ...noteList(section.notes)];
}

/** GFM that pastes into a wiki: no text of a document turns into markup. */
export const markdown = defineFormat({
  name: "markdown",
  summary: "GitHub-flavored markdown, for a wiki or a pull request",
  sections: "all",
  render(report) {
    const children = [
      ...heading(2, report.title),
      ...(report.subtitle === "" ? [] : [paragraph(report.subtitle)]),
      ...report.sections.flatMap(sectionNodes),
      ...noteList(report.notes),
    ];
    return toMarkdown({ type: "root", children }, { bullet: "-", extensions: EXTENSIONS });
  },
});
