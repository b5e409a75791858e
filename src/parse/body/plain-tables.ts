import type { AlignType, TableCell, TableRow } from "mdast";
import { plainLine, type Position, positionOf, type Stretch } from "./plain-inline.ts";
import { isBlank, type Lines, type PlainBlock } from "./plain-lines.ts";

/** A row that begins and ends with a bar, without blanks around. */
const ROW = /^\|.*[^\\]\|$/;
const RULE = /^ *(:?)-+(:?) *$/;

function alignOf([, left, right]: RegExpExecArray): AlignType {
  if (left === ":") return right === ":" ? "center" : "left";
  return right === ":" ? "right" : null;
}

/** What each cell of a row is ruled to; null where the line is no rule. */
function rulesOf(written: string): AlignType[] | null {
  if (!ROW.test(written)) return null;
  const cells = written.slice(1, -1).split("|");
  const rules = cells.map((cell) => RULE.exec(cell)).filter((rule) => rule !== null);
  return rules.length === cells.length ? rules.map(alignOf) : null;
}

/** The bounds of what stands between two, without the spaces around it: other blanks are text. */
function withoutSpaces(line: string, start: number, end: number): readonly [number, number] {
  let [from, to] = [start, end];
  while (from < to && line.charAt(from) === " ") from += 1;
  while (to > from && line.charAt(to - 1) === " ") to -= 1;
  return [from, to];
}

/** The cells of a row: the first begins with the bar before it, the last ends with the bar behind it. */
function cellsOf(stretch: Stretch, { source, written }: Lines): TableCell[] | null {
  const line = written(stretch);
  if (!ROW.test(line)) return null;
  const children: TableCell[] = [];
  for (let bar = 0; bar < line.length - 1;) {
    const next = line.indexOf("|", bar + 1);
    const [from, to] = withoutSpaces(line, bar + 1, next);
    const own = { ...stretch, start: stretch.start + from, end: stretch.start + to };
    const content = from === to ? [] : plainLine(source, own);
    if (content === null) return null;
    const isLast = next === line.length - 1;
    const end = stretch.start + next + (isLast ? 1 : 0);
    const position = positionOf(stretch, stretch.start + bar, end);
    children.push({ type: "tableCell", children: content, position });
    bar = next;
  }
  return children;
}

/** Rows after which those of a table are read anew whenever somebody asks for their cells. */
const MOST_KEPT = 500;

/**
 * A row whose cells are not kept, as those of a table of 50,000 rows take 100 MB: each is read for a moment
 * by a few, one row after the other. It is a class because an accessor of its own costs an object 500 bytes.
 */
class PassingRow implements TableRow {
  readonly type = "tableRow";
  readonly #stretch: Stretch;
  readonly #lines: Lines;

  constructor(stretch: Stretch, lines: Lines) {
    this.#stretch = stretch;
    this.#lines = lines;
  }

  get children(): TableCell[] {
    return cellsOf(this.#stretch, this.#lines) ?? [];
  }

  get position(): Position {
    return positionOf(this.#stretch);
  }
}

/** A row of a table; null where not all of its cells are plain. */
function rowOf(stretch: Stretch, lines: Lines, index: number): TableRow | null {
  const children = cellsOf(stretch, lines);
  if (children === null) return null;
  if (index >= MOST_KEPT) return new PassingRow(stretch, lines);
  return { type: "tableRow", children, position: positionOf(stretch) };
}

/** A table of which all cells are plain, up to a blank line. */
export function plainTable(first: Stretch, lines: Lines): PlainBlock | null {
  const rule = lines.after(first);
  const align = rule && rulesOf(lines.written(rule));
  const head = rowOf(first, lines, 0);
  if (!rule || !align || !head || head.children.length !== align.length) return null;
  const children = [head];
  let last = rule;
  let next = lines.after(rule);
  for (; next && !isBlank(lines.written(next)); next = lines.after(next)) {
    const row = rowOf(next, lines, children.length);
    if (row === null) return null;
    children.push(row);
    last = next;
  }
  const position = { start: positionOf(first).start, end: positionOf(last).end };
  return { node: { type: "table", align, children, position }, next };
}
