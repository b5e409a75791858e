import type { ViewPart } from "./text-view.ts";

const HEADING = /^h([1-6])\. +(?=\S)/;
const HEADINGS = /^h[1-6]\. \S.*$/gm;
/** One such line may be a sentence. */
const LEAST_HEADINGS = 2;
/** Directly below another line, such signs begin an item of a numbered list in a wiki. */
const MARKDOWN_HEADING = /(?:^|\n[ \t]*\n)#{2,6} \S/;
const ROW = /^\|.*\S.*\|\s*$/;
const HEAD_ROW = /^\|\|.*\S.*\|\|\s*$/;
const ITEM = /^([*#-]{1,6}) +(?=\S)/;
/** One bar or two and what stands behind: a bar within the brackets of a link parts no cells. */
const CELL = /\|{1,2}((?:\[[^\]]{0,300}\]|[^|[]|\[)*)/g;
/** Macros that only set off what stands between them. */
const MACRO =
  /^\s*\{(?:panel|info|note|warning|tip|quote|section|column|expand|color|toc|anchor)(?::[^{}]*)?\}\s*$/;
const CODE = /^\s*\{(?:code|noformat)(?::[^{}]*)?\}\s*$/;
/** What marks a part of a line: bold text, a link, a colour, a tick or a cross. */
const WITHIN =
  /(?<![\p{L}\d*])\*(?=[^\s*])([^*\n]{1,200})(?<=\S)\*(?![\p{L}\d*])|\[([^\]|\n]{1,200})\|[^\]\n]{1,300}\]|\{color(?::[^{}]{0,20})?\}|\(([/x])\)/gu;

/** Whether a text is in the markup of Jira and Confluence. */
export function isWikiText(text: string): boolean {
  if (!/^h[1-6]\. /m.test(text)) return false;
  const headings = text.match(HEADINGS) ?? [];
  const isMarkdown = MARKDOWN_HEADING.test(text) || text.trimStart().startsWith("# ");
  return headings.length >= LEAST_HEADINGS && !isMarkdown;
}

/** The parts of what a line says, with bold text and signs as markdown has them. */
function inlineParts(line: string, at: number): readonly ViewPart[] {
  const parts: ViewPart[] = [];
  let from = 0;
  for (const found of line.matchAll(WITHIN)) {
    const [whole, bold, link, sign] = found;
    const place = at + found.index;
    parts.push({ text: line.slice(from, found.index), at: at + from });
    const star = { text: "**", at: place, isPutIn: true };
    if (bold !== undefined) parts.push(star, { text: bold, at: place + 1 }, star);
    if (link !== undefined) parts.push({ text: link, at: place + 1 });
    if (sign !== undefined) {
      parts.push({ text: sign === "/" ? "✅" : "❌", at: place, isPutIn: true });
    }
    from = found.index + whole.length;
  }
  return [...parts, { text: line.slice(from), at: at + from }];
}

/** A row of a table, whose cells stand between one bar or two. */
function rowParts(line: string, at: number): readonly ViewPart[] {
  const said = line.trimEnd();
  const parts: ViewPart[] = [];
  const cells = said.matchAll(CELL);
  for (const { index, 0: whole, 1: cell = "" } of cells) {
    parts.push({ text: "| ", at: at + index, isPutIn: true });
    if (index + whole.length < said.length || cell.trim() !== "") {
      parts.push(...inlineParts(cell.trim(), at + index + whole.indexOf(cell.trim())));
      parts.push({ text: " ", at: at + index + whole.length, isPutIn: true });
    }
  }
  return parts;
}

/** How many cells a row has. */
function cellCount(line: string): number {
  return Math.max((line.trimEnd().match(CELL)?.length ?? 0) - 1, 1);
}

/** A line of a wiki that is in no table. */
function lineParts(line: string, at: number): readonly ViewPart[] {
  if (MACRO.test(line)) return [];
  const [heading = "", level] = HEADING.exec(line) ?? [];
  if (level !== undefined) {
    const mark = { text: `${"#".repeat(Number(level))} `, at, isPutIn: true };
    return [mark, ...inlineParts(line.slice(heading.length), at + heading.length)];
  }
  const [item = "", marks = ""] = ITEM.exec(line) ?? [];
  if (marks === "" || /^-{2,}$/.test(marks)) return inlineParts(line, at);
  const indent = "    ".repeat(marks.length - 1);
  const mark = { text: `${indent}${marks.endsWith("#") ? "1." : "-"} `, at, isPutIn: true };
  return [mark, ...inlineParts(line.slice(item.length), at + item.length)];
}

/**
 * What the lines of a wiki become, as Jira and Confluence write them, in markdown; of any other text,
 * those of its tables whose heads stand between double bars.
 */
export function wikiLines(
  text: string,
  lines: readonly string[],
  starts: readonly number[],
  isCode: readonly boolean[],
): ReadonlyMap<number, readonly ViewPart[]> {
  const found = new Map<number, readonly ViewPart[]>();
  const isWiki = isWikiText(text);
  if (!isWiki && !/^\|\|.*\|\|/m.test(text)) return found;
  let isFenced = false;
  let isTable = false;
  lines.forEach((line, index) => {
    const at = starts[index] ?? 0;
    if (isCode[index] === true) return;
    if (isWiki && CODE.test(line)) {
      isFenced = !isFenced;
      found.set(index, [{ text: "```", at, isPutIn: true }]);
      return;
    }
    if (isFenced) return;
    const isHead = HEAD_ROW.test(line);
    const isRow = ROW.test(line) && (isWiki || isHead || isTable);
    if (isRow && !isTable) {
      const bars = `|${"--|".repeat(cellCount(line))}`;
      const end = at + line.length;
      const rule = { text: isHead ? `\n${bars}` : "", at: end, isPutIn: true };
      // A table whose rows each have a head of their own has none above.
      const empty = isHead ? "" : `|${" |".repeat(cellCount(line))}\n${bars}\n`;
      found.set(index, [{ text: empty, at, isPutIn: true }, ...rowParts(line, at), rule]);
    } else if (isRow) found.set(index, rowParts(line, at));
    else if (isWiki) found.set(index, lineParts(line, at));
    isTable = isRow;
  });
  return found;
}
