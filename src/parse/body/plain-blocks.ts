import type { Heading, RootContent } from "mdast";
import { plainLine, positionOf, type Source, type Stretch } from "./plain-inline.ts";
import { isBlank, type Lines, linesOf, type PlainBlock } from "./plain-lines.ts";
import { readList } from "./plain-lists.ts";
import { HEADING, isProse, paragraphOf, spanning } from "./plain-paragraphs.ts";
import { plainTable } from "./plain-tables.ts";

/** Blocks that were read one after the other. */
export interface PlainBlocks {
  readonly nodes: RootContent[];
  /** Where the line starts that is the first not to be plain; the end of the text if there is none. */
  readonly end: number;
  /** The number of that line. */
  readonly line: number;
  /** Whether the last block is a list that goes on there. */
  readonly isOpen: boolean;
}

const BREAK = /^(?:-{3,}|\*{3,}|_{3,})$/;
const OPENING_FENCE = /^```([\w-]*)$/;
function readParagraph(first: Stretch, lines: Lines): PlainBlock | null {
  const stretches: Stretch[] = [];
  let next: Stretch | null = first;
  for (; next; next = lines.after(next)) {
    const written = lines.written(next);
    if (isBlank(written) || HEADING.test(written)) break;
    if (!isProse(written)) return null;
    stretches.push(next);
  }
  const node = paragraphOf(lines, stretches);
  return node && { node, next };
}

function readHeading(stretch: Stretch, lines: Lines): PlainBlock | null {
  const [, signs = "", blanks = "", name] = HEADING.exec(lines.written(stretch)) ?? [];
  if (name === undefined) return null;
  const start = stretch.start + signs.length + blanks.length;
  const children = plainLine(lines.source, { ...stretch, start });
  if (children === null) return null;
  const depth = signs.length as Heading["depth"];
  const node: Heading = { type: "heading", depth, children, position: positionOf(stretch) };
  return { node, next: lines.after(stretch) };
}

function readCode(first: Stretch, lines: Lines): PlainBlock | null {
  const language = OPENING_FENCE.exec(lines.written(first))?.[1];
  if (language === undefined) return null;
  for (let line = lines.after(first); line; line = lines.after(line)) {
    const written = lines.written(line);
    if (/^ *`{3,} *$/.test(written)) {
      if (written !== "```") return null;
      const value = lines.source.text.slice(first.end + 1, Math.max(first.end + 1, line.start - 1));
      const lang = language === "" ? null : language;
      const position = spanning(first, line);
      if (/[^\P{Cc}\n]/u.test(value)) return null;
      return { node: { type: "code", lang, meta: null, value, position }, next: lines.after(line) };
    }
  }
  return null;
}

function readBlock(first: Stretch, lines: Lines): PlainBlock | null {
  const written = lines.written(first);
  switch (written.charAt(0)) {
    case "#":
      return readHeading(first, lines);
    case "|":
      return plainTable(first, lines);
    case "`":
      return written.startsWith("```") ? readCode(first, lines) : readParagraph(first, lines);
    default:
      if (BREAK.test(written)) {
        const node = { type: "thematicBreak", position: positionOf(first) } as const;
        return { node, next: lines.after(first) };
      }
      return readList(first, lines) ?? readParagraph(first, lines);
  }
}

/**
 * Reads blocks of a text as remark would, from a line on before which nothing is open: headings,
 * paragraphs, lists whose items hold a paragraph and perhaps a list, tables and fenced code, as long as all that they hold is text, code,
 * emphasis, links and small tags that can be nothing else. It ends before the first block that is anything else, or may be.
 * @param source its lines end in `\n`.
 * @param line the number of the first line.
 */
export function readPlainBlocks(source: Source, start: number, line: number): PlainBlocks {
  const { text } = source;
  const lines = linesOf(source);
  const nodes: RootContent[] = [];
  let next = lines.lineAt(start, line);
  while (next) {
    if (isBlank(lines.written(next))) {
      next = lines.after(next);
      continue;
    }
    const block = readBlock(next, lines);
    if (block === null) return { nodes, end: next.start, line: next.line, isOpen: false };
    nodes.push(block.node);
    next = block.next;
    if (block.isOpen === true && next)
      return { nodes, end: next.start, line: next.line, isOpen: true };
  }
  return { nodes, end: text.length, line, isOpen: false };
}
