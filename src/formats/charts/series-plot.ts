import { areaY, dot, gridY, lineY, type PlotOptions, ruleY, text } from "@observablehq/plot";
import { amountAxis, type Canvas, HALO, INK, widestText } from "./canvas.ts";
import type { ChartData, Moment } from "./chart-data.ts";

/** What a label of a moment takes of the width. */
const LABEL = 78;

/** A label below a dot that is so low, as a share of the highest, would lie on the axis. */
const LOW = 0.2;

type SeriesData = Extract<ChartData, { readonly kind: "series" }>;

/** Those of some items that have place for a label, the last one always. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(items.length / Math.max(most, 1));
  return items.filter((_, at) => (items.length - 1 - at) % step === 0);
}

/** On which side of the line a label lies clear of it: below (1) where the line dips, else above. */
function sideOf(items: readonly Moment[], at: number): 1 | -1 {
  const own = items[at]?.amount.value ?? 0;
  const most = Math.max(...items.map(({ amount }) => amount.value));
  const beside = [items[at - 1], items[at + 1]].flatMap((one) => one?.amount.value ?? []);
  return own > most * LOW && beside.every((value) => value > own) ? 1 : -1;
}

/** The highest and the last, of many that have no place for all their labels. */
function extremesOf(items: readonly Moment[]): readonly Moment[] {
  const highest = items.toSorted((a, b) => b.amount.value - a.amount.value).slice(0, 1);
  return [...highest, ...items.slice(-1)];
}

function reachOf(items: readonly Moment[]) {
  const bounded = items.filter(({ low, high }) => low !== null || high !== null);
  return {
    x: bounded.map(({ at }) => new Date(at)),
    y1: bounded.map(({ low, amount }) => (low ?? amount).value),
    y2: bounded.map(({ high, amount }) => (high ?? amount).value),
  };
}

/** Amounts over time: a line through dots, with their reach as an area behind it. */
export function seriesPlot(data: SeriesData, canvas: Canvas): PlotOptions {
  const { width } = canvas;
  const { items } = data;
  const axis = amountAxis(data, canvas);
  const place = {
    x: items.map(({ at }) => new Date(at)),
    y: items.map(({ amount }) => amount.value),
  };
  const named = spread(items, (width - 140) / LABEL);
  const names = new Map(named.map(({ at, label }) => [at, label]));
  const valued = items.length * (widestText(items.map(({ amount }) => amount.text)) + 8);
  const labelled = new Set(valued < width - 140 ? items : extremesOf(items));
  const reach = reachOf(items);
  return {
    width,
    height: 272,
    marginTop: 46,
    marginRight: 12,
    marginBottom: 34,
    marginLeft: widestText(items.map(({ amount }) => amount.text)) + 24,
    x: {
      type: "utc",
      insetLeft: 28,
      insetRight: 28,
      ticks: named.map(({ at }) => new Date(at)),
      tickFormat: (at: Date) => names.get(at.getTime()) ?? "",
      label: null,
    },
    y: { ...axis.scale, labelAnchor: "top" },
    marks: [
      gridY(axis.ticks, { stroke: INK.quiet, strokeOpacity: 1 }),
      ...(reach.x.length > 0 ? [areaY(reach.x, { ...reach, fill: INK.quiet })] : []),
      ruleY([0], { stroke: INK.line }),
      lineY(items, { ...place, stroke: INK.mark, strokeWidth: 2 }),
      dot(items, { ...place, r: 4, fill: INK.mark }),
      ...([-1, 1] as const).map((side) =>
        text(items, {
          ...{ ...place, ...HALO, dy: side * 14 },
          text: items.map((item, at) =>
            labelled.has(item) && sideOf(items, at) === side ? item.amount.text : "",
          ),
        }),
      ),
    ],
  };
}
