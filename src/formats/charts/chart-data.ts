import { rollup } from "d3-array";
import type { Chart, Column, Row, Section } from "../../core/table.ts";
import { cellText } from "../tables/cell-text.ts";
import { type Amount, amountOf, type AmountScale } from "./amounts.ts";
import { timeOf } from "./time.ts";

/** More categories than this cannot be distinguished. */
const MOST_CATEGORIES = 12;
/** More moments than this cannot be distinguished. */
const MOST_MOMENTS = 60;

/** One row of a chart of amounts. */
export interface Bar {
  readonly label: string;
  readonly amount: Amount;
  /** Null where the row has no such bound. */
  readonly low: Amount | null;
  readonly high: Amount | null;
  /** What is said of it beside its amount; null where there is nothing. */
  readonly remark: string | null;
}

/** A bar with its instant. */
export interface Moment extends Bar {
  readonly at: number;
}

export interface Change {
  readonly label: string;
  readonly before: Amount;
  readonly after: Amount;
}

export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly amount: Amount;
}

export interface Band {
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
  readonly amount: Amount;
}

interface Common {
  /** What is compared: the headings of the label columns. */
  readonly subjects: readonly string[];
  readonly scale: AmountScale;
  /** How many rows have no place in it. */
  readonly leftOut: number;
}

/** A chart with its numbers, all taken from the section's rows. */
export type ChartData =
  | (Common & {
      readonly kind: "ranking" | "distribution";
      readonly items: readonly Bar[];
    } & Bounds)
  | (Common & { readonly kind: "series"; readonly items: readonly Moment[] } & Bounds)
  | (Common & {
      readonly kind: "change";
      readonly items: readonly Change[];
      readonly stretches: readonly [string, string];
    })
  | (Common & { readonly kind: "matrix"; readonly items: readonly MatrixCell[] })
  | (Common & { readonly kind: "flow"; readonly items: readonly Band[] });

interface Bounds {
  /** Headings of the bounds' columns. */
  readonly bounds: { readonly low: string | null; readonly high: string | null };
}

interface Reader {
  readonly heading: (key: string) => string;
  readonly text: (row: Row, key: string) => string;
  readonly amount: (row: Row, key: string | undefined) => Amount | null;
  readonly scale: (key: string) => AmountScale;
}

function readerOf(columns: readonly Column[]): Reader {
  const places = new Map(columns.map((column, at) => [column.key, { column, at }]));
  const heading = (key: string) => places.get(key)?.column.label ?? key;
  return {
    heading,
    text: (row, key) => {
      const place = places.get(key);
      return place ? cellText(row[place.at] ?? null, place.column.type) : "";
    },
    amount: (row, key) => {
      const place = key === undefined ? undefined : places.get(key);
      const cell = place && row[place.at];
      return place && typeof cell === "number" && cell >= 0
        ? amountOf(cell, place.column.type)
        : null;
    },
    scale: (key) => ({ label: heading(key), type: places.get(key)?.column.type ?? "count" }),
  };
}

interface BarKeys {
  readonly label: string;
  readonly value: string;
  readonly low?: string;
  readonly high?: string;
  readonly remark?: string;
}

function barsOf(rows: readonly Row[], keys: BarKeys, read: Reader): readonly Bar[] {
  return rows.flatMap((row) => {
    const amount = read.amount(row, keys.value);
    if (amount === null) return [];
    const [low, high] = [read.amount(row, keys.low), read.amount(row, keys.high)];
    const said = keys.remark === undefined ? "" : read.text(row, keys.remark);
    const remark = /[\p{L}\d]/u.test(said) ? said : null;
    return [{ label: read.text(row, keys.label), amount, low, high, remark }];
  });
}

function boundsOf({ low, high }: BarKeys, read: Reader): Bounds {
  const heading = (key: string | undefined) => (key === undefined ? null : read.heading(key));
  return { bounds: { low: heading(low), high: heading(high) } };
}

/** The first so many, with the number of rows that are not among them. */
function first<T>(items: readonly T[], rows: readonly Row[]) {
  const kept = items.slice(0, MOST_CATEGORIES);
  return { items: kept, leftOut: rows.length - kept.length };
}

function seriesData(
  chart: Chart & { kind: "series" },
  rows: readonly Row[],
  read: Reader,
): ChartData {
  const keys = { ...chart, label: chart.time };
  const moments = barsOf(rows, keys, read).flatMap((bar) => {
    const at = timeOf(bar.label);
    return at === null ? [] : [{ ...bar, at }];
  });
  const items = moments.toSorted((a, b) => a.at - b.at).slice(-MOST_MOMENTS);
  return {
    ...{ kind: "series", items, leftOut: rows.length - items.length },
    ...{ subjects: [read.heading(chart.time)], scale: read.scale(chart.value) },
    ...boundsOf(keys, read),
  };
}

function changeData(
  chart: Chart & { kind: "change" },
  rows: readonly Row[],
  read: Reader,
): ChartData {
  const changes = rows.flatMap((row) => {
    const [before, after] = [read.amount(row, chart.before), read.amount(row, chart.after)];
    return before && after ? [{ label: read.text(row, chart.label), before, after }] : [];
  });
  return {
    ...{ kind: "change", ...first(changes, rows) },
    stretches: [read.heading(chart.before), read.heading(chart.after)],
    ...{ subjects: [read.heading(chart.label)], scale: read.scale(chart.after) },
  };
}

