import type { Range } from "../../core/position.ts";
import type { Block, ListItem, Text } from "./blocks.ts";
import { lineCells } from "./pipe-rows.ts";

/** The line between two rows of a grid: `+-----+-----+`. */
const RULE = /^\+(?:[-=:]+\+)+$/;
/** Dashes with bars or blanks between. */
const DASHES = /^\|?\s*:?-{2,}:?(?:(?:\s*\|\s*|\s+):?-{2,}:?)*\s*\|?$/;

/** Lines between bars without the line that would make them a table, as some generators have them. */
export function pipedTable(lines: readonly Text[], range: Range): Block | null {
  // A line of dashes with too few bars makes no table either.
  const isRuled = lines.length > 2 && DASHES.test(lines[1]?.text ?? "");
  const said = isRuled ? lines.filter((_, index) => index !== 1) : lines;
  const rows = said.map(({ text, range: line }) =>
    lineCells(text)?.map((cell) => ({ text: cell, range: line })),
  );
  const [head, ...others] = rows.flatMap((row) => (row ? [row] : []));
  if (!head || others.length + 1 < said.length) return null;
  const ruled = isRuled ? { isMisruled: true } : {};
  return { type: "table", head, rows: others, range, isUndelimited: true, ...ruled };
}

/** A cell of a grid, which may go on over lines. */
interface GridCell {
  readonly lines: string[];
  readonly range: Range;
}

function gridText({ lines, range }: GridCell): Text {
  const said = lines.filter((line) => line !== "");
  return { text: said.join(" "), range };
}

/** The rows of a grid table as pandoc writes it, each between two lines of dashes. */
export function gridTable(lines: readonly Text[], range: Range): Block | null {
  const [first] = lines;
  if (!first || lines.length < 3 || !RULE.test(first.text)) return null;
  const rows: GridCell[][] = [];
  let isNew = true;
  for (const { text, range: line } of lines) {
    const cells = lineCells(text);
    if (cells === null || RULE.test(text)) {
      isNew = true;
      continue;
    }
    const own = rows.at(-1);
    if (isNew || !own) rows.push(cells.map((cell) => ({ lines: [cell], range: line })));
    else own.forEach((cell, index) => cell.lines.push(cells[index] ?? ""));
    isNew = false;
  }
  const [head, ...others] = rows.map((row) => row.map(gridText));
  return head ? { type: "table", head, rows: others, range } : null;
}

/** A list of lists with as many items each, of which none has a text of its own: the rows of a table. */
export function tableOfLists(items: readonly ListItem[], range: Range): Block | null {
  const columns = items[0]?.children.length ?? 0;
  const isTable = items.every(({ text, children }) => text === "" && children.length === columns);
  if (items.length < 2 || columns < 2 || !isTable) return null;
  const [head, ...rows] = items.map(({ children }) =>
    children.map((cell): Text => ({ text: cell.text, range: cell.range })),
  );
  return head ? { type: "table", head, rows, range } : null;
}
