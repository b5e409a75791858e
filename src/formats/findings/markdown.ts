import { group } from "d3-array";
import type { Heading, Html, PhrasingContent, RootContent, Table, TableRow } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import { counted } from "../../core/counted.ts";
import type { Finding } from "../../core/finding.ts";
import { printable } from "../../core/text/printable.ts";
import { defineFindingFormat } from "./define.ts";

const EXTENSIONS = [
  // Unaligned: a comment may hold 65,536 characters, and blanks would count.
  gfmTableToMarkdown({ tablePipeAlign: false }),
  // GFM strikes out what stands between tildes.
  { unsafe: [{ character: "~", inConstruct: "phrasing" as const }] },
];

const LINE_BREAK: Html = { type: "html", value: "<br>" };
/** A zero-width space, in letters. */
const GAP: Html = { type: "html", value: "&#8203;" };

function plain(text: string): PhrasingContent {
  return { type: "text", value: text };
}

function code(text: string): PhrasingContent {
  return { type: "inlineCode", value: printable(text) };
}

/** A text that calls nobody: in a comment `@name` notifies, and `a@b.c` becomes a link. */
function prose(text: string): readonly PhrasingContent[] {
  const pieces = printable(text)
    .trim()
    .split(/(?<=@)(?=\S)/);
  return pieces.flatMap((piece, at) => (at === 0 ? [plain(piece)] : [GAP, plain(piece)]));
}

function heading(depth: 2 | 3, content: PhrasingContent): Heading {
  return { type: "heading", depth, children: [content] };
}

function tableRow(cells: readonly (readonly PhrasingContent[])[]): TableRow {
  const children = cells.map((cell) => ({ type: "tableCell" as const, children: [...cell] }));
  return { type: "tableRow", children };
}

function findingRow({ range, level, ruleId, message, hint }: Finding): TableRow {
  const said = prose(message);
  return tableRow([
    [plain(String(range.start.line))],
    [plain(level)],
    [code(ruleId)],
    hint === null ? said : [...said, LINE_BREAK, ...prose(hint)],
  ]);
}

function findingTable(findings: readonly Finding[]): Table {
  const head = tableRow(["Line", "Level", "Rule", "Message"].map((label) => [plain(label)]));
  const align = ["right" as const, null, null, null];
  return { type: "table", align, children: [head, ...findings.map(findingRow)] };
}

/** GFM with a table per file: no text of a document turns into markup. */
export const markdown = defineFindingFormat({
  name: "markdown",
  ending: ".md",
  summary: "GitHub-flavored markdown, for a job summary or a comment",
  render({ findings, files }) {
    const judged = counted(files.length, "file");
    if (findings.length === 0) return `No findings in ${judged}.\n`;
    const errors = findings.filter(({ level }) => level === "error").length;
    const warnings = counted(findings.length - errors, "warning");
    const children: RootContent[] = [
      heading(2, plain(`${counted(errors, "error")}, ${warnings} in ${judged}`)),
      ...[...group(findings, ({ path }) => path)].flatMap(([path, ofFile]) => [
        heading(3, code(path)),
        findingTable(ofFile),
      ]),
    ];
    return toMarkdown({ type: "root", children }, { extensions: EXTENSIONS });
  },
});
