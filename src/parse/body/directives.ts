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

/** A cell, which may go on over lines. They are joined once: to join each to those before it is quadratic. */
interface ListCell {
  readonly lines: string[];
  readonly range: Range;
}

function cellText({ lines, range }: ListCell): Text {
  return { text: lines.filter((line) => line !== "").join(" "), range };
}

function listTable(lines: readonly Text[], range: Range): Block | null {
  const rows: ListCell[][] = [];
  for (const { text, range: line } of lines) {
    const row = ROW.exec(text)?.[1];
    const cell = row ?? CELL.exec(text)?.[1];
    if (row !== undefined) rows.push([]);
    const own = rows.at(-1);
    if (!own || OPTION.test(text)) continue;
    if (cell !== undefined) own.push({ lines: [cell.trim()], range: line });
    else own.at(-1)?.lines.push(text.trim());
  }
  const [head, ...others] = rows.map((row) => row.map(cellText));
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
