import type { TableBlock } from "./blocks.ts";

/** What heads the columns of a spreadsheet: nothing above the numbers of its rows, then A, B, C. */
function isLettered(head: TableBlock["head"]): boolean {
  const [corner, ...letters] = head;
  return (
    corner?.text === "" &&
    letters.length > 0 &&
    letters.every(({ text }, index) => text === String.fromCodePoint(65 + index))
  );
}

/**
 * A table without the letters of its columns and the numbers of its rows, as spreadsheets in documents
 * have them: its first row is the head. Any other table stays as it is.
 */
export function withoutSheetFrame(table: TableBlock): TableBlock {
  const { head, rows } = table;
  const isNumbered = rows.every(([first], index) => first?.text === String(index + 1));
  if (!isLettered(head) || !isNumbered || head.length > 26) return table;
  const [own = [], ...others] = rows.map((row) => row.slice(1));
  return { ...table, head: own, rows: others };
}
