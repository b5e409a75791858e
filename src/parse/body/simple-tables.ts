import type { ViewPart } from "./text-view.ts";

/** Dashes in groups that blanks part, which show the columns of a table as pandoc writes it. */
const RULE = /^ {0,8}-{2,}(?: +-{2,})+\s*$/;
/** Fewer rows that are parted at the columns are no table. */
const LEAST_CELLS = 2;
/** Wider tables are written otherwise. */
const MOST_COLUMNS = 12;

/** Where a column begins, and where the next one does. */
type Column = readonly [start: number, end: number];

/** The lines of a table, its columns, and the line of its rule. */
interface SimpleTable {
  readonly columns: readonly Column[];
  readonly rule: number;
  /** The first line that belongs to it. */
  readonly first: number;
  /** The line after its last. */
  readonly end: number;
}

function columnsOf(rule: string): readonly Column[] {
  const starts = Array.from(rule.matchAll(/-+/g), ({ index }) => index);
  return starts.map((start, index) => [
    index === 0 ? 0 : start,
    starts[index + 1] ?? Number.POSITIVE_INFINITY,
  ]);
}

/** Whether a line has a blank before each of its columns but the first, and text in several. */
function isRow(line: string, columns: readonly Column[]): boolean {
  const isParted = columns.slice(1).every(([start]) => /^\s?$/.test(line.charAt(start - 1)));
  const filled = columns.filter((column) => line.slice(...column).trim() !== "");
  return isParted && filled.length >= LEAST_CELLS;
}

function isEnd(line: string): boolean {
  return line.trim() === "" || RULE.test(line);
}

/** The table whose columns a line shows; null where none stands around it. */
function tableAt(
  index: number,
  lines: readonly string[],
  isCode: readonly boolean[],
): SimpleTable | null {
  const line = lines[index] ?? "";
  if (isCode[index] === true || !line.includes("--") || !RULE.test(line)) return null;
  const columns = columnsOf(line);
  if (columns.length > MOST_COLUMNS) return null;
  const above = lines[index - 1] ?? "";
  // A table without a head begins with its rule, and ends with one.
  const isHeaded = above.trim() !== "";
  if (isHeaded && ((lines[index - 2] ?? "").trim() !== "" || !isRow(above, columns))) return null;
  let end = index + 1;
  while (end < lines.length && !isEnd(lines[end] ?? "") && isCode[end] !== true) end += 1;
  const isClosed = RULE.test(lines[end] ?? "");
  const rows = lines.slice(index + 1, end);
  if (rows.length === 0 || (!isHeaded && !isClosed)) return null;
  if (!rows.some((row) => isRow(row, columns))) return null;
  return {
    columns,
    rule: index,
    first: isHeaded ? index - 1 : index,
    end: isClosed ? end + 1 : end,
  };
}

function rowParts(line: string, at: number, columns: readonly Column[]): readonly ViewPart[] {
  const cells = columns.flatMap(([start, end], index): readonly ViewPart[] => {
    const cell = line.slice(start, end);
    const lead = cell.length - cell.trimStart().length;
    return [
      { text: index === 0 ? "| " : " | ", at: at + Math.min(start, line.length), isPutIn: true },
      { text: cell.trim(), at: at + Math.min(start + lead, line.length) },
    ];
  });
  return [...cells, { text: " |", at: at + line.length, isPutIn: true }];
}

/** What the lines of tables in the form of pandoc become: rows between bars. */
export function simpleTableLines(
  lines: readonly string[],
  starts: readonly number[],
  isCode: readonly boolean[],
): ReadonlyMap<number, readonly ViewPart[]> {
  const found = new Map<number, readonly ViewPart[]>();
  lines.forEach((_, index) => {
    const table = found.has(index) ? null : tableAt(index, lines, isCode);
    if (!table) return;
    const { columns, rule, first, end } = table;
    const bars = `|${columns.map(() => "--|").join("")}`;
    const head = first === rule ? `|${" |".repeat(columns.length)}\n` : "";
    for (let at = first; at < end; at += 1) {
      const [line, start] = [lines[at] ?? "", starts[at] ?? 0];
      if (at === rule) found.set(at, [{ text: head + bars, at: start, isPutIn: true }]);
      else if (RULE.test(line)) found.set(at, []);
      else found.set(at, rowParts(line, start, columns));
    }
  });
  return found;
}
