import type {
  Html,
  ListItem as MdListItem,
  Nodes,
  Root,
  RootContent,
  Table as MdTable,
} from "mdast";
import { visit } from "unist-util-visit";
import type { LineIndex } from "../../core/places/line-index.ts";
import type { Range } from "../../core/position.ts";
import type { SourceFile } from "../../core/source-file.ts";
import type {
  Block,
  CodeBlock,
  ListBlock,
  ListItem,
  ParagraphBlock,
  QuoteBlock,
  TableBlock,
  Text,
} from "./blocks.ts";
import { bodyPlaces } from "./body-places.ts";
import { viewContainers } from "./containers.ts";
import { directiveBlock } from "./directives.ts";
import { flowOf } from "./flow.ts";
import { htmlText, readHtmlBlock } from "./html-text.ts";
import { brokenLines, layoutParts } from "./layout-table.ts";
import { gridTable, pipedTable, tableOfLists } from "./line-tables.ts";
import { parseMarkdown } from "./markdown.ts";
import { boldOf, boldStarts, foldBlanks, foldItem, plainText } from "./node-text.ts";
import { type ProseSentence, readProse } from "./prose.ts";
import { linesOfCode, linesOfItem, quotedLines, type Reader, readLines } from "./read-lines.ts";
import { withoutSheetFrame } from "./sheet-table.ts";
import { withoutShortcodes } from "./shortcodes.ts";
import { behindStruck, isStruck, withoutStruck, withoutStruckParts } from "./struck.ts";

export type { Block, CodeBlock, ListBlock, ListItem, ParagraphBlock, QuoteBlock, TableBlock, Text };

/** A heading, or a bold label in its place, with what stands below it, up to the next of any level. */
export interface BodySection {
  /** Empty, with level 0, for what stands before the first heading. */
  readonly heading: Text;
  readonly level: number;
  readonly blocks: readonly Block[];
  readonly range: Range;
  /** Whether it is one of several views of the same, "UTC" beside "CET". */
  readonly isTab?: boolean;
}

export interface Body {
  readonly sections: readonly BodySection[];
  /** Every comment, also those within a paragraph or a list. */
  readonly comments: readonly Text[];
  /**
   * Reads the prose, which costs as much again: it is called only where that is asked for. It keeps none of
   * the rest of the body.
   */
  readonly prose: () => Iterable<ProseSentence>;
}

const COMMENT = /^<!--([\s\S]*?)-->$/;

function readText(node: Nodes, reader: Reader): Text {
  const text = foldBlanks(plainText(node));
  const isLine = node.type === "paragraph" || node.type === "heading";
  return { text: isLine ? withoutShortcodes(text) : text, range: reader.rangeOf(node) };
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
  const text = own.map((child) => foldItem(plainText(withoutStruckParts(child)))).join(" ");
  const after = behindStruck(own);
  const bold = first ? boldStarts(first).get(0) : undefined;
  const children = nested.map((child) => readItem(child, reader));
  return {
    text,
    range,
    checked: item.checked ?? null,
    isStruck: isStruck(own),
    children,
    ...(after === "" ? {} : { afterStruck: after }),
    ...linesOfItem(first, reader),
    ...boldOf(bold, text),
  };
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
      const kept = withoutStruck(cell);
      return { text: foldBlanks(plainText(kept)), range, ...brokenLines(kept, plainText) };
    }),
  );
  const range = reader.rangeOf(table);
  return withoutSheetFrame({ type: "table", head: head ?? [], rows, range });
}

/** Without its tags. After the last `>` there is none, and each `<` there would be searched to the end. */
function withoutTags(html: string): string {
  const end = html.lastIndexOf(">") + 1;
  // eslint-disable-next-line regexp/no-super-linear-move -- there is a closing bracket
  return html.slice(0, end).replace(/<[^>]*>/g, " ") + html.slice(end);
}

function readHtml(node: Html, reader: Reader): Block {
  const comment = COMMENT.exec(node.value.trim());
  const range = reader.rangeOf(node);
  if (comment) return { type: "comment", text: (comment[1] ?? "").trim(), range };
  const text = foldBlanks(withoutTags(node.value));
  return { type: "paragraph", text, range, lines: [{ text, range }] };
}

