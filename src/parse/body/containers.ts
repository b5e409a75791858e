import { withoutCommonIndent } from "./common-indent.ts";
import { indentOf, type Lines, linesOf, type Opening, openingAt } from "./container-openings.ts";
import { definitionLines } from "./definition-lines.ts";
import { fourDigitRows } from "./four-digit-rows.ts";
import { saidParts } from "./generator-marks.ts";
import { issueViewLines } from "./issue-view.ts";
import { leaderLines } from "./leader-lines.ts";
import { plainUnderlines } from "./plain-underlines.ts";
import { simpleTableLines } from "./simple-tables.ts";
import { joinParts, type TextView, type ViewPart, wholeText } from "./text-view.ts";
import { wikiLines } from "./wiki-lines.ts";

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

const DIAGRAMS: ReadonlySet<string> = new Set([
  "mermaid",
  "plantuml",
  "query-table",
  "video",
  "toc",
]);

/** Deeper ones, and longer lines, nobody writes. */
const MOST_NESTED = 8;
const LONGEST = 400;

/** Only texts with one of these are looked through line by line. */
const ANY =
  /^[ \t]*(?:!!!|\?\?\?|===|:::|[•◦▪‣●○][ \t\u00a0]|[☐☑☒]|\. [A-Za-z]|\[[ xX]\][ \t]|\{:?\s?[.#]|<details|<[A-Z]|import |export |\{[%{/]|%%|\[\[?_?TOC|--8<--|\*\[)|\[\[|^#.*\{|<!subteam|\{\{(?:[<%]|\[\[|TODO|DONE)|(?<![=\S])==[^\s=]|\{[a-z][a-z\d:+-]{1,30}\}`|^ {0,8}--+ +--|^:[ \t]{1,4}\S|^h[1-6]\. |^(?:[-*+] )?[0-2]\d[0-5]\d[\s:–—-]|^\|\||^title:\t|\[\^\w|<sup>|[¹²³⁰⁴-⁹]|\.{4}|…{2}|[\p{L}\d ]_{4}|·{4}|(?: \.){4}/mu;

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

/** Ends the containers whose lines are indented, where a line is not; a blank line ends none but the last. */
function leaveIndents(index: number, { lines, next }: Lines, open: Open[]): number {
  const line = lines[index] ?? "";
  const follows = line.trim() === "" ? (lines[next[index] ?? lines.length] ?? "") : line;
  const before = open.length;
  while (open.length > 0) {
    const inner = open.at(-1);
    if (!inner || inner.closedBy !== null || indentOf(follows) >= inner.indent) break;
    open.pop();
  }
  return line.trim() === "" ? 0 : before - open.length;
}

function quoteMarks(open: readonly Open[]): string {
  return "> ".repeat(open.filter(({ isCode }) => !isCode).length);
}

/** The head of a callout in the place of the line that opens a container. */
function headParts(
  { type, title }: Opening,
  prefix: string,
  at: number,
  end: number,
): readonly ViewPart[] {
  return [
    { text: `> [!${type}] `, at, isPutIn: true },
    ...(title === null ? [] : [title]),
    { text: `\n${prefix}>`, at: end, isPutIn: true },
  ];
}

/** What a line becomes, without its end; `open` are the containers around it, kept as lines go on. */
function lineParts(index: number, all: Lines, open: Open[]): readonly ViewPart[] {
  const line = all.lines[index] ?? "";
  const at = all.starts[index] ?? 0;
  const left = leaveIndents(index, all, open);
  const ended: ViewPart = { text: `${quoteMarks(open)}\n`.repeat(left), at, isPutIn: true };
  if (open.at(-1)?.closedBy === index) {
    const fence = open.pop()?.isCode === true ? "```" : "";
    return [ended, { text: quoteMarks(open) + fence, at, isPutIn: true }];
  }
  const prefix = quoteMarks(open);
  const before = [ended, { text: prefix, at, isPutIn: true }];
  const isCode = all.isCode[index] === true;
  const mayOpen = !isCode && open.length < MOST_NESTED && line.length < LONGEST;
  const opening = mayOpen ? openingAt(line, index, all) : null;
  if (opening === null) {
    const cut = withoutIndent(line, open.at(-1)?.indent ?? 0);
    const text = line.slice(cut);
    return [...before, ...(isCode ? [{ text, at: at + cut }] : saidParts(text, at + cut))];
  }
  const { type, closedBy, indent } = opening;
  const isDiagram = DIAGRAMS.has(type);
  open.push({ closedBy, indent: isDiagram ? 0 : indent, isCode: isDiagram });
  if (isDiagram) return [...before, { text: "```", at, isPutIn: true }];
  return [...before, ...headParts(opening, prefix, at, at + line.length)];
}

/** The lines that only say how the container above them is called. */
function titleLines(all: Lines): ReadonlySet<number> {
  const lines = all.lines.flatMap((line, index) => {
    const isTag = line.includes("<details") && all.isCode[index] !== true && line.length < LONGEST;
    const count = (isTag ? openingAt(line, index, all)?.titleLines : 0) ?? 0;
    return Array.from({ length: count }, (_, step) => index + step + 1);
  });
  return new Set(lines);
}

/** The source of a text as callouts; the same where nothing in it asks for that. */
export function viewContainers(body: string): TextView {
  const indented = withoutCommonIndent(body);
  if (indented !== null) return indented;
  const text = plainUnderlines(body);
  if (!ANY.test(text)) return wholeText(text);
  const all = linesOf(text);
  const quiet = titleLines(all);
  const written = new Map([
    ...definitionLines(all.lines, all.starts, all.isCode),
    ...simpleTableLines(all.lines, all.starts, all.isCode),
    ...fourDigitRows(all.lines, all.starts, all.isCode),
    ...issueViewLines(all.lines, all.starts),
    ...leaderLines(all.lines, all.starts, all.isCode),
    ...wikiLines(text, all.lines, all.starts, all.isCode),
  ]);
  const open: Open[] = [];
  const parts: ViewPart[] = [];
  for (const [index, line] of all.lines.entries()) {
    const at = all.starts[index] ?? 0;
    const isQuiet = quiet.has(index) && open.length > 0;
    const row = open.length === 0 ? written.get(index) : undefined;
    if (row) parts.push(...row);
    else if (isQuiet) parts.push({ text: quoteMarks(open), at, isPutIn: true });
    else parts.push(...lineParts(index, all, open));
    if (index < all.lines.length - 1) parts.push({ text: "\n", at: at + line.length });
  }
  return joinParts(parts);
}
