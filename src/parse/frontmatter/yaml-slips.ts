import type { YAMLError } from "yaml";
import type { YamlSlip } from "../../core/document/syntax-fault.ts";
import { lineStarts } from "../../core/places/line-index.ts";
import { mergeMarksIn } from "../merge-marks.ts";
import { yamlDocument } from "./yaml-document.ts";

/** One slip: what a person did, and where, as offsets in the text. */
export interface FoundSlip {
  readonly slip: YamlSlip;
  readonly bounds: readonly [start: number, end: number];
  /** What mends it; null where that is not certain. */
  readonly correction: {
    readonly bounds: readonly [start: number, end: number];
    readonly text: string;
  } | null;
}

/** What a text has wrong. */
export interface YamlDiagnosis {
  readonly slips: readonly FoundSlip[];
  /** What is in the parser's way besides; null where the slips explain all of it. */
  readonly left: YAMLError | null;
}

/** A line that may be what is wrong, and how it would be right. */
interface Candidate {
  readonly slip: YamlSlip;
  readonly line: number;
  readonly columns: readonly [start: number, end: number];
  readonly text: string;
}

/** More slips than this are no slips. */
const MOST = 20;
/** Each candidate is parsed: in longer texts the first error must do. */
const MOST_LINES = 400;
/** Slips that can be mended in one way only. */
const CERTAIN: ReadonlySet<YamlSlip> = new Set([
  "bare-list",
  "inner-quote",
  "tab",
  "unquoted",
  "unspaced",
  "unspaced-item",
]);
/** Lines before and after an error among which its cause is looked for. */
const REACH = 3;

