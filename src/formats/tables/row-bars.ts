import type { Chart, Column, Section } from "../../core/table.ts";
import { bar, sparkline } from "../charts/bars.ts";
import { chartData } from "../charts/chart-data.ts";
import { chartTitle } from "../charts/describe.ts";
import { COLUMN_GAP, type Layout, layOut } from "./layout.ts";

const LONGEST_BAR = 20;
const SHORTEST_BAR = 8;

const BARS: Column = { key: "bar", label: "", type: "text", priority: 1 };

/** The column whose amounts a chart compares from row to row. */
function comparedColumn(chart: Chart): string | null {
  if (chart.kind === "ranking" || chart.kind === "flow") return chart.value;
  return chart.kind === "distribution" ? chart.middle : null;
}

function losesMore(narrower: Layout, { leftOut }: Layout): boolean {
  return narrower.leftOut.some((column) => !leftOut.includes(column));
}

function widthOf({ placed }: Layout): number {
  return placed.reduce((sum, { width }) => sum + width + COLUMN_GAP.length, 0);
}

/** A layout with a column of bars, and the texts of the rows with their bars as the last. */
export interface BarredLayout extends Layout {
  readonly texts: readonly (readonly string[])[];
}

/**
 * The table laid out with bars behind the amounts that its chart compares; null where it has no
 * such chart, or where the bars would cost a column. The columns are those that are printed.
 */
export function layOutWithBars(
  section: Section,
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  width: number,
): BarredLayout | null {
  const { chart, rows } = section;
  const key = chart && chartData(section) ? comparedColumn(chart) : null;
  const index = columns.findIndex((column) => column.key === key);
  if (index === -1) return null;
  const narrower = layOut(columns, texts, width - COLUMN_GAP.length - SHORTEST_BAR);
  const position = narrower.placed.findIndex((placed) => placed.index === index);
  if (position === -1 || losesMore(narrower, layOut(columns, texts, width))) return null;
  const length = Math.min(width - widthOf(narrower), LONGEST_BAR);
  if (length < SHORTEST_BAR) return null;
  const at = section.columns.findIndex((column) => column.key === key);
  const amounts = rows.map((row) => Number(row[at] ?? 0));
  const most = Math.max(...amounts);
  const bars = amounts.map((amount) => bar(amount, most, length));
  const placed = { index: columns.length, column: BARS, width: length };
  return {
    placed: narrower.placed.toSpliced(position + 1, 0, placed),
    leftOut: narrower.leftOut,
    texts: texts.map((row, at) => [...row, bars[at] ?? ""]),
  };
}

/** The course of a section's amounts over time in one line; null where it has none. */
export function courseLine(section: Section): string | null {
  const data = chartData(section);
  if (data?.kind !== "series") return null;
  const [first, last] = [data.items.at(0), data.items.at(-1)];
  const line = sparkline(data.items.map(({ amount }) => amount.value));
  return `${line} ${chartTitle(data)}, ${first?.label ?? ""} to ${last?.label ?? ""}`;
}
