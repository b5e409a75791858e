import type { Link, List, ListItem, Paragraph, RootContent, Table, TableCell, Text } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import stringWidth from "string-width";
import type { RenderOptions } from "../../core/output/render-options.ts";
import { placeUrl } from "../../core/places/place-url.ts";
import type { Cell, Column, Report, Section } from "../../core/table.ts";
import { WITHHELD } from "../../people/people.ts";
import { chartData } from "../charts/chart-data.ts";
import { mermaidChart } from "../charts/mermaid.ts";
import { blocksOf, type Field } from "./blocks.ts";
import { cellText, isNumeric, trimmed } from "./cell-text.ts";
import { defineFormat } from "./define.ts";
import { joinFigures } from "./join-figures.ts";

const EXTENSIONS = [
  // GFM strikes out what stands between tildes.
  { unsafe: [{ character: "~", inConstruct: "phrasing" as const }] },
  // GFM makes a link of what looks like an e-mail address.
  {
    unsafe: [
      {
        character: "@",
        before: "[+\\-.\\w]",
        after: "[\\-.\\w]",
        inConstruct: "phrasing" as const,
      },
    ],
  },
];

function textNodes(text: string): Text[] {
  return [{ type: "text", value: trimmed(text) }];
}

/** Nothing for an empty text. */
function heading(depth: 2 | 3 | 4, text: string): readonly RootContent[] {
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

function links(paths: readonly string[], options: RenderOptions): readonly (Link | Text)[] {
  return paths.flatMap((path, at): readonly (Link | Text)[] => [
    ...(at > 0 ? [{ type: "text" as const, value: ", " }] : []),
    // A file of that name is not there.
    ...(path.includes(WITHHELD)
      ? textNodes(path)
      : [
          {
            type: "link" as const,
            url: placeUrl({ path, line: null }, options),
            children: textNodes(path),
          },
        ]),
  ]);
}

function tableCell(children: readonly (Link | Text)[]): TableCell {
  return { type: "tableCell", children: [...children] };
}

function bodyCell(cell: Cell, { type, isPath }: Column, options: RenderOptions): TableCell {
  const paths = typeof cell === "string" ? [cell] : cell;
  if (isPath && typeof paths === "object" && paths !== null && paths.length > 0) {
    return tableCell(links(paths, options));
  }
  return tableCell([{ type: "text", value: cellText(cell, type) }]);
}

/** Blanks that a table cell keeps. */
const INDENT = "\u00a0\u00a0";

function indented(cell: TableCell, level: number): TableCell {
  if (level === 0) return cell;
  return { ...cell, children: [{ type: "text", value: INDENT.repeat(level) }, ...cell.children] };
}

function tableOf({ columns, rows, levels }: Section, options: RenderOptions): Table {
  const head = columns.map(({ label }) => tableCell(textNodes(label)));
  const body = rows.map((row, line) =>
    columns.map((column, at) =>
      indented(bodyCell(row[at] ?? null, column, options), at === 0 ? (levels?.[line] ?? 0) : 0),
    ),
  );
  return {
    type: "table",
    align: columns.map(({ type }) => (isNumeric(type) ? "right" : null)),
    children: [head, ...body].map((children) => ({ type: "tableRow", children })),
  };
}

function fieldItem({ label, texts }: Pick<Field, "label" | "texts">): ListItem {
  const strong = { type: "strong" as const, children: textNodes(`${label}:`) };
  const [only = "", ...others] = texts;
  if (others.length === 0) {
    const children = [strong, { type: "text" as const, value: ` ${only}` }];
    return { type: "listItem", spread: false, children: [{ type: "paragraph", children }] };
  }
  const nested = noteList(texts);
  return {
    ...{ type: "listItem", spread: false },
    children: [{ type: "paragraph", children: [strong] }, ...nested],
  };
}

/** Rows that are read by themselves: a heading each, with a list of what is known of it. */
function blockNodes(section: Section): readonly RootContent[] {
  return blocksOf(section).flatMap(({ heading: name, id, fields, minor }): RootContent[] => {
    const more = minor.map(({ label, texts }) => `${label} ${texts.join(", ")}`).join("; ");
    const items = [...fields, ...(more === "" ? [] : [{ label: "More", texts: [more] }])];
    return [
      ...heading(4, id === null ? name : `${name} (${id})`),
      { type: "list", ordered: false, spread: false, children: items.map(fieldItem) },
    ];
  });
}

function bodyNodes(section: Section, options: RenderOptions): readonly RootContent[] {
  if (section.rows.length === 0) return [paragraph(section.whenEmpty)];
  const joined = joinFigures(section);
  return section.isBlocks ? blockNodes(joined) : [tableOf(joined, options)];
}

/** The section's chart as GitHub and GitLab draw it; nothing where it has none. */
function chartNodes(section: Section, { charts }: RenderOptions): readonly RootContent[] {
  const data = charts === false ? null : chartData(section);
  const value = data && mermaidChart(data);
  return value === null ? [] : [{ type: "code", lang: "mermaid", value }];
}

function sectionNodes(section: Section, options: RenderOptions): readonly RootContent[] {
  return [
    ...heading(3, section.title),
    ...bodyNodes(section, options),
    ...chartNodes(section, options),
    ...noteList(section.notes),
  ];
}

/** GFM that pastes into a wiki: paths are links, and no text of a document turns into markup. */
export const markdown = defineFormat({
  name: "markdown",
  readers: "people",
  summary: "GitHub-flavored markdown, for wikis and pull requests",
  sections: "all",
  ending: ".md",
  gives: "text",
  render(report: Report, options: RenderOptions) {
    const children = [
      ...heading(2, report.title),
      ...(report.subtitle === "" ? [] : [paragraph(report.subtitle)]),
      ...report.sections.flatMap((section) => sectionNodes(section, options)),
      ...noteList(report.notes),
    ];
    const tables = gfmTableToMarkdown({
      ...{ stringLength: stringWidth, tablePipeAlign: options.isFile !== true },
    });
    const extensions = [tables, ...EXTENSIONS];
    return toMarkdown({ type: "root", children }, { bullet: "-", extensions });
  },
});
