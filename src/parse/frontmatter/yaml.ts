import { type Document, isAlias, Lexer, visit, type YAMLError } from "yaml";
import { once } from "../../core/memo.ts";
import type { LineIndex } from "../../core/places/line-index.ts";
import type { Range } from "../../core/position.ts";
import type { DataPath, DataProblem, LocatedData } from "./located-data.ts";
import { plainBoundsAt, readPlainYaml } from "./plain-yaml.ts";
import { yamlDocument } from "./yaml-document.ts";
import { insertionAt, likeScalar } from "./yaml-edits.ts";
import { boundsAt, nodeAt, nodeBounds } from "./yaml-nodes.ts";
import { diagnoseYaml } from "./yaml-slips.ts";
import { formatYaml } from "./yaml-text.ts";

/** What YAML takes for no part of a value; other blanks, which JavaScript trims as well, are. */
const WHITE_SPACE = new Set([" ", "\t", "\n", "\r"]);

/** Where what is written between two offsets ends. */
function writtenEnd(text: string, [start, end]: readonly [number, number]): number {
  let last = Math.min(end, text.length);
  while (last > start && WHITE_SPACE.has(text.charAt(last - 1))) last -= 1;
  return last;
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

type RangeOf = (bounds: readonly [number, number]) => Range;

/** The problems of YAML that does not parse: the slips behind it, else the first thing in the way. */
function syntaxProblems(
  text: string,
  errors: readonly YAMLError[],
  { range, exactRange }: Readonly<Record<"range" | "exactRange", RangeOf>>,
): DataProblem[] {
  if (errors.length === 0) return [];
  const { slips, left } = diagnoseYaml(text, errors);
  const problems = slips.map(({ slip, bounds, correction }): DataProblem => {
    const edits = correction
      ? { fix: [{ range: exactRange(correction.bounds), text: correction.text }] }
      : {};
    return { fault: { kind: "slip", slip }, range: range(bounds), ...edits };
  });
  if (left) {
    const detail = left.message.split("\n")[0] ?? left.message;
    problems.push({ fault: { kind: "yaml", detail }, range: range([left.pos[0], left.pos[1]]) });
  }
  return problems;
}

/** Any YAML 1.2, by the library. */
export function parseAnyYaml(text: string, offset: number, lines: LineIndex): LocatedData {
  const document = yamlDocument(text);
  const range = rangesOf(text, offset, lines);
  const problems = syntaxProblems(text, document.errors, {
    range,
    exactRange: ([start, end]) => lines.rangeAt(offset + start, offset + end),
  });
  const aliases = aliasRanges(document);
  const reported = new Set(problems.map((problem) => problem.range.start.line));
  for (const bounds of aliases) {
    const place = range(bounds);
    // A text that begins with a star is no alias, and is reported as such.
    if (reported.has(place.start.line)) continue;
    problems.push({ fault: { kind: "alias" }, range: place });
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

function rangesOf(text: string, offset: number, lines: LineIndex): RangeOf {
  return (bounds) => lines.rangeAt(offset + bounds[0], offset + writtenEnd(text, bounds));
}

/** A sign that people put where a value is none, and that YAML takes for the beginning of a list or a key. */
const BLANK_SIGN = /^([ \t]*[\w][\w .-]{0,60}:[ \t]{1,9})[-?](?=[ \t]*$)/gm;

/**
 * Parses YAML 1.2 that stands at `offset` in a file. Never throws on content, and expands no alias:
 * each is a problem, and the data is then undefined. What is written plainly is read without the
 * library, which takes many times as long, unless edits are asked for.
 */
export function parseYaml(written: string, offset: number, lines: LineIndex): LocatedData {
  const text = written.replace(BLANK_SIGN, "$1~");
  const plain = readPlainYaml(text);
  if (plain === null) return parseAnyYaml(text, offset, lines);
  const range = rangesOf(text, offset, lines);
  const any = once(() => parseAnyYaml(text, offset, lines));
  return {
    data: plain.data,
    problems: [],
    valueRange: (path) => range(plainBoundsAt(plain, path, "value") ?? [0, 0]),
    keyRange: (path) => range(plainBoundsAt(plain, path, "key") ?? [0, 0]),
    replaceText: (path, replacement) => any().replaceText(path, replacement),
    addText: (path, added) => any().addText(path, added),
    comments: [],
  };
}