function readBlock(node: RootContent, reader: Reader): Block | null {
  switch (node.type) {
    case "paragraph": {
      const lines = readLines(node, reader);
      return (
        gridTable(lines, reader.rangeOf(node)) ??
        pipedTable(lines, reader.rangeOf(node)) ?? {
          type: "paragraph",
          ...readText(node, reader),
          lines,
        }
      );
    }
    case "code": {
      const range = reader.rangeOf(node);
      const said = directiveBlock(node.lang ?? "", node.value, range, reader.linesIn);
      return said ?? { type: "code", text: node.value, range, ...linesOfCode(node, range, reader) };
    }
    case "blockquote":
      return {
        ...{ type: "quote", ...readText(node, reader), lines: quotedLines(node, reader) },
        blocks: node.children.flatMap((child) => readBlock(child, reader) ?? []),
      };
    case "html":
      return readHtml(node, reader);
    case "list": {
      const items = node.children.map((item) => readItem(item, reader));
      const range = reader.rangeOf(node);
      return tableOfLists(items, range) ?? { type: "list", items, range };
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
  if (!text.includes("<!--")) return comments;
  visit(tree, "html", ({ position }) => {
    const start = position?.start.offset ?? 0;
    const html = text.slice(start, position?.end.offset ?? start);
    const end = html.lastIndexOf("-->") + "-->".length;
    for (const found of html.slice(0, end).matchAll(/<!--([\s\S]*?)-->/g)) {
      const at = offset + start + found.index;
      comments.push({ text: found[1] ?? "", range: lines.rangeAt(at, at + found[0].length) });
    }
  });
  return comments;
}

interface GrowingSection extends BodySection {
  readonly blocks: Block[];
  range: Range;
}

function emptySection(heading: Text, level: number, isTab = false): GrowingSection {
  return { heading, level, blocks: [], range: heading.range, ...(isTab ? { isTab } : {}) };
}

/** A function of its own, as one within `parseBody` would keep all that others there use. */
function proseReader(...parts: Parameters<typeof readProse>): Body["prose"] {
  return () => readProse(...parts);
}

/**
 * Parses the body of a document, which starts at `offset`, into sections of plain blocks. The one
 * expensive step of reading a document: call it only where the frontmatter has no answer.
 */
export function parseBody(file: SourceFile, offset: number, lines: LineIndex): Body {
  const view = viewContainers(file.text.slice(offset));
  const tree = parseMarkdown(view.text);
  const inFile = bodyPlaces(view, offset, lines);
  const { rangeAt } = inFile;
  const reader: Reader = {
    rangeOf: (node) => {
      const start = node.position?.start.offset ?? 0;
      return rangeAt(start, node.position?.end.offset ?? start);
    },
    linesIn: ({ start, end }) => {
      const ranges: Range[] = [];
      let at = start.offset;
      for (const line of file.text.slice(start.offset, end.offset).split("\n")) {
        ranges.push(lines.rangeAt(at, at + line.length));
        at += line.length + 1;
      }
      return ranges;
    },
  };
  const flow = flowOf(tree, view.text);
  let current = emptySection({ text: "", range: lines.rangeAt(offset, offset) }, 0);
  const sections: GrowingSection[] = [current];
  const begin = (section: GrowingSection) => {
    current = section;
    sections.push(section);
  };
  const add = (block: Block | null, range: Range) => {
    if (block) current.blocks.push(block);
    current.range = { start: current.range.start, end: range.end };
  };
  for (const part of flow) {
    if (part.type === "start") {
      begin(emptySection(readText(part.node, reader), part.level, part.isTab));
    } else if (part.type === "html-start") {
      begin(emptySection(htmlText(part.block.text, rangeAt), part.block.level));
    } else if (part.type === "end") {
      begin(emptySection({ text: "", range: rangeAt(part.at, part.at) }, part.level));
    } else if (part.type === "html") {
      const block = readHtmlBlock(part.block, rangeAt);
      add(block, block.range);
    } else {
      const range = reader.rangeOf(part.node);
      const parts = part.node.type === "table" ? layoutParts(part.node, plainText, range) : null;
      if (parts === null) add(readBlock(part.node, reader), range);
      for (const one of parts ?? []) {
        if (one.heading !== null) begin(emptySection({ text: one.heading, range }, one.level));
        if (one.block !== null) add(one.block, range);
      }
    }
  }
  return {
    sections,
    comments: readComments(tree, view.text, 0, inFile),
    prose: proseReader(flow, view.text, inFile),
  };
}
