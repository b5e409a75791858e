import type { List, ListItem, Paragraph } from "mdast";
import { positionOf, type Stretch } from "./plain-inline.ts";
import { isBlank, type Lines, linesWithin, type PlainBlock } from "./plain-lines.ts";
import { HEADING, isProse, paragraphOf, spanning } from "./plain-paragraphs.ts";

const BULLET = /^([-*+]|\d{1,9}[.)]) (?=\S)/;
/** So many characters of a list are worth reading that goes on with what is not plain. */
const LEAST_LIST = 400;
/** The box of a task: https://github.github.com/gfm/#task-list-items-extension- */
const BOX = /^\[([ xX])\] (?=\S)/;
/** The blanks before a list in an item: with more, it is none. */
const INDENT = /^ {0,3}(?! )/;

/** How a list marks its items: what all of its markers share, and the number of the first. */
interface Marking {
  readonly sign: string;
  readonly number: number | null;
}

/** An item, and its first and its last line. */
interface ReadItem {
  readonly item: ListItem;
  readonly first: Stretch;
  readonly last: Stretch;
}

/** Items one after the other. */
interface ReadItems {
  readonly items: ReadItem[];
  readonly marking: Marking;
  /** Whether a blank line parts some of them. */
  readonly spread: boolean;
  /** The line that follows them. */
  readonly next: Stretch | null;
  /** Whether their list ends there. */
  readonly isEnd: boolean;
}

function markingOf(marker: string): Marking {
  const number = /^\d+/.exec(marker)?.[0];
  return { sign: marker.slice(-1), number: number === undefined ? null : Number(number) };
}

/** Whether a line is the first of an item of a list. */
function goesOn(written: string, { sign, number }: Marking): boolean {
  const marker = BULLET.exec(written)?.[1];
  if (marker === undefined) return false;
  const own = markingOf(marker);
  return own.sign === sign && (own.number === null) === (number === null);
}

/** The first line that is not blank, from one on. */
function filledFrom(first: Stretch | null, lines: Lines): Stretch | null {
  let line = first;
  while (line && isBlank(lines.written(line))) line = lines.after(line);
  return line;
}

/** The paragraph that an item begins with, its last line, and whether its box is checked. */
function openingParagraph(first: Stretch, width: number, lines: Lines, within: Lines) {
  const opening = { ...first, start: first.start + width };
  const [box = "", mark] = BOX.exec(lines.written(opening)) ?? [];
  const stretches = [{ ...opening, start: opening.start + box.length }];
  let last = first;
  for (let next = within.after(first); next; next = within.after(next)) {
    if (BULLET.test(within.written(next).replace(INDENT, ""))) break;
    stretches.push(next);
    last = next;
  }
  const isPlain = stretches.every((stretch) => isProse(lines.written(stretch)));
  const paragraph = isPlain ? paragraphOf(lines, stretches) : null;
  // Before what is no text, the box is a part of the paragraph.
  const isBoxed = mark !== undefined;
  if (!paragraph || (isBoxed && paragraph.children[0]?.type !== "text")) return null;
  return { paragraph, last, checked: isBoxed ? mark !== " " : null };
}

/** The list in an item, from a line on; null where it is not plain, or does not end with the item. */
function listWithin(first: Stretch, within: Lines): ReadItems | null {
  const indent = INDENT.exec(within.written(first))?.[0].length ?? 0;
  const lines = indent === 0 ? within : linesWithin(within, indent);
  const read = readItems({ ...first, start: first.start + indent }, lines);
  // No other number interrupts a paragraph.
  const mayInterrupt = read !== null && (read.marking.number ?? 1) === 1;
  return mayInterrupt && read.isEnd && read.next === null ? read : null;
}

/** An item of a paragraph, and perhaps a list; null where it holds more, or may. */
function readItem(first: Stretch, width: number, lines: Lines): ReadItem | null {
  const within = linesWithin(lines, width);
  const opening = openingParagraph(first, width, lines, within);
  if (!opening) return null;
  const { paragraph, checked } = opening;
  const children: [Paragraph, ...List[]] = [paragraph];
  let { last } = opening;
  const inner = within.after(last);
  if (inner) {
    const read = listWithin(inner, within);
    const list = read && listOf(read);
    const end = read?.items.at(-1)?.last;
    if (!list || !end) return null;
    children.push(list);
    last = end;
  }
  const next = lines.after(last);
  const mayGoOn = next !== null && lines.written(next).startsWith(" ");
  if (mayGoOn && !isBlank(lines.written(next))) return null;
  const position = spanning(first, last);
  return { item: { type: "listItem", spread: false, checked, children, position }, first, last };
}

/** Whether a list ends before a line: at a heading, or behind blank lines at what is no part of it. */
function endsList(next: Stretch | null, lines: Lines): boolean {
  if (next && HEADING.test(lines.written(next))) return true;
  if (next && !isBlank(lines.written(next))) return false;
  const filled = filledFrom(next, lines);
  return filled === null || /^[^\s\d*+-]/.test(lines.written(filled));
}

/** Items one after the other, as far as they are plain; null where none begins. */
function readItems(first: Stretch, lines: Lines): ReadItems | null {
  const start = BULLET.exec(lines.written(first))?.[1];
  if (start === undefined) return null;
  const marking = markingOf(start);
  const items: ReadItem[] = [];
  let spread = false;
  let next: Stretch | null = first;
  while (next && goesOn(lines.written(next), marking)) {
    const width = BULLET.exec(lines.written(next))?.[0].length ?? 0;
    const read = readItem(next, width, lines);
    if (read === null) return { items, marking, spread, next, isEnd: false };
    spread ||= next.line - (items.at(-1)?.last.line ?? next.line) > 1;
    items.push(read);
    const behind = lines.after(read.last);
    const filled = filledFrom(behind, lines);
    next = filled && goesOn(lines.written(filled), marking) ? filled : behind;
  }
  return { items, marking, spread, next, isEnd: endsList(next, lines) };
}

/** The list of some items; null where there are none. */
function listOf({ items, marking, spread }: ReadItems): List | null {
  const [first, last] = [items[0]?.first, items.at(-1)?.last];
  if (!first || !last) return null;
  const children = items.map(({ item }) => item);
  const position = spanning(first, last);
  const ordered = marking.number !== null;
  return { type: "list", ordered, start: marking.number, spread, children, position };
}

/** A list, up to its end or to the last item before what is not plain: that item may go on there. */
export function readList(first: Stretch, lines: Lines): PlainBlock | null {
  const read = readItems(first, lines);
  const last = read?.isEnd === false ? read.items.pop() : undefined;
  const node = read && listOf(read);
  if (!node) return null;
  if (read.isEnd) return { node, next: read.next };
  const { start, end } = node.position ?? positionOf(first);
  const isLong = (end.offset ?? 0) - (start.offset ?? 0) >= LEAST_LIST;
  return last && isLong ? { node, next: last.first, isOpen: true } : null;
}
