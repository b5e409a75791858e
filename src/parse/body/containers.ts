import { joinParts, type TextView, type ViewPart, wholeText } from "./text-view.ts";

/**
 * What site generators and wikis put around a part of a document, written as the callout that GitHub
 * and Obsidian have for it, `> [!type] Title`: so one reader knows them all, and each ends by itself.
 */

/** A container that is open at a line. */
interface Open {
  /** The line that closes it and belongs to it; null where it ends with its indent. */
  readonly closedBy: number | null;
  /** How far its lines are indented. */
  readonly indent: number;
  /** Diagrams are code. */
  readonly isCode: boolean;
}

/** How a line opens a container. */
interface Opening {
  readonly type: string;
  readonly title: ViewPart | null;
  /** Lines after this one that only say how it is called. */
  readonly titleLines: number;
  readonly closedBy: number | null;
  readonly indent: number;
}

/** Deeper ones, and longer lines, nobody writes. */
const MOST_NESTED = 8;
const LONGEST = 400;

/** Only texts with one of these are looked through line by line. */
const ANY =
  /^[ \t]*(?:!!!|\?\?\?|===|:::|<details|<[A-Z]|import |export |\{[%{/]|%%|\[\[?_?TOC|--8<--|\*\[)|\[\[|^#.*\{|<!subteam/m;

const INDENTED =
  /^(\s*)(?:!!!|\?\?\?\+?|===!?)\s+(?:"([^"]*)"|([\w-]+)(?:\s[\w\s-]*?)?(?:\s*"([^"]*)")?)\s*$/;
const COLONS =
  /^(\s*)(:{3,})\s*(?:\{\s*)?\.?([A-Za-z][\w-]*)\}?\s*(?:\[([^\]]*)\]|(?:title=)?"([^"]*)"|(\S.*?))?(?:\{[^{}]*\})?\s*$/;
const COLONS_END = /^\s*(:{3,})\s*$/;
const TAG = /^(\s*)<(details|[A-Z][\w.]*)((?:\s[^<>]*)?)>\s*(<summary[^>]*>.*)?$/;
const TAG_END = /^\s*<\/(details|[A-Z][\w.]*)>\s*$/;
const TITLE_ATTRIBUTE = /\b(?:label|title|summary|header)=["']([^"']*)["']/;
const DIAGRAMS: ReadonlySet<string> = new Set([
  "mermaid",
  "plantuml",
  "query-table",
  "video",
  "toc",
]);
const FENCE = /^\s*(?:>\s*)*(`{3,}|~{3,})/;

/** Lines that say something to a site generator alone. */
const NOT_SAID =
  /^\s*(?:import\s.+\sfrom\s+["'].*|import\s+["'].*|export\s+(?:const|default|function)\s.*|\{%.*%\}|\{\{[<%].*[%>]\}\}|\{\{\s*\w+\.[\w.]+.*\}\}|\{\/\*.*\*\/\}|%%.*%%|\[\[_TOC_\]\]|\[TOC\]|\[\[toc\]\]|--8<--.*|\*\[[^\]]+\]:.*)\s*$/i;
/** What a wiki or a generator adds within a line. */
const WITHIN =
  /!\[\[[^\]\n]{1,200}\]\]|\[\[(?:[^\]|\n]{1,200}\|)?([^\]|\n]{1,200})\]\]|<!subteam\^\w+\|(@[^>\n]{1,80})>/g;
const HEADING_ATTRIBUTES = /\s+\{:?\s*[#.][^{}]*\}\s*$/;

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
}

/** Without so many columns of indent, and how many characters these were. */
function withoutIndent(line: string, columns: number): number {
  let width = 0;
  let at = 0;
  while (at < line.length && width < columns && /[ \t]/.test(line.charAt(at))) {
    width += line.charAt(at) === "\t" ? 4 : 1;
    at += 1;
  }
  return at;
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
    const end = COLONS_END.exec(line)?.[1] ?? TAG_END.exec(line)?.[1];
    const start = COLONS.exec(line)?.[2] ?? TAG.exec(line)?.[2];
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

function lineStarts(lines: readonly string[]): readonly number[] {
  let start = 0;
  return lines.map((line) => {
    const own = start;
    start += line.length + 1;
    return own;
  });
}

/** The source of a text as callouts; the same where nothing in it asks for that. */
export function viewContainers(text: string): TextView {
  if (!ANY.test(text)) return wholeText(text);
  const lines = text.split("\n");
  const isCode = codeLines(lines);
  const pairs = closings(lines, isCode);
  const next = nextFilled(lines);
  const parts: ViewPart[] = [];
  const open: Open[] = [];
  const starts = lineStarts(lines);

  const openingAt = (line: string, index: number): Opening | null => {
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
  };
  const put = (line: string, at: number) => {
    const end = NOT_SAID.test(line) ? 0 : line.length;
    const body = line.slice(0, end);
    const attributes = /^\s*#/.test(body) ? HEADING_ATTRIBUTES.exec(body) : null;
    const said = attributes ? body.slice(0, attributes.index) : body;
    let from = 0;
    for (const found of said.matchAll(WITHIN)) {
      const name = found[1] ?? found[2] ?? "";
      parts.push({ text: said.slice(from, found.index), at: at + from });
      const column = found.index + found[0].lastIndexOf(name);
      if (name !== "") parts.push({ text: name, at: at + column });
      from = found.index + found[0].length;
    }
    parts.push({ text: said.slice(from), at: at + from });
  };

  let isQuiet = 0;
  lines.forEach((line, index) => {
    const at = starts[index] ?? 0;
    const isLast = index === lines.length - 1;
    const newline: ViewPart = { text: isLast ? "" : "\n", at: at + line.length };
    const isBlank = line.trim() === "";
    while (open.length > 0) {
      const inner = open.at(-1);
      const follows = isBlank ? (lines[next[index] ?? lines.length] ?? "") : line;
      if (!inner || inner.closedBy !== null || indentOf(follows) >= inner.indent) break;
      open.pop();
      if (!isBlank) parts.push({ text: `${"> ".repeat(open.length)}\n`, at, isPutIn: true });
    }
    const prefix = "> ".repeat(open.filter((one) => !one.isCode).length);
    if (open.at(-1)?.closedBy === index) {
      const closed = open.pop();
      const text = closed?.isCode === true ? "```" : "";
      const outer = "> ".repeat(open.length);
      parts.push({ text: outer + text, at, isPutIn: true }, newline);
      return;
    }
    parts.push({ text: prefix, at, isPutIn: true });
    const cut = withoutIndent(line, open.at(-1)?.indent ?? 0);
    if (isQuiet > 0) {
      isQuiet -= 1;
      parts.push(newline);
      return;
    }
    const mayOpen = isCode[index] !== true && open.length < MOST_NESTED && line.length < LONGEST;
    const opening = mayOpen ? openingAt(line, index) : null;
    if (opening === null) {
      if (isCode[index] === true) parts.push({ text: line.slice(cut), at: at + cut });
      else put(line.slice(cut), at + cut);
      parts.push(newline);
      return;
    }
    const { type, title, titleLines, closedBy, indent } = opening;
    if (DIAGRAMS.has(type)) {
      parts.push({ text: "```", at, isPutIn: true }, newline);
      open.push({ closedBy, indent: 0, isCode: true });
      return;
    }
    parts.push({ text: `> [!${type}] `, at, isPutIn: true });
    if (title !== null) parts.push(title);
    parts.push({ text: `\n${prefix}>`, at: at + line.length, isPutIn: true }, newline);
    isQuiet = titleLines;
    open.push({ closedBy, indent, isCode: false });
  });
  return joinParts(parts);
}
