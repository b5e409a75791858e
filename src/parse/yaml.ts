import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  parseDocument,
  stringify,
  visit,
} from "yaml";
import type { Document, Node, YAMLMap, YAMLSeq } from "yaml";
import type { Edit } from "../core/edit.ts";
import type { LineIndex } from "../core/line-index.ts";
import type { Range } from "../core/position.ts";

export type DataPath = readonly (string | number)[];

export interface YamlProblem {
  readonly message: string;
  readonly hint: string | null;
  readonly range: Range;
}

/** A comment without its `#`. */
export interface YamlComment {
  readonly text: string;
  readonly range: Range;
}

/** Plain data with the place of each of its keys and values. */
export interface LocatedYaml {
  /** Undefined where the text is no YAML at all. */
  readonly data: unknown;
  readonly problems: readonly YamlProblem[];
  /** Range of the value at a path, or of the nearest that exists around it. */
  readonly valueRange: (path: DataPath) => Range;
  /** Range of the key at a path, or of the nearest that exists around it. */
  readonly keyRange: (path: DataPath) => Range;
  /**
   * The edit that puts another text where a path has a text on one line, quoted as that is; null
   * where the path has none.
   */
  readonly replaceText: (path: DataPath, text: string) => Edit | null;
  /**
   * The edit that adds a text at the end of the list at a path; a mapping without that key gets it.
   * Null where the path leads to something else.
   */
  readonly addText: (path: DataPath, text: string) => Edit | null;
  readonly comments: readonly YamlComment[];
}

function nodeBounds(node: unknown): readonly [number, number] | null {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : null;
}

/** The child under one step of a path: the key (for a map) and value nodes. */
function stepInto(node: unknown, step: string | number): { key: unknown; value: unknown } | null {
  if (isSeq(node) && typeof step === "number") {
    const value: unknown = node.items[step];
    return value === undefined ? null : { key: value, value };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(
    (item) => isScalar(item.key) && String(item.key.value) === String(step),
  );
  return isPair(pair) ? { key: pair.key, value: pair.value } : null;
}

function boundsAt(root: unknown, path: DataPath, what: "key" | "value") {
  let node = root;
  let bounds: readonly [number, number] | null = null;
  for (const step of path) {
    const child = stepInto(node, step);
    if (!child) break;
    const own = nodeBounds(what === "key" ? child.key : child.value);
    bounds = own ?? nodeBounds(child.key) ?? bounds;
    node = child.value;
  }
  return bounds;
}

function nodeAt(root: unknown, path: DataPath): unknown {
  return path.reduce<unknown>((node, step) => stepInto(node, step)?.value, root);
}

/** A text as YAML in the same quotes as a scalar; null where that is written over several lines. */
function likeScalar(node: unknown, text: string): string | null {
  if (!isScalar(node)) return null;
  switch (node.type) {
    case "PLAIN":
      return formatYaml([text]).slice(1, -1);
    case "QUOTE_DOUBLE":
      return JSON.stringify(text);
    case "QUOTE_SINGLE":
      return `'${text.replaceAll("'", "''")}'`;
    default:
      return null;
  }
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function lineEndAfter(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}

/** A line below the one of `end`, indented as what stands at `aligned`. */
function lineBelow(text: string, end: number, aligned: number, line: string): Insertion {
  const column = aligned - (text.lastIndexOf("\n", aligned - 1) + 1);
  return { at: lineEndAfter(text, end), text: `\n${" ".repeat(column)}${line}` };
}

function addToList(text: string, list: YAMLSeq, item: string): Insertion | null {
  const last = list.items.at(-1);
  const [start, end] = nodeBounds(last) ?? [];
  if (start === undefined || end === undefined) {
    const close = (nodeBounds(list)?.[1] ?? 0) - 1;
    return list.flow ? { at: close, text: item } : null;
  }
  if (list.flow) return { at: end, text: `, ${item}` };
  if (likeScalar(last, "") === null) return null;
  return lineBelow(text, end, text.lastIndexOf("-", start - 1), `- ${item}`);
}

function addKey(text: string, map: YAMLMap, key: string, item: string): Insertion | null {
  const entry = `${key}: [${item}]`;
  if (map.flow) {
    const last = map.items.at(-1);
    const bounds = nodeBounds(last?.value) ?? nodeBounds(last?.key);
    return bounds && { at: bounds[1], text: `, ${entry}` };
  }
  const above = map.items.find(({ value }) => likeScalar(value, "") !== null);
  const [start, end] = [nodeBounds(above?.key)?.[0], nodeBounds(above?.value)?.[1]];
  if (start === undefined || end === undefined) return null;
  return lineBelow(text, end, start, entry);
}

function insertionAt(text: string, root: unknown, path: DataPath, item: string): Insertion | null {
  const [key, map] = [path.at(-1), nodeAt(root, path.slice(0, -1))];
  if (!isMap(map) || typeof key !== "string") return null;
  const child = stepInto(map, key);
  if (child === null) return addKey(text, map, key, item);
  return isSeq(child.value) ? addToList(text, child.value, item) : null;
}

/** Offsets of the comments, `#` included. */
function commentBounds(text: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    // Besides the text the lexer yields marks of one control character, which take no room in it.
    if (!text.startsWith(token, at)) continue;
    if (token.startsWith("#")) found.push([at, at + token.length]);
    at += token.length;
  }
  return found;
}

function aliasRanges(document: Document): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  visit(document, {
    Alias: (_key, node) => {
      const bounds = nodeBounds(node);
      if (bounds) found.push(bounds);
    },
  });
  return isAlias(document.contents) && found.length === 0 ? [[0, 1]] : found;
}

