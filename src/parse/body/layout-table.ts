import type { Nodes, Table, TableCell } from "mdast";
import type { Range } from "../../core/position.ts";
import type { Block } from "./blocks.ts";

/** What a cell of a layout holds: a heading of its own, and what stands below it. */
export interface LayoutPart {
  readonly heading: string | null;
  readonly level: number;
  readonly block: Block | null;
}

const HEADING = /^(#{1,6})\s+(\S.*)$/;
/** Fewer lines in a cell are those of a text that was broken. */
const LEAST_LINES = 3;

function isBreak(node: Nodes): boolean {
  return node.type === "break" || (node.type === "html" && /^<br\s*\/?>$/i.test(node.value));
}

/** The lines of a cell that `<br>` breaks; nothing for one of a single line. */
export function brokenLines(
  cell: TableCell,
  textOf: (node: Nodes) => string,
): { readonly broken?: readonly string[] } {
  const lines = cell.children.some(isBreak) ? linesOf(cell, textOf) : [];
  return lines.length > 1 ? { broken: lines } : {};
}

/** The lines of a cell; a bold word that begins one is the label of what follows it. */
function linesOf({ children }: TableCell, textOf: (node: Nodes) => string): readonly string[] {
  const lines: string[] = [""];
  for (const node of children) {
    const line = lines.pop() ?? "";
    if (isBreak(node)) lines.push(line, "");
    else {
      const isLabel = node.type === "strong" && line.trim() === "";
      const text = textOf(node);
      lines.push(line + (isLabel && !/[:：]\s*$/.test(text) ? `${text}:` : text));
    }
  }
  return lines.map((line) => line.replace(/\s+/g, " ").trim()).filter((line) => line !== "");
}

function partsOf(lines: readonly string[], range: Range): readonly LayoutPart[] {
  const parts: { heading: string | null; level: number; lines: string[] }[] = [];
  for (const line of lines) {
    const [, marks, heading] = HEADING.exec(line) ?? [];
    if (heading !== undefined) parts.push({ heading, level: marks?.length ?? 2, lines: [] });
    else if (parts.length === 0) parts.push({ heading: null, level: 0, lines: [line] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts.map(({ heading, level, lines: own }) => {
    const texts = own.map((text) => ({ text, range }));
    const paragraph = { type: "paragraph", text: own.join(" "), lines: texts, range } as const;
    return { heading, level, block: own.length === 0 ? null : paragraph };
  });
}

/**
 * What the cells of a table hold that only sets a page: without a head, and with cells of several
 * lines; null for a table of anything.
 */
export function layoutParts(
  { children }: Table,
  textOf: (node: Nodes) => string,
  range: Range,
): readonly LayoutPart[] | null {
  const [head, ...rows] = children;
  const isHeadless = head?.children.every((cell) => linesOf(cell, textOf).length === 0) === true;
  if (!isHeadless || rows.length === 0) return null;
  const cells = rows.flatMap((row) => row.children.map((cell) => linesOf(cell, textOf)));
  if (!cells.some((lines) => lines.length >= LEAST_LINES)) return null;
  return cells.flatMap((lines) => partsOf(lines, range));
}