/** The cells of the rows and columns with the most, as far as there is place for them, in their order. */
function matrixData(
  chart: Chart & { kind: "matrix" },
  rows: readonly Row[],
  read: Reader,
): ChartData {
  const cells = rows.flatMap((row) => {
    const amount = read.amount(row, chart.value);
    const place = { row: read.text(row, chart.row), column: read.text(row, chart.column) };
    return amount ? [{ ...place, amount }] : [];
  });
  const names = (part: "row" | "column") => {
    const totals = rollup(
      cells,
      (some) => some.reduce((sum, { amount }) => sum + amount.value, 0),
      (cell) => cell[part],
    );
    const most = [...totals].toSorted(([, a], [, b]) => b - a).slice(0, MOST_CATEGORIES);
    return new Set(most.map(([name]) => name));
  };
  const [shownRows, shownColumns] = [names("row"), names("column")];
  const items = cells.filter(({ row, column }) => shownRows.has(row) && shownColumns.has(column));
  return {
    ...{ kind: "matrix", items, leftOut: rows.length - items.length },
    ...{ subjects: [read.heading(chart.row), read.heading(chart.column)] },
    scale: read.scale(chart.value),
  };
}

/** A matrix whose columns are those of the table. */
function gridData(chart: Chart & { kind: "grid" }, rows: readonly Row[], read: Reader): ChartData {
  const [shown, values] = [rows.slice(0, MOST_CATEGORIES), chart.values.slice(0, MOST_CATEGORIES)];
  const items = shown.flatMap((row) =>
    values.flatMap((key) => {
      const amount = read.amount(row, key);
      const place = { row: read.text(row, chart.row), column: read.heading(key) };
      return amount ? [{ ...place, amount }] : [];
    }),
  );
  const [first = ""] = chart.values;
  return {
    ...{ kind: "matrix", items, leftOut: rows.length - shown.length },
    subjects: [read.heading(chart.row), chart.across],
    scale: read.scale(first),
  };
}

function flowData(chart: Chart & { kind: "flow" }, rows: readonly Row[], read: Reader): ChartData {
  const { from, to, label } = chart;
  const bands = rows.flatMap((row) => {
    const amount = read.amount(row, chart.value);
    if (amount === null || amount.value === 0) return [];
    const name = label === undefined ? null : read.text(row, label);
    return [{ from: read.text(row, from), to: read.text(row, to), label: name, amount }];
  });
  return {
    ...{ kind: "flow", ...first(bands, rows) },
    subjects: [from, to, ...(label === undefined ? [] : [label])].map(read.heading),
    scale: read.scale(chart.value),
  };
}

/** The rows that are compared: a row with parts of its own below it is the whole of them. */
function comparedRows({ rows, levels }: Section): readonly Row[] {
  if (levels === undefined) return rows;
  return rows.filter((_, at) => (levels[at + 1] ?? 0) <= (levels[at] ?? 0));
}

/** Bars with the highest first, whatever the order of the table; equal ones in its order. */
function highestFirst(bars: readonly Bar[]): readonly Bar[] {
  return bars.toSorted((a, b) => b.amount.value - a.amount.value);
}

function dataOf(chart: Chart, section: Section): ChartData {
  const { columns } = section;
  const rows = comparedRows(section);
  const read = readerOf(columns);
  switch (chart.kind) {
    case "ranking":
    case "distribution": {
      const { kind, label } = chart;
      const keys = { ...chart, value: kind === "ranking" ? chart.value : chart.middle };
      const bars = barsOf(rows, keys, read);
      const items = kind === "ranking" ? highestFirst(bars) : bars;
      return {
        ...{ kind, ...first(items, rows), ...boundsOf(keys, read) },
        ...{ subjects: [read.heading(label)], scale: read.scale(keys.value) },
      };
    }
    case "series":
      return seriesData(chart, rows, read);
    case "change":
      return changeData(chart, rows, read);
    case "matrix":
      return matrixData(chart, rows, read);
    case "grid":
      return gridData(chart, rows, read);
    case "flow":
      return flowData(chart, rows, read);
  }
}

/** Every amount that a chart shows. */
export function amountsOf(data: ChartData): readonly Amount[] {
  if (data.kind === "change") return data.items.flatMap(({ before, after }) => [before, after]);
  if (data.kind === "matrix" || data.kind === "flow") {
    return data.items.map(({ amount }) => amount);
  }
  return data.items.flatMap(({ amount, low, high }) =>
    [amount, low, high].filter((one) => one !== null),
  );
}

/**
 * The chart of a section with its numbers; null where it has none, or where a picture would compare
 * nothing: fewer than two rows, bars of one length, or none above 0.
 */
export function chartData(section: Section): ChartData | null {
  const { chart } = section;
  if (chart === undefined) return null;
  const found = dataOf(chart, section);
  const { label } = found.scale;
  const data = { ...found, scale: { ...found.scale, label: chart.called ?? label } };
  const values = amountsOf(data).map(({ value }) => value);
  const isLevel = data.kind === "ranking" && new Set(values).size === 1;
  const isTelling = data.items.length > 1 && !isLevel && values.some((value) => value > 0);
  return isTelling ? data : null;
}
