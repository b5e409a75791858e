import type { ViewPart } from "./text-view.ts";

/** Dashes in groups that blanks part, which show the columns of a table as pandoc writes it. */
const RULE = /^ {0,8}-{2,}(?: +-{2,})+\s*$/;
/** The dashes above and below a table whose rows go on over lines, each ended by a blank one. */
const FRAME = /^ {0,8}-{3,}\s*$/;
/** Fewer rows that are parted at the columns are no table. */
const LEAST_CELLS = 2;
/** Wider tables are written otherwise. */
const MOST_COLUMNS = 12;
/** A head of more lines is none. */
const MOST_HEAD = 6;
/** Lines after which nobody looks for the end of a table. */
const MOST_LINES = 500;

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

/** Whether a line has a blank before each of its columns but the first. */
function isParted(line: string, columns: readonly Column[]): boolean {
  return columns.slice(1).every(([start]) => /^\s?$/.test(line.charAt(start - 1)));
}

/** Whether a line is parted at the columns, and has text in several. */
function isRow(line: string, columns: readonly Column[]): boolean {
  const filled = columns.filter((column) => line.slice(...column).trim() !== "");
  return isParted(line, columns) && filled.length >= LEAST_CELLS;
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
  const isHeaded = above.trim() !== "" && !RULE.test(above);
  // The head may stand between two such rules, of which the second shows the table.
  const isSame = (other: string | undefined) => other?.trimEnd() === line.trimEnd();
  if (
    !isHeaded &&
    isSame(lines[index + 2]) &&
    lines.slice(index + 3, index + MOST_LINES).some(isSame)
  )
    return null;
  const isFramed = isHeaded && isSame(lines[index - 2]);
  const isApart = isFramed || (lines[index - 2] ?? "").trim() === "";
  if (isHeaded && (!isApart || !isRow(above, columns))) return null;
  let end = index + 1;
  while (end < lines.length && !isEnd(lines[end] ?? "") && isCode[end] !== true) end += 1;
  const isClosed = RULE.test(lines[end] ?? "");
  const rows = lines.slice(index + 1, end);
  if (rows.length === 0 || (!isHeaded && !isClosed)) return null;
  if (!rows.some((row) => isRow(row, columns))) return null;
  return {
    columns,
    rule: index,
    first: isHeaded ? index - (isFramed ? 2 : 1) : index,
    end: isClosed ? end + 1 : end,
  };
}

/** The rows between two lines, each of the lines up to a blank one; null where a line is not parted. */
function framedRows(
  [from, to]: readonly [from: number, to: number],
  lines: readonly string[],
  columns: readonly Column[],
): readonly (readonly number[])[] | null {
  const rows: number[][] = [[]];
  for (let at = from; at < to; at += 1) {
    const line = lines[at] ?? "";
    if (line.trim() === "") rows.push([]);
    else if (isParted(line, columns)) rows.at(-1)?.push(at);
    else return null;
  }
  return rows.filter((row) => row.length > 0);
}

/** A table between two lines of dashes, with the lines of its head and of each of its rows. */
interface FramedTable {
  readonly columns: readonly Column[];
  readonly head: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly first: number;
  readonly end: number;
}

/** The table whose columns a line shows, where it is framed: its head and its rows may go on over lines. */
function framedAt(
  rule: number,
  lines: readonly string[],
  isCode: readonly boolean[],
): FramedTable | null {
  if (isCode[rule] === true || !RULE.test(lines[rule] ?? "")) return null;
  const dashes = lines[rule] ?? "";
  const columns = columnsOf(dashes);
  // A line across all columns, not a break or the line below a heading.
  const isFrame = (line: string) => FRAME.test(line) && line.length >= dashes.trimEnd().length - 1;
  let first = rule - 1;
  while (first > 0 && rule - first < MOST_HEAD && !isFrame(lines[first] ?? "")) first -= 1;
  const isHeaded = isFrame(lines[first] ?? "") && rule - first > 1;
  if (!isHeaded) first = rule;
  let end = rule + 1;
  const last = Math.min(lines.length, rule + MOST_LINES);
  while (end < last && !(isHeaded ? isFrame(lines[end] ?? "") : lines[end] === dashes)) end += 1;
  if (end >= last || columns.length > MOST_COLUMNS || isCode[end] === true) return null;
  const head = isHeaded ? framedRows([first + 1, rule], lines, columns) : [];
  const rows = framedRows([rule + 1, end], lines, columns);
  const isWhole = head !== null && rows !== null && head.length < 2;
  const isTable = isWhole && rows.some((row) => isRow(lines[row[0] ?? 0] ?? "", columns));
  // A table without a head whose rows are a line each is one in the simple form.
  const isOver = isHeaded || lines.slice(rule, end).some((line) => line.trim() === "");
  if (!isTable || !isOver) return null;
  return { columns, head: head[0] ?? [], rows, first, end: end + 1 };
}

/** A row between bars: each cell is what its lines have in that column. */
function framedRow(
  row: readonly number[],
  lines: readonly string[],
  starts: readonly number[],
  columns: readonly Column[],
): readonly ViewPart[] {
  const place = starts[row[0] ?? 0] ?? 0;
  const cells = columns.flatMap(([start, end]): readonly ViewPart[] => [
    { text: "| ", at: place, isPutIn: true },
    ...row.flatMap((index): readonly ViewPart[] => {
      const cell = (lines[index] ?? "").slice(start, end);
      const at = (starts[index] ?? 0) + start + (cell.length - cell.trimStart().length);
      const text = cell.trim();
      return text === ""
        ? []
        : [
            { text, at },
            { text: " ", at: at + text.length, isPutIn: true },
          ];
    }),
  ]);
  return [...cells, { text: "|\n", at: place, isPutIn: true }];
}

/** Adds what the lines of framed tables become: each table stands at its first line. */
function addFramedTables(
  lines: readonly string[],
  starts: readonly number[],
  isCode: readonly boolean[],
  found: Map<number, readonly ViewPart[]>,
): void {
  let behind = 0;
  lines.forEach((line, index) => {
    const isRule = index >= behind && line.includes("--");
    const table = isRule ? framedAt(index, lines, isCode) : null;
    if (!table || table.first < behind) return;
    const { columns, head, rows, first, end } = table;
    const rule = {
      text: `|${"--|".repeat(columns.length)}\n`,
      at: starts[index] ?? 0,
      isPutIn: true,
    };
    const parts = [head, ...rows].map((row) => framedRow(row, lines, starts, columns));
    for (let at = first; at < end; at += 1) found.set(at, []);
    found.set(first, [...(parts[0] ?? []), rule, ...parts.slice(1).flat()]);
    behind = end;
  });
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
  addFramedTables(lines, starts, isCode, found);
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
