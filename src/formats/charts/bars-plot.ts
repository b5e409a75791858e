import {
  barX,
  dot,
  gridX,
  link,
  type Markish,
  type PlotOptions,
  ruleX,
  text,
} from "@observablehq/plot";
import { range } from "d3-array";
import type { Amount } from "./amounts.ts";
import { amountAxis, type Canvas, fitted, HALO, INK, widestText } from "./canvas.ts";
import type { ChartData } from "./chart-data.ts";

const ROW = 32;
/** A row with its label above the mark. */
const TALL_ROW = 50;
const WIDEST_LABEL = 260;
/** What the axis takes below the rows. */
const FOOT = 46;

type RowsData = Extract<ChartData, { readonly kind: "ranking" | "distribution" | "change" }>;

/** A row of bars, dots or arrows, cut to what is drawn. */
interface DrawnRow {
  readonly label: string;
  /** The amounts in words. */
  readonly text: string;
  readonly low: number | null;
  readonly value: number;
  readonly high: number | null;
}

/** How far a row reaches, in words; nothing where it reaches no farther than its amount. */
function reachText(amount: Amount, low: Amount | null, high: Amount | null): string {
  if (high === null || (high.text === amount.text && (low ?? high).text === amount.text)) return "";
  return low === null ? ` (up to ${high.text})` : ` (${low.text} to ${high.text})`;
}

function rowsOf(data: RowsData, { isNarrow }: Canvas): readonly DrawnRow[] {
  if (data.kind === "change") {
    return data.items.map(({ label, before, after }) => {
      const words = `${before.text} → ${after.text}`;
      return { label, text: words, low: before.value, value: after.value, high: null };
    });
  }
  return data.items.map(({ label, amount, low, high, remark }) => {
    const figures = isNarrow ? amount.text : amount.text + reachText(amount, low, high);
    const words = remark === null ? figures : `${figures} · ${remark}`;
    const bounds = { low: low?.value ?? null, high: high?.value ?? null };
    return { label, text: words, value: amount.value, ...bounds };
  });
}

/** How far a row's marks reach. */
function endOf({ low, value, high }: DrawnRow): number {
  return Math.max(low ?? 0, value, high ?? 0);
}

function marksOf(kind: RowsData["kind"], rows: readonly DrawnRow[], inset: number): Markish[] {
  const y = range(rows.length);
  const value = { x: rows.map((row) => row.value), y };
  const reaching = y.filter((at) => rows[at]?.high !== null || rows[at].low !== null);
  const ends = (of: (row: DrawnRow) => number | null) =>
    reaching.map((at) => {
      const row = rows[at];
      return row ? (of(row) ?? row.value) : 0;
    });
  const stretch = { x1: ends(({ low }) => low), x2: ends(({ high }) => high), y: reaching };
  const below = { dy: inset / 2 };
  const line = link(reaching, { ...stretch, ...below, stroke: INK.line, strokeWidth: 3 });
  // A rim in the colour of the paper sets the line off from its bar.
  const rim = link(reaching, { ...stretch, ...below, stroke: INK.paper, strokeWidth: 6 });
  const round = { ...value, ...below, r: 6 };
  if (kind === "ranking") {
    const bars = barX(y, {
      ...value,
      insetTop: 4 + inset,
      insetBottom: inset > 0 ? 8 : 4,
      fill: INK.mark,
    });
    return [bars, rim, line];
  }
  if (kind === "distribution") return [line, dot(y, { ...round, fill: INK.mark })];
  const before = { ...round, x: rows.map(({ low }) => low ?? 0) };
  return [
    line,
    dot(y, { ...before, fill: INK.paper, stroke: INK.mark, strokeWidth: 2 }),
    dot(y, { ...round, fill: INK.mark }),
  ];
}

/** Labels and amounts: beside the rows where there is width for that, else above them. */
function textsOf(rows: readonly DrawnRow[], most: number, canvas: Canvas): Markish[] {
  const y = range(rows.length);
  if (!canvas.isNarrow) {
    const x = rows.map(endOf);
    return [
      text(y, { x, y, text: rows.map((row) => row.text), textAnchor: "start", dx: 10, ...HALO }),
    ];
  }
  const rest = (row: DrawnRow) => canvas.width - 60 - widestText([row.text]);
  const label = rows.map((row) => fitted(row.label, rest(row)));
  const above = { y, dy: -TALL_ROW / 4, ...HALO };
  return [
    text(y, { ...above, x: y.map(() => 0), text: label, textAnchor: "start", dx: 3 }),
    text(y, {
      ...{ ...above, x: y.map(() => most), textAnchor: "end" },
      text: rows.map((row) => row.text),
    }),
  ];
}

/** A row for each item, with its amount as a bar, a dot in its reach, or an arrow of two dots. */
export function rowsPlot(data: RowsData, canvas: Canvas): PlotOptions {
  const rows = rowsOf(data, canvas);
  const axis = amountAxis(data, canvas);
  const labels = rows.map(({ label }) => fitted(label, WIDEST_LABEL));
  const { isNarrow, width } = canvas;
  const row = isNarrow ? TALL_ROW : ROW;
  return {
    width,
    height: rows.length * row + FOOT,
    marginTop: 4,
    marginBottom: FOOT - 4,
    marginLeft: isNarrow ? 8 : widestText(labels) + 16,
    marginRight: isNarrow
      ? Math.max(widestText([axis.lastText]) / 2 + 4, 16)
      : widestText(rows.map((one) => one.text)) + 16,
    x: { ...axis.scale, labelAnchor: "center", labelOffset: 38 },
    y: {
      type: "band",
      domain: range(rows.length),
      padding: 0,
      axis: isNarrow ? null : "left",
      tickFormat: (at: number) => labels[at] ?? "",
      tickSize: 0,
      label: null,
    },
    marks: [
      gridX(axis.ticks, { stroke: INK.quiet, strokeOpacity: 1 }),
      ...marksOf(data.kind, rows, isNarrow ? TALL_ROW / 2 - 4 : 0),
      ruleX([0], { stroke: INK.line }),
      ...textsOf(rows, axis.most, canvas),
    ],
  };
}