/**
 * Parses YAML 1.2 that stands at `offset` in a file. Never throws on content, and expands no alias:
 * each is a problem, and the data is then undefined.
 */
export function parseYaml(text: string, offset: number, lines: LineIndex): LocatedYaml {
  const document = parseDocument(text, { version: "1.2", prettyErrors: false, logLevel: "silent" });
  const range = (bounds: readonly [number, number]): Range => {
    const written = text.slice(bounds[0], bounds[1]).trimEnd();
    return lines.rangeAt(offset + bounds[0], offset + bounds[0] + written.length);
  };
  const problems: YamlProblem[] = document.errors.map((error) => ({
    message: `Unexpected YAML: ${error.message.split("\n")[0] ?? error.message}`,
    hint: null,
    range: range([error.pos[0], error.pos[1]]),
  }));
  const aliases = aliasRanges(document);
  for (const bounds of aliases) {
    const hint = "Write the value out.";
    problems.push({
      message: "Unexpected YAML alias, expected a plain value",
      hint,
      range: range(bounds),
    });
  }
  const at = (path: DataPath, what: "key" | "value"): Range =>
    range(boundsAt(document.contents, path, what) ?? [0, 0]);
  return {
    data: problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 }),
    problems,
    valueRange: (path) => at(path, "value"),
    keyRange: (path) => at(path, "key"),
    replaceText: (path, replacement) => {
      const node = nodeAt(document.contents, path);
      const written = likeScalar(node, replacement);
      const bounds = nodeBounds(node);
      return written === null || bounds === null ? null : { range: range(bounds), text: written };
    },
    addText: (path, added) => {
      const item = formatYaml([added]).slice(1, -1);
      const insertion = insertionAt(text, document.contents, path, item);
      return insertion && { range: range([insertion.at, insertion.at]), text: insertion.text };
    },
    comments: commentBounds(text).map(([start, end]) => ({
      text: text.slice(start + 1, end),
      range: range([start, end]),
    })),
  };
}

/** A text, or a list of texts, as YAML on one line. */
export function formatYaml(value: string | readonly string[]): string {
  return flowYaml(value);
}

/** Any plain data as YAML in block style, ending in a line end; texts stay on one line. */
export function blockYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, flowCollectionPadding: false });
}

/** Any plain data as YAML on one line. */
export function flowYaml(value: unknown): string {
  return stringify(value, {
    collectionStyle: "flow",
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trim();
}
