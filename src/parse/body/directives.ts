import type { Range } from "../../core/position.ts";
import type { Block, Text } from "./blocks.ts";

/** Directives of MyST that set a remark apart (https://mystmd.org/guide/admonitions). */
const REMARKS =
  /^\{(?:admonition|note|tip|hint|important|caution|warning|attention|danger|error|seealso)\}$/;
const ROW = /^\*\s+-\s?(.*)$/;
const CELL = /^\s+-\s?(.*)$/;
const OPTION = /^:[\w-]+:/;

/** The lines of a fenced block that begins at a line of its own, each with its place. */
function linesOf(text: string, range: Range, linesIn: (range: Range) => readonly Range[]) {
  const places = linesIn(range).slice(1);
  return text
    .split("\n")
    .map((line, index): Text => ({ text: line, range: places[index] ?? range }));
}

function listTable(lines: readonly Text[], range: Range): Block | null {
  const rows: Text[][] = [];
  for (const line of lines) {
    const row = ROW.exec(line.text)?.[1];
    const cell = row ?? CELL.exec(line.text)?.[1];
    if (row !== undefined) rows.push([]);
    const own = rows.at(-1);
    if (!own || OPTION.test(line.text)) continue;
    const last = own.at(-1);
    if (cell !== undefined) own.push({ ...line, text: cell.trim() });
    else if (last)
      own[own.length - 1] = { ...last, text: `${last.text} ${line.text.trim()}`.trim() };
  }
  const [head, ...others] = rows;
  return head ? { type: "table", head, rows: others, range } : null;
}

/**
 * What a directive of MyST in a fence says: the rows of a `{list-table}`, or a remark that it sets apart.
 * Null for a fence of code.
 */
export function directiveBlock(
  name: string,
  text: string,
  range: Range,
  linesIn: (range: Range) => readonly Range[],
): Block | null {
  if (!name.startsWith("{")) return null;
  const lines = linesOf(text, range, linesIn);
  if (name === "{list-table}") return listTable(lines, range);
  if (!REMARKS.test(name)) return null;
  const said = lines.filter((line) => line.text.trim() !== "" && !OPTION.test(line.text));
  return {
    type: "quote",
    text: said.map((line) => line.text.trim()).join(" "),
    range,
    lines: said,
  };
}
