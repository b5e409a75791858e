import type { Heading, List, ListItem, Paragraph, RootContent } from "mdast";
import {
  plainLine,
  plainLines,
  type Point,
  positionOf,
  type Source,
  type Stretch,
} from "./plain-inline.ts";
import { isBlank, type Lines, linesOf, type PlainBlock } from "./plain-lines.ts";
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

/** What a line may begin with that begins no block but a paragraph, and goes on with any. */
const PLAIN_START =
  /^(?:[\p{L}"'(,.;!?$%@/{}^&\\]|(?!\p{ASCII})[\p{N}\p{P}\p{S}]|(?:\*\*?|_|~~)[\p{L}\p{N}]|`[^`]|\[(?![ xX]\])|<https?:\/\/|\d(?!\d{0,8}[.)](?: |$)))/u;
const HEADING = /^(#{1,6})( +)([^#\s](?:[^#]*[^#\s])?)$/;
const BREAK = /^(?:-{3,}|\*{3,}|_{3,})$/;
const OPENING_FENCE = /^```([\w-]*)$/;
const BULLET = /^([-*+]|\d{1,9}[.)]) (?=\S)/;
/** So many characters of a list are worth reading that goes on with what is not plain. */
const LEAST_LIST = 400;
/** The box of a task: https://github.github.com/gfm/#task-list-items-extension- */
const BOX = /^\[([ xX])\] (?=\S)/;

function spanning(first: Stretch, last: Stretch): { start: Point; end: Point } {
  return { start: positionOf(first).start, end: positionOf(last).end };
}

function paragraphOf(lines: Lines, stretches: readonly Stretch[]): Paragraph | null {
  const [first, last] = [stretches[0], stretches.at(-1)];
  const children = plainLines(lines.source, stretches);
  if (!first || !last || children === null) return null;
  return { type: "paragraph", children, position: spanning(first, last) };
}

/** Whether a line can stand in a paragraph and be nothing else. */
function isProse(written: string): boolean {
  return PLAIN_START.test(written) && !written.endsWith(" ");
}

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

/** How a list marks its items: what all of its markers share, and the number of the first. */
interface Marking {
  readonly sign: string;
  readonly number: number | null;
}

function markingOf(marker: string): Marking {
  const number = /^\d+/.exec(marker)?.[0];
  return { sign: marker.slice(-1), number: number === undefined ? null : Number(number) };
}

/** An item of one paragraph, and the lines where it begins and behind it. */
interface ReadItem {
  readonly item: ListItem;
  readonly first: Stretch;
  readonly next: Stretch | null;
}

/** The lines of an item, without its indentation, and the one behind them; null where it may hold more than a paragraph. */
function itemLines(
  first: Stretch,
  width: number,
  lines: Lines,
): { readonly stretches: Stretch[]; readonly next: Stretch | null } | null {
  const stretches = [{ ...first, start: first.start + width }];
  let next = lines.after(first);
  for (; next && lines.written(next).startsWith(" "); next = lines.after(next)) {
    if (isBlank(lines.written(next))) break;
    if (next.end - next.start <= width) return null;
    stretches.push({ ...next, start: next.start + width });
  }
  return { stretches, next };
}

/** An item whose marker is as wide as that; null where it holds more than a paragraph, or may. */
function readItem(first: Stretch, width: number, lines: Lines): ReadItem | null {
  const found = itemLines(first, width, lines);
  const [opening, ...others] = found?.stretches ?? [];
  if (!found || !opening) return null;
  const [box = "", mark] = BOX.exec(lines.written(opening)) ?? [];
  const stretches = [{ ...opening, start: opening.start + box.length }, ...others];
  const isPlain = stretches.every(
    ({ start, end, lineStart }, index) =>
      isProse(lines.source.text.slice(start, end)) &&
      (index === 0 || isBlank(lines.source.text.slice(lineStart, start))),
  );
  const paragraph = isPlain ? paragraphOf(lines, stretches) : null;
  // Before what is no text, the box is a part of the paragraph.
  if (paragraph === null || (mark !== undefined && paragraph.children[0]?.type !== "text")) {
    return null;
  }
  const checked = mark === undefined ? null : mark !== " ";
  const position = spanning(first, stretches.at(-1) ?? first);
  return {
    item: { type: "listItem", spread: false, checked, children: [paragraph], position },
    first,
    next: found.next,
  };
}

/** Whether a list ends before a line: at a heading, or behind blank lines at what is no part of it. */
function endsList(next: Stretch | null, lines: Lines): boolean {
  if (next && HEADING.test(lines.written(next))) return true;
  if (next && !isBlank(lines.written(next))) return false;
  let line = next;
  while (line && isBlank(lines.written(line))) line = lines.after(line);
  return line === null || /^[^\s\d*+-]/.test(lines.written(line));
}

/** The list of some items; null if there are none, or too few characters of them to be worth it. */
function listOf(
  items: readonly ReadItem[],
  { number }: Marking,
  next: Stretch | null,
  least = 0,
): PlainBlock | null {
  const [start, end] = [items[0]?.item.position?.start, items.at(-1)?.item.position?.end];
  if (!start || !end || (end.offset ?? 0) - (start.offset ?? 0) < least) return null;
  const children = items.map(({ item }) => item);
  const position = { start, end };
  const ordered = number !== null;
  const node: List = { type: "list", ordered, start: number, spread: false, children, position };
  return { node, next, isOpen: least > 0 };
}

/** The items of a list one after the other, as far as they are plain, and the line behind the last. */
function readItems(first: Stretch, { sign, number }: Marking, lines: Lines) {
  const items: ReadItem[] = [];
  let next: Stretch | null = first;
  while (next) {
    const marker = BULLET.exec(lines.written(next));
    if (marker === null) break;
    const own = markingOf(marker[1] ?? "");
    const isSame = own.sign === sign && (own.number === null) === (number === null);
    const read: ReadItem | null = isSame ? readItem(next, marker[0].length, lines) : null;
    if (read === null) return { items, next, isEnd: false };
    items.push(read);
    next = read.next;
  }
  return { items, next, isEnd: endsList(next, lines) };
}

/** A list, up to its end or to the last item before what is not plain: that item may go on there. */
function readList(first: Stretch, lines: Lines): PlainBlock | null {
  const start = BULLET.exec(lines.written(first))?.[1];
  if (start === undefined) return null;
  const marking = markingOf(start);
  const { items, next, isEnd } = readItems(first, marking, lines);
  if (isEnd) return listOf(items, marking, next);
  const last = items.pop();
  return last ? listOf(items, marking, last.first, LEAST_LIST) : null;
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
 * paragraphs, lists of one level, tables and fenced code, as long as all that they hold is text, code,
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
