import { lineStarts } from "../../core/places/line-index.ts";
import type { ViewPart } from "./text-view.ts";

/** The lines of a text, with what is known of them before any is read. */
export interface Lines {
  readonly lines: readonly string[];
  readonly starts: readonly number[];
  /** Whether a line stands in a fence of code or in a comment. */
  readonly isCode: readonly boolean[];
  /** For each line the next one that is not blank. */
  readonly next: readonly number[];
  /** For each line that opens something the line that closes it. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** How a line opens a container. */
export interface Opening {
  readonly type: string;
  readonly title: ViewPart | null;
  /** Lines after this one that only say how it is called. */
  readonly titleLines: number;
  readonly closedBy: number | null;
  readonly indent: number;
}

const INDENTED =
  /^(\s*)(?:!!!|\?\?\?\+?|===!?)\s+(?:"([^"]*)"|([\w-]+)(?:\s[\w\s-]*?)?(?:\s*"([^"]*)")?)\s*$/;
const COLONS =
  /^(\s*)(:{3,})\s*(?:\{\s*)?\.?([A-Za-z][\w-]*)\}?\s*(?:\[([^\]]*)\]|(?:title=)?"([^"]*)"|(\S.*?))?(?:\{[^{}]*\})?\s*$/;
const COLONS_END = /^\s*(:{3,})\s*$/;
const TAG = /^(\s*)<(details|[A-Z][\w.]*)((?:\s[^<>]*)?)>\s*(<summary[^>]*>.*)?$/;
const TAG_END = /^\s*<\/(details|[A-Z][\w.]*)>\s*$/;
/** A tab of a page of GitBook, between tags of a template. */
const TEMPLATE_TAB = /^\s*\{%-?\s*(tab)\s([^{}]*)%\}\s*$/;
const TEMPLATE_TAB_END = /^\s*\{%-?\s*end(tab)\s*-?%\}\s*$/;
const TITLE_ATTRIBUTE = /\b(?:label|title|summary|header)=["']([^"']*)["']/;
const FENCE = /^\s*(?:>\s*)*(`{3,}|~{3,})/;

/** How far a line is indented, a tab as four columns. */
export function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
}

/** Lines within fences of code and comments, in which nothing opens. */
function codeLines(lines: readonly string[]): readonly boolean[] {
  let fence: string | null = null;
  let isComment = false;
  return lines.map((line) => {
    if (isComment) {
      isComment = !line.includes("-->");
      return true;
    }
    const [, mark] = FENCE.exec(line) ?? [];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true && /[`~]\s*$/.test(line)) fence = null;
      return true;
    }
    if (mark !== undefined) {
      fence = mark;
      return true;
    }
    const comment = line.lastIndexOf("<!--");
    isComment = comment !== -1 && !line.includes("-->", comment);
    return false;
  });
}

/** The line that closes each line which opens something, by the marks of both. */
function closings(
  lines: readonly string[],
  isCode: readonly boolean[],
): ReadonlyMap<number, number> {
  const open = new Map<string, number[]>();
  const pairs = new Map<number, number>();
  lines.forEach((line, index) => {
    if (isCode[index]) return;
    const end =
      COLONS_END.exec(line)?.[1] ?? TAG_END.exec(line)?.[1] ?? TEMPLATE_TAB_END.exec(line)?.[1];
    const start = COLONS.exec(line)?.[2] ?? TAG.exec(line)?.[2] ?? TEMPLATE_TAB.exec(line)?.[1];
    if (end === undefined && start !== undefined) {
      const others = open.get(start);
      if (others) others.push(index);
      else open.set(start, [index]);
    }
    const opened = end === undefined ? undefined : open.get(end)?.pop();
    if (opened !== undefined) pairs.set(opened, index);
  });
  return pairs;
}

/** For each line the next one that is not blank. */
function nextFilled(lines: readonly string[]): readonly number[] {
  const next = new Array<number>(lines.length);
  let filled = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    next[index] = filled;
    if (lines[index]?.trim() !== "") filled = index;
  }
  return next;
}

/** A title with its place, in a line that begins at `start`. */
function titled(line: string, title: string | undefined, start: number): Opening["title"] {
  const text = title?.trim() ?? "";
  return text === "" ? null : { text, at: start + Math.max(line.lastIndexOf(text), 0) };
}

/** The title in the `<summary>` of a line. */
function summaryOf(line: string, start: number): Opening["title"] {
  return titled(line, /<summary[^>]*>(.*?)<\/summary>\s*$/.exec(line)?.[1], start);
}

/** How the tag of a component or of folded HTML opens a container. */
function tagOpening(
  line: string,
  index: number,
  closedBy: number,
  { lines, starts, next }: Lines,
): Opening | null {
  const at = starts[index] ?? 0;
  const inner = lines[next[index] ?? lines.length] ?? "";
  const template = TEMPLATE_TAB.exec(line);
  if (template) {
    const title = titled(line, TITLE_ATTRIBUTE.exec(template[2] ?? "")?.[1], at);
    return { type: "tab", title, titleLines: 0, closedBy, indent: indentOf(inner) };
  }
  const tag = TAG.exec(line);
  if (!tag) return null;
  const isDetails = tag[2] === "details";
  const type = isDetails ? "details" : /tab/i.test(tag[2] ?? "") ? "tab" : "part";
  if (!isDetails) {
    const title = titled(line, TITLE_ATTRIBUTE.exec(tag[3] ?? "")?.[1], at);
    return { type, title, titleLines: 0, closedBy, indent: indentOf(inner) };
  }
  const named = tag[4] === undefined ? (next[index] ?? index) : index;
  const title = summaryOf(lines[named] ?? "", starts[named] ?? 0);
  const body = title === null ? inner : (lines[next[named] ?? lines.length] ?? "");
  const titleLines = title === null ? 0 : named - index;
  return { type, title, titleLines, closedBy, indent: indentOf(body) };
}

/** What opens at a line; null where nothing does. */
export function openingAt(line: string, index: number, all: Lines): Opening | null {
  const { lines, starts, next, pairs } = all;
  const at = starts[index] ?? 0;
  const inner = lines[next[index] ?? lines.length] ?? "";
  const marked = INDENTED.exec(line);
  if (marked) {
    const indent = indentOf(line) + 4;
    if (indentOf(inner) < indent || inner === "") return null;
    const isTab = line.trim().startsWith("===");
    const title = marked[2] ?? marked[4] ?? (isTab ? marked[3] : undefined);
    const type = isTab ? "tab" : (marked[3] ?? "note");
    return { type, title: titled(line, title, at), titleLines: 0, closedBy: null, indent };
  }
  const closedBy = pairs.get(index);
  if (closedBy === undefined) return null;
  const colons = COLONS.exec(line);
  if (colons) {
    const title = titled(line, colons[4] ?? colons[5] ?? colons[6], at);
    const type = (colons[3] ?? "note").toLowerCase();
    return { type, title, titleLines: 0, closedBy, indent: indentOf(inner) };
  }
  return tagOpening(line, index, closedBy, all);
}

/** The lines of a text, looked through once. */
export function linesOf(text: string): Lines {
  const lines = text.split("\n");
  const isCode = codeLines(lines);
  const pairs = closings(lines, isCode);
  return { lines, starts: lineStarts(lines), isCode, next: nextFilled(lines), pairs };
}
