import type { List, ListItem, Nodes, Root, RootContent } from "mdast";
import { readPlainBlocks } from "./plain-blocks.ts";
import type { Source } from "./plain-inline.ts";

type Point = NonNullable<Root["position"]>["start"];

/**
 * What ends all that stands before it, save fenced code and HTML: a heading without indentation, or
 * what is neither list item nor footnote after a blank line.
 * https://spec.commonmark.org/0.31.2/#container-blocks
 */
const BOUNDARY = /\n(?=#{1,6}[ \t])|\n[ \t]*\n(?=[^\s\d*+[-]|\*\*[^\s*])/gu;
const FENCE = /^(?:`{3,}|~{3,})/;
const BLANK_LINE = /\n[ \t]*(?=\n|$)/g;
const LINE_END = /\n/g;
/**
 * What may define a link or a footnote: brackets at the start of a line, or behind marks of lists and
 * quotes, and a colon. https://spec.commonmark.org/0.31.2/#link-reference-definition
 */
const DEFINITION = /^[ \t>*+\-\d.)]*\[(?:[^[\]\\]|\\[\s\S])*\]:/m;
/** What begins HTML that blank lines do not end, and what ends it. */
const HTML_ENDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<!--/, /-->/g],
  [/^<\?/, /\?>/g],
  [/^<!\[CDATA\[/, /\]\]>/g],
  [/^<![a-z]/i, />/g],
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/gi],
];

/** A part of a text, with its top-level nodes. */
interface Part {
  readonly start: number;
  readonly end: number;
  /** Its first line, from 1. */
  readonly line: number;
  /** Places are counted from its start, unless it is plain. */
  readonly children: RootContent[];
  /** How many definitions were known when its links were resolved; null where there are no links. */
  readonly known: number | null;
  /** Where the next part goes on with the last list of this one: where what was parsed to see so ends. */
  readonly seen: number | null;
}

/** Names that are defined anywhere in a text; kept as micromark asks for them, but in a set. */
export interface Definitions {
  readonly links: string[];
  readonly footnotes: string[];
  /** How many there are. */
  readonly count: () => number;
}

/** Where the next match of a pattern ends, from an offset on; the end of the text if there is none. */
function endOfNext(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found ? found.index + found[0].length : text.length;
}

/** About where fenced code or HTML ends whose line begins at `start`. */
function endOfOpenBlock(text: string, start: number): number {
  const line = text.slice(start, text.indexOf("\n", start) + 1 || text.length);
  const opening = line.trimStart();
  const fence = FENCE.exec(opening)?.[0];
  if (fence !== undefined) {
    const mark = fence.slice(0, 1);
    const closing = new RegExp(`\\n {0,3}${mark}{${fence.length},}[ \\t]*(?=\\n|$)`, "g");
    return endOfNext(closing, text, start);
  }
  const kind = HTML_ENDS.find(([begin]) => begin.test(opening));
  if (!kind) return endOfNext(BLANK_LINE, text, start);
  const begun = kind[0].exec(opening)?.[0].length ?? 0;
  return endOfNext(kind[1], text, start + begun);
}

/** Where the line of a block starts that goes on after a part; null where what follows was read. */
function openLine(last: RootContent | undefined, part: string): number | null {
  if (!last) return 0;
  return last.position?.start.offset === part.length ? null : lineStart(part, last);
}

/** Where the line starts on which a node does. */
function lineStart(text: string, { position }: Nodes): number {
  return text.lastIndexOf("\n", (position?.start.offset ?? 0) - 1) + 1;
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Moves nodes by characters and lines. */
function move(nodes: readonly Nodes[], characters: number, lines: number): void {
  const moved = ({ line, column, offset = 0 }: Point): Point => ({
    line: line + lines,
    column,
    offset: offset + characters,
  });
  const left: Nodes[] = [...nodes];
  for (let node = left.pop(); node; node = left.pop()) {
    const { position } = node;
    if (position) node.position = { start: moved(position.start), end: moved(position.end) };
    if ("children" in node) left.push(...node.children);
  }
}

/** An empty list of names that finds one without reading all: there may be as many as lines. */
function nameList(): string[] {
  const names: string[] = [];
  const known = new Set<string>();
  return Object.assign(names, {
    includes: (name: string) => known.has(name),
    push: (name: string) => {
      if (!known.has(name)) names[names.length] = name;
      known.add(name);
      return names.length;
    },
  });
}

/** Adds the items of a list to the one that it goes on with. */
function addItems(list: List, more: List): void {
  for (const item of more.children) list.children.push(item);
  list.spread = list.spread === true || more.spread === true;
  if (list.position && more.position) list.position.end = more.position.end;
}

/** How a part is parsed. */
export interface PartParser {
  /** Adds what it finds to the definitions, and resolves links by them. */
  readonly parse: (part: string) => Root;
  readonly definitions: Definitions;
  /** Characters from which a part may end. */
  readonly least: number;
}

/** The definitions of links and footnotes before a document is read: none yet. */
export function noDefinitions(): Definitions {
  const links = nameList();
  const footnotes = nameList();
  return { links, footnotes, count: () => links.length + footnotes.length };
}

/**
 * The nodes of the text from `start` to `end`, and one more in the place of what follows, if anything
 * does: an empty quote before a quote, which closes all else a little earlier, otherwise a heading.
 */
function parsePart(
  text: string,
  { start, end }: Pick<Part, "start" | "end">,
  { parse }: PartParser,
): RootContent[] {
  const next = text.charAt(end) === ">" ? ">" : "#";
  return parse(text.slice(start, end) + (end < text.length ? next : "")).children;
}

/** Where no part may end for so many times as many characters as one needs, or for so many lines, it is cut. */
const LONGEST = 4;
const MOST_LINES = 400;

/** Plain blocks that are worth a part of their own, unless they end the text: so many characters. */
const LEAST_PLAIN = 400;
/** So far is looked for them: code may not end before the text does. */
const MOST_AHEAD = 2_000;
/** So far behind a boundary stands what tells that it is one. */
const MOST_BEHIND = 8;

/** Where a part may end because plain blocks follow; null where none do before `limit`. */
function plainAhead(source: Source, from: number, limit: number): number | null {
  const { text } = source;
  // What tells a boundary stands right behind it.
  const near = text.slice(0, limit + MOST_BEHIND);
  for (let at = endOfNext(BOUNDARY, near, from); at < limit;) {
    const seen = text.slice(0, endOfNext(LINE_END, text, at + MOST_AHEAD));
    const { end } = readPlainBlocks({ ...source, text: seen }, at, 1);
    if (end === text.length || end - at >= LEAST_PLAIN) return at;
    at = endOfNext(BOUNDARY, near, Math.max(at, end - 1));
  }
  return null;
}

/** A part that was parsed: its nodes, and where it ends because what follows is still open. */
interface ParsedPart {
  readonly children: RootContent[];
  /** Null where all of it was read. */
  readonly open: number | null;
  /** Whether it goes on with the list that is the last of the nodes. */
  readonly isList: boolean;
}

/** Parses a part behind which a boundary stands, or nothing. */
function parseUpTo(text: string, start: number, end: number, parser: PartParser): ParsedPart {
  const children = parsePart(text, { start, end }, parser);
  const part = text.slice(start, end);
  const open = end < text.length ? openLine(children.pop(), part) : null;
  return { children, open, isList: false };
}

/** Where a part is cut behind a line, if it goes on for so many characters from a place on. */
function cutBehind(text: string, from: number, most: number): number {
  let at = from;
  for (let lines = 0; at < text.length && at - from < most && lines < MOST_LINES; lines += 1) {
    at = endOfNext(LINE_END, text, at);
  }
  return Math.min(at, text.length);
}

/**
 * Whether a block would be the same if none stood before it: any other than these may still be open, or be taken
 * to be, so that the block interrupts it.
 */
function standsAlone(block: RootContent, before: RootContent): boolean {
  if (before.type === "heading" || before.type === "thematicBreak") return true;
  const lines = (block.position?.start.line ?? 0) - (before.position?.end.line ?? 0);
  return before.type === "paragraph" && lines > 1;
}

/** Whether a blank line parts two items of a list: it ends the first, or is more than the second follows. */
function isApart(item: ListItem, next: ListItem | undefined): boolean {
  const lines = (next?.position?.start.line ?? 0) - (item.position?.end.line ?? 0);
  return lines > 1;
}

/** Takes the last item, which may go on, from a list that was cut; null where it has no other. */
function takeLastItem(list: List): ListItem | null {
  const taken = list.children.length > 1 ? list.children.pop() : undefined;
  const last = list.children.at(-1);
  if (!taken || !last?.position || !list.position) return null;
  const items = [...list.children.slice(1), taken];
  list.spread = list.children.some((item, index) => isApart(item, items[index]));
  list.position = { start: list.position.start, end: last.position.end };
  return taken;
}

/**
 * Parses a part that was cut behind some line: its last block may go on behind it, but no other. Of a list
 * that is the last item: the line of another ends all that is open in the one before.
 */
function parseCut(part: string, { parse }: PartParser): ParsedPart {
  const { children } = parse(part);
  let last = children.at(-1);
  const list = last?.type === "list" ? last : null;
  const item = list && takeLastItem(list);
  if (item) return { children, open: lineStart(part, item), isList: true };
  last = children.pop();
  for (let before = children.at(-1); last && before; before = children.at(-1)) {
    if (standsAlone(last, before)) break;
    last = children.pop();
  }
  if (!last) return { children, open: null, isList: false };
  const line = lineStart(part, last);
  // Of what it is given the parser leaves out a byte order mark at the start, which is text here.
  return part.charAt(line) === "\ufeff"
    ? { children: [], open: 0, isList: false }
    : { children, open: line, isList: false };
}

/** The parts of a text, each with the nodes that nothing after it can change, save by definitions. */
function readParts(text: string, parser: PartParser): readonly Part[] {
  const { definitions, least } = parser;
  const source = { text, mayDefine: DEFINITION.test(text) };
  const parts: Part[] = [];
  let [start, line, tooFew] = [0, 1, 0];
  while (start < text.length) {
    const plain = readPlainBlocks(source, start, line);
    // The parser leaves out a byte order mark at the start of what it is given.
    if (plain.end > start && text.charAt(plain.end) !== "\ufeff") {
      const seen = plain.isOpen ? plain.end : null;
      parts.push({ start, end: plain.end, line, children: plain.nodes, known: null, seen });
      [start, line, tooFew] = [plain.end, plain.line, 0];
      continue;
    }
    const most = cutBehind(text, start + 2 * tooFew, LONGEST * least);
    // A definition that is cut may be none, and be referred to.
    const isWhole =
      text.charAt(most) === "\ufeff" ||
      (source.mayDefine && text.slice(start, most).includes("]:"));
    const cut = isWhole ? text.length : most;
    const near = text.slice(0, cut);
    const limit = endOfNext(BOUNDARY, near, start + Math.max(least, tooFew));
    const end = plainAhead(source, start + Math.max(1, tooFew), limit) ?? limit;
    const part = text.slice(start, end);
    const isCut = end === cut && cut < text.length;
    const { children, open, isList } = isCut
      ? parseCut(part, parser)
      : parseUpTo(text, start, end, parser);
    const length = open ?? part.length;
    if (length > 0) {
      const known = definitions.count();
      parts.push({ start, end: start + length, line, children, known, seen: isList ? end : null });
      line += lineBreaks(text.slice(start, start + length));
    }
    tooFew = length > 0 ? 0 : part.length + 1;
    start += length;
    if (open !== null && !isCut) tooFew = Math.max(tooFew, endOfOpenBlock(text, start) - start);
  }
  return parts;
}

/** Whether no definition came to be known that a part may refer to. */
function isFinal({ start, end, known }: Part, text: string, definitions: Definitions): boolean {
  return known === null || known === definitions.count() || !text.slice(start, end).includes("[");
}

/** The nodes of a part as they are with all definitions. */
function parsedAgain(part: Part, text: string, parser: PartParser): RootContent[] {
  const { start, end, seen } = part;
  if (seen !== null) return parseCut(text.slice(start, seen), parser).children;
  const children = parsePart(text, part, parser);
  if (end < text.length) children.pop();
  return children;
}

/**
 * Parses a text in parts, with the same tree as if it were one: the time that micromark takes for a
 * text grows with the square of its containers. A part ends where a heading would close all but
 * fenced code and HTML. Each is parsed with such a heading after it: where that was not read, the next
 * part begins with the block that is still open.
 * Parts that refer to what a later part defines are parsed again. Plain blocks are read without it.
 */
export function parseParts(text: string, parser: PartParser): Root {
  const { definitions } = parser;
  const parts = readParts(text, parser);
  const children: RootContent[] = [];
  let open: List | null = null;
  for (const part of parts) {
    const { start, known, line, seen } = part;
    const nodes = isFinal(part, text, definitions)
      ? part.children
      : parsedAgain(part, text, parser);
    if (known !== null) move(nodes, start, line - 1);
    for (const [index, node] of nodes.entries()) {
      if (open && index === 0 && node.type === "list") addItems(open, node);
      else children.push(node);
    }
    const last = children.at(-1);
    open = seen !== null && last?.type === "list" ? last : null;
  }
  const end = {
    line: lineBreaks(text) + 1,
    column: text.length - text.lastIndexOf("\n"),
    offset: text.length,
  };
  return { type: "root", children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}
