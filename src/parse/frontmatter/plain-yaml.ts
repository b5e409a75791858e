import type { DataPath } from "./located-data.ts";

/** Where something is written, by offsets. */
type Bounds = readonly [number, number];

/** A value with its place, and the values in it. */
export interface PlainNode {
  readonly bounds: Bounds;
  readonly data: unknown;
  readonly children: ReadonlyMap<string | number, PlainChild>;
}

interface PlainChild {
  readonly key: Bounds;
  readonly node: PlainNode;
}

/** A line that is not blank, from its first character that is no blank to its last. */
interface Line {
  readonly indent: number;
  readonly start: number;
  readonly end: number;
}

/** A text, its lines, and the number of the next one to be read. */
interface Lines {
  readonly text: string;
  readonly all: Line[];
  at: number;
}

/** Of these YAML knows more than is read here: comments, marks that do not print, blanks of other kinds. */
const UNUSUAL = /(?:^|\s)#|[^\P{Cc}\n]|[^\S \n]/u;
const KEY = /([A-Za-z_][\w-]*):(?: +|$)/my;
const ITEM = /- +(?=\S)/y;
/** Words that are no texts to YAML, in any case. */
const NO_TEXT = /^(?:null|true|false)$/i;
const NO_TEXTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["null", null],
  ["true", true],
  ["false", false],
]);
const PLAIN = /^[\p{L}\d_(](?:[^:]|:(?=\S))*$/u;
const PLAIN_IN_LIST = /^[\p{L}\d_][\p{L}\d_. /-]*$/u;
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;
const INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const DAY = /^\d{4}-\d\d-\d\d/;
/** What may be a number in one of its other forms. */
const NUMERIC = /^\d[\d.xoa-fA-F+-]*$/;
const NO_CHILDREN: PlainNode["children"] = new Map();

/** What a text without quotes is; undefined where that is not plain to see. */
function plainData(text: string): unknown {
  if (NO_TEXT.test(text)) return NO_TEXTS.get(text);
  if (INTEGER.test(text)) return Number(text);
  return NUMERIC.test(text) && !DAY.test(text) ? undefined : text;
}

function scalar(start: number, end: number, data: unknown): PlainNode | null {
  return data === undefined ? null : { bounds: [start, end], data, children: NO_CHILDREN };
}

/** A list on one line: `[checkout, ledger]`. */
function readFlowList(text: string, start: number, end: number): PlainNode | null {
  const children = new Map<number, PlainChild>();
  let at = start + 1;
  const within = text.slice(at, end - 1);
  if (text[end - 1] !== "]") return null;
  for (const part of within.trim() === "" ? [] : within.split(",")) {
    const from = at + part.length - part.trimStart().length;
    const written = part.trim();
    const node = PLAIN_IN_LIST.test(written)
      ? scalar(from, from + written.length, plainData(written))
      : null;
    if (node === null) return null;
    children.set(children.size, { key: node.bounds, node });
    at += part.length + 1;
  }
  const data = [...children.values()].map(({ node }) => node.data);
  return { bounds: [start, end], data, children };
}

/** What stands on one line behind a key or a dash. */
function readInline(text: string, start: number, end: number): PlainNode | null {
  const written = text.slice(start, end);
  if (written.startsWith("[")) return readFlowList(text, start, end);
  if (QUOTED.test(written)) return scalar(start, end, written.slice(1, -1));
  return PLAIN.test(written) ? scalar(start, end, plainData(written)) : null;
}

function isItem({ text }: Lines, { start }: Line): boolean {
  ITEM.lastIndex = start;
  return ITEM.test(text);
}

/** A mapping, or a list, whose lines begin at an indent; null where it is not plain. */
function readBlock(lines: Lines, indent: number): PlainNode | null {
  const first = lines.all[lines.at];
  if (first?.indent !== indent) return null;
  return isItem(lines, first) ? readList(lines, indent) : readMapping(lines, indent);
}

/** What a key or a dash is followed by on its line, which is all of it. */
function readRest(lines: Lines, start: number, { indent, end }: Line): PlainNode | null {
  const node = readInline(lines.text, start, end);
  lines.at += 1;
  // A line that is indented further goes on with the text.
  return (lines.all[lines.at]?.indent ?? 0) > indent ? null : node;
}

function readList(lines: Lines, indent: number): PlainNode | null {
  const children = new Map<number, PlainChild>();
  const first = lines.all[lines.at];
  for (let line = first; line; line = lines.all[lines.at]) {
    if (line.indent !== indent || !isItem(lines, line)) break;
    ITEM.lastIndex = line.start;
    ITEM.test(lines.text);
    const start = ITEM.lastIndex;
    KEY.lastIndex = start;
    const within = { indent: indent + start - line.start, start, end: line.end };
    const isMapping = KEY.test(lines.text);
    if (isMapping) lines.all[lines.at] = within;
    const node = isMapping ? readMapping(lines, within.indent) : readRest(lines, start, line);
    if (node === null) return null;
    children.set(children.size, { key: node.bounds, node });
  }
  const nodes = [...children.values()].map(({ node }) => node);
  const end = nodes.at(-1)?.bounds[1] ?? 0;
  return { bounds: [first?.start ?? 0, end], data: nodes.map(({ data }) => data), children };
}

/** What stands below a key that nothing follows on its line. */
function readBelow(lines: Lines, { indent }: Line): PlainNode | null {
  lines.at += 1;
  const next = lines.all[lines.at];
  if (!next || next.indent < indent) return null;
  if (next.indent === indent && !isItem(lines, next)) return null;
  return readBlock(lines, next.indent);
}

function readMapping(lines: Lines, indent: number): PlainNode | null {
  const children = new Map<string, PlainChild>();
  const first = lines.all[lines.at];
  for (let line = first; line; line = lines.all[lines.at]) {
    if (line.indent < indent || (line.indent === indent && isItem(lines, line))) break;
    KEY.lastIndex = line.start;
    const key = line.indent === indent ? KEY.exec(lines.text)?.[1] : undefined;
    if (key === undefined || children.has(key) || NO_TEXT.test(key) || key === "__proto__")
      return null;
    const start = KEY.lastIndex;
    const node = start < line.end ? readRest(lines, start, line) : readBelow(lines, line);
    if (node === null) return null;
    children.set(key, { key: [line.start, line.start + key.length], node });
  }
  const nodes = [...children].map(([key, { node }]) => [key, node.data] as const);
  const end = [...children.values()].at(-1)?.node.bounds[1] ?? 0;
  return { bounds: [first?.start ?? 0, end], data: Object.fromEntries(nodes), children };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const written of text.split("\n")) {
    const indent = written.length - written.trimStart().length;
    if (indent < written.length) {
      lines.push({ indent, start: at + indent, end: at + written.trimEnd().length });
    }
    at += written.length + 1;
  }
  return lines;
}

/**
 * A mapping as most frontmatters are written: keys of plain words, texts of one line, lists and mappings
 * below them. Null for all else, which is YAML as well, and read by the library alone.
 */
export function readPlainYaml(text: string): PlainNode | null {
  if (UNUSUAL.test(text)) return null;
  const lines = { text, all: linesOf(text), at: 0 };
  const indent = lines.all[0]?.indent;
  const node = indent === 0 ? readMapping(lines, indent) : null;
  return lines.at === lines.all.length ? node : null;
}

/** Start and end of the key or the value at a path, or of the nearest that exists around it. */
export function plainBoundsAt(
  root: PlainNode,
  path: DataPath,
  what: "key" | "value",
): Bounds | null {
  let node = root;
  let bounds: Bounds | null = null;
  for (const step of path) {
    const child = node.children.get(step);
    if (!child) break;
    bounds = what === "key" ? child.key : child.node.bounds;
    node = child.node;
  }
  return bounds;
}
