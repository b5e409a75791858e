import type {
  Html,
  ListItem as MdListItem,
  Nodes,
  Root,
  RootContent,
  Table as MdTable,
} from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { LineIndex } from "../core/line-index.ts";
import type { Range } from "../core/position.ts";
import type { SourceFile } from "../core/source-file.ts";

/** Text as a reader sees it, markup left out, with its place. */
export interface Text {
  readonly text: string;
  readonly range: Range;
}

export interface ListItem extends Text {
  /** Null where it is no task. */
  readonly checked: boolean | null;
  readonly children: readonly ListItem[];
}

export type Block =
  | ({ readonly type: "paragraph" | "code" | "quote" | "comment" } & Text)
  | { readonly type: "list"; readonly items: readonly ListItem[]; readonly range: Range }
  | {
      readonly type: "table";
      readonly head: readonly Text[];
      readonly rows: readonly (readonly Text[])[];
      readonly range: Range;
    };

/** A heading with what stands below it, up to the next heading of any level. */
export interface BodySection {
  /** Empty, with level 0, for what stands before the first heading. */
  readonly heading: Text;
  readonly level: number;
  readonly blocks: readonly Block[];
  readonly range: Range;
}

export interface Body {
  readonly sections: readonly BodySection[];
  /** Every comment, also those within a paragraph or a list. */
  readonly comments: readonly Text[];
}

const parser = unified().use(remarkParse).use(remarkGfm);
const COMMENT = /^<!--([\s\S]*?)-->$/;
const LINE_BREAK_TAG = /^<br\s*\/?>$/i;

interface Reader {
  readonly rangeOf: (node: Nodes) => Range;
}

/** The plain text of a node: line breaks become blanks, other inline HTML and comments nothing. */
function plainText(node: Nodes): string {
  if (node.type === "html") return LINE_BREAK_TAG.test(node.value) ? " " : "";
  if (node.type === "break") return " ";
  if ("children" in node) return node.children.map((child) => plainText(child)).join("");
  return textOf(node);
}

function readText(node: Nodes, reader: Reader): Text {
  return { text: plainText(node).replace(/\s+/g, " ").trim(), range: reader.rangeOf(node) };
}

function readItem(item: MdListItem, reader: Reader): ListItem {
  const own = item.children.filter((child) => child.type !== "list");
  const nested = item.children.flatMap((child) => (child.type === "list" ? child.children : []));
  const first = own[0];
  const last = own.at(-1);
  const range =
    first && last
      ? { start: reader.rangeOf(first).start, end: reader.rangeOf(last).end }
      : reader.rangeOf(item);
  const text = own.map((child) => readText(child, reader).text).join(" ");
  const children = nested.map((child) => readItem(child, reader));
  return { text, range, checked: item.checked ?? null, children };
}

function readTable(table: MdTable, reader: Reader): Block {
  const [head, ...rows] = table.children.map((row) =>
    row.children.map((cell): Text => {
      const first = cell.children[0];
      const last = cell.children.at(-1);
      const range =
        first && last
          ? { start: reader.rangeOf(first).start, end: reader.rangeOf(last).end }
          : reader.rangeOf(cell);
      return { text: readText(cell, reader).text, range };
    }),
  );
  return { type: "table", head: head ?? [], rows, range: reader.rangeOf(table) };
}

function readHtml(node: Html, reader: Reader): Block {
  const comment = COMMENT.exec(node.value.trim());
  const range = reader.rangeOf(node);
  if (comment) return { type: "comment", text: (comment[1] ?? "").trim(), range };
  return { type: "paragraph", text: node.value.replace(/<[^>]*>/g, " ").trim(), range };
}

function readBlock(node: RootContent, reader: Reader): Block | null {
  switch (node.type) {
    case "paragraph":
      return { type: "paragraph", ...readText(node, reader) };
    case "code":
      return { type: "code", text: node.value, range: reader.rangeOf(node) };
    case "blockquote":
      return { type: "quote", ...readText(node, reader) };
    case "html":
      return readHtml(node, reader);
    case "list": {
      const items = node.children.map((item) => readItem(item, reader));
      return { type: "list", items, range: reader.rangeOf(node) };
    }
    case "table":
      return readTable(node, reader);
    default:
      return null;
  }
}

/** The comments of a tree over `text`, which starts at `offset` in the file. */
function readComments(tree: Root, text: string, offset: number, lines: LineIndex): readonly Text[] {
  const comments: Text[] = [];
  visit(tree, "html", ({ position }) => {
    const start = position?.start.offset ?? 0;
    const html = text.slice(start, position?.end.offset ?? start);
    for (const found of html.matchAll(/<!--([\s\S]*?)-->/g)) {
      const at = offset + start + found.index;
      comments.push({ text: found[1] ?? "", range: lines.rangeAt(at, at + found[0].length) });
    }
  });
  return comments;
}

/**
 * Parses the body of a document, which starts at `offset`, into sections of plain blocks. The one
 * expensive step of reading a document: call it only where the frontmatter has no answer.
 */
export function parseBody(file: SourceFile, offset: number, lines: LineIndex): Body {
  const text = file.text.slice(offset);
  const tree = parser.parse(text);
  const reader: Reader = {
    rangeOf: (node) => {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? start;
      return lines.rangeAt(offset + start, offset + end);
    },
  };
  const sections: { heading: Text; level: number; blocks: Block[]; range: Range }[] = [];
  const beginning = lines.rangeAt(offset, offset);
  let current = {
    heading: { text: "", range: beginning },
    level: 0,
    blocks: [] as Block[],
    range: beginning,
  };
  for (const node of tree.children) {
    if (node.type === "heading") {
      sections.push(current);
      const heading = readText(node, reader);
      current = { heading, level: node.depth, blocks: [], range: heading.range };
      continue;
    }
    const block = readBlock(node, reader);
    if (block) current.blocks.push(block);
    current.range = { start: current.range.start, end: reader.rangeOf(node).end };
  }
  sections.push(current);
  return { sections, comments: readComments(tree, text, offset, lines) };
}