const TAB = /^ *\t[ \t]*/;
const UNSPACED = /^(\s*(?:- )?[\w.-]+):(?=[^\s:/])/;
/** A blank that is none to YAML, as some keyboards type it. */
const OTHER_BLANK = /^(\s*(?:- )?[\w.-]+):[\u00A0\u2007\u202F]+/;
const UNSPACED_ITEM = /^(\s*)-(?=[^\s-])/;
const PLAIN_WITH_COLON = /^(\s*(?:- )?[\w.-]+:[ ]+)([^\s"'[\]{}>|&*!%@`#].*?:(?: .*|))$/;
const QUOTED = String.raw`(?:"[^"]*"|'[^']*')`;
/** `labels: "a", "b"`. */
const BARE_LIST = new RegExp(
  String.raw`^(\s*(?:- )?[\w.-]+:[ ]+)(${QUOTED}(?:\s*,\s*${QUOTED})+)\s*$`,
);
/** `title: 'It's late'`. */
const INNER_QUOTE = /^(\s*(?:- )?[\w.-]+:[ ]+)'([^'"\\]+(?:'[^'"\\]+)+)'\s*$/;
const STARTS_SPECIAL = /^(\s*(?:- )?[\w.-]+:[ ]+)([%@`*&!>|].*)$/;

function errorsOf(lines: readonly string[]): readonly YAMLError[] {
  return yamlDocument(lines.join("\n")).errors;
}

function lineOf(lines: readonly string[], offset: number): number {
  let at = 0;
  for (const [index, line] of lines.entries()) {
    at += line.length + 1;
    if (offset < at) return index;
  }
  return lines.length - 1;
}

function quoted(text: string): string {
  const written = text.trimEnd();
  return written.includes("'") && !/["\\]/.test(written)
    ? `"${written}"`
    : `'${written.replaceAll("'", "''")}'`;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The place of a quote on a line that opens and does not close; -1 for none. */
function openQuote(line: string): number {
  const value = /^\s*(?:- )?(?:[\w.-]+:\s+)?/.exec(line)?.[0].length ?? 0;
  const mark = line[value];
  if (mark !== '"' && mark !== "'") return -1;
  return line.indexOf(mark, value + 1) === -1 ? value : -1;
}

/** A bracket that opens a line's value and is not closed in it; null where there is none. */
function openBracket(line: string): { readonly at: number; readonly closing: string } | null {
  const at = /^\s*(?:- )?[\w.-]+:\s+(?=[[{])/.exec(line)?.[0].length;
  if (at === undefined) return null;
  const closing = line[at] === "[" ? "]" : "}";
  return line.includes(closing) ? null : { at, closing };
}

/** What may be wrong with one line, the likeliest first. */
function candidatesAt(lines: readonly string[], index: number): readonly Candidate[] {
  const line = lines[index] ?? "";
  const found: Candidate[] = [];
  const add = (slip: YamlSlip, from: number, to: number, text: string) => {
    found.push({ slip, line: index, columns: [from, to], text });
  };
  const tab = TAB.exec(line)?.[0];
  if (tab !== undefined) {
    const before = lines.slice(0, index).findLast((one) => one.trim() !== "") ?? "";
    const deeper = before.trimEnd().endsWith(":") ? 2 : 0;
    const width = indentOf(before.replaceAll("\t", "  ")) + deeper;
    for (const size of [width, 2, tab.length * 2]) {
      add("tab", 0, tab.length, " ".repeat(size) + line.slice(tab.length));
    }
  }
  const open = openQuote(line);
  if (open !== -1) add("open-quote", open, open + 1, `${line.trimEnd()}${line[open] ?? ""}`);
  const plain = PLAIN_WITH_COLON.exec(line) ?? STARTS_SPECIAL.exec(line);
  if (plain) {
    const [, key = "", value = ""] = plain;
    add("unquoted", key.length, line.trimEnd().length, key + quoted(value));
  }
  const [, listKey = "", list = ""] = BARE_LIST.exec(line) ?? [];
  if (list !== "") add("bare-list", listKey.length, line.trimEnd().length, `${listKey}[${list}]`);
  const [, innerKey = "", inner = ""] = INNER_QUOTE.exec(line) ?? [];
  if (inner !== "" && list === "") {
    add("inner-quote", innerKey.length, line.trimEnd().length, `${innerKey}"${inner}"`);
  }
  const blank = OTHER_BLANK.exec(line);
  if (blank) {
    add("unspaced", 0, blank[0].length, `${blank[1] ?? ""}: ${line.slice(blank[0].length)}`);
  }
  const item = UNSPACED_ITEM.exec(line);
  if (item) add("unspaced-item", 0, item[0].length, line.replace("-", "- "));
  const bracket = openBracket(line);
  if (bracket !== null) {
    add("open-bracket", bracket.at, bracket.at + 1, `${line.trimEnd()}${bracket.closing}`);
  }
  const unspaced = UNSPACED.exec(line);
  if (unspaced) {
    const end = unspaced[0].length;
    add("unspaced", 0, end, `${line.slice(0, end)} ${line.slice(end)}`);
  }
  const own = indentOf(line);
  const beside = [index - 1, index + 1].map((at) => lines[at] ?? "");
  for (const indent of new Set(beside.filter((one) => one.trim() !== "").map(indentOf))) {
    if (indent !== own && line.trim() !== "") {
      add("indent", 0, Math.max(own, 1), " ".repeat(indent) + line.trimStart());
    }
  }
  return found;
}

function withLine(lines: readonly string[], { line, text }: Candidate): readonly string[] {
  return lines.with(line, text);
}

/** Whether a change leaves fewer errors, and none up to where it was made. */
function helps(before: readonly YAMLError[], changed: readonly string[], line: number): boolean {
  const after = errorsOf(changed);
  const isLater = after.every(({ pos }) => lineOf(changed, pos[0]) > line);
  return after.length < before.length && isLater;
}

/** The lines near the first error, from the nearest on, those before it first. */
function linesAround(lines: readonly string[], error: YAMLError): readonly number[] {
  const at = lineOf(lines, error.pos[0]);
  const near = [at];
  for (let by = 1; by <= REACH; by += 1) near.push(at - by, at + by);
  return near.filter((line) => line >= 0 && line < lines.length);
}

function candidatesFor(lines: readonly string[], error: YAMLError): readonly Candidate[] {
  const opened = lines.findIndex((line) => openQuote(line) !== -1);
  const places = linesAround(lines, error);
  return [...places, ...(opened === -1 ? [] : [opened])].flatMap((line) =>
    candidatesAt(lines, line),
  );
}

function conflictIn(text: string): YamlDiagnosis | null {
  const [bounds] = mergeMarksIn(text);
  if (!bounds) return null;
  return { slips: [{ slip: "conflict", bounds, correction: null }], left: null };
}

/** The candidates that, one after the other, leave fewer errors, and the first error then left. */
function correct(written: readonly string[], errors: readonly YAMLError[]) {
  const taken: Candidate[] = [];
  let lines = written;
  let left = errors;
  while (taken.length < MOST) {
    const [first] = left;
    if (!first) break;
    const [known, before] = [lines, left];
    const candidates = candidatesFor(known, first);
    const candidate =
      candidates.find((one) => errorsOf(withLine(known, one)).length === 0) ??
      candidates.find((one) => helps(before, withLine(known, one), one.line));
    if (!candidate) break;
    taken.push(candidate);
    lines = withLine(known, candidate);
    left = errorsOf(lines);
    // What stands below an open bracket is read as a part of it.
    if (candidate.slip === "open-bracket") break;
  }
  return { taken, lines, left };
}

/**
 * What people did wrong in YAML that does not parse, rather than what a parser stumbles over: each
 * slip is one whose correction leaves the text with fewer errors. Where no such slip is found, the
 * first error stands for all: one cause makes many.
 */
export function diagnoseYaml(text: string, errors: readonly YAMLError[]): YamlDiagnosis {
  const written = text.split("\n");
  const conflict = conflictIn(text);
  if (conflict) return conflict;
  if (written.length > MOST_LINES) return { slips: [], left: errors[0] ?? null };
  const { taken, lines, left } = correct(written, errors);
  const starts = lineStarts(written);
  const isWhole = left.length === 0;
  const slips = taken.map(({ slip, line, columns }): FoundSlip => {
    const start = starts[line] ?? 0;
    const bounds = [start + columns[0], start + columns[1]] as const;
    // Blanks at the end stay, the line break of Windows among them, unless they are the slip.
    const length = Math.max(columns[1], (written[line] ?? "").trimEnd().length);
    const whole = [start, start + length] as const;
    const isCertain = isWhole && CERTAIN.has(slip);
    return {
      slip,
      bounds,
      correction: isCertain ? { bounds: whole, text: lines[line] ?? "" } : null,
    };
  });
  // What is left lies where it is in the corrected text; only without corrections that is the text.
  return { slips, left: slips.length === 0 ? (errors[0] ?? null) : null };
}
