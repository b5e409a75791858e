import type { Amount } from "../charts/amounts.ts";
import type { ChartData } from "../charts/chart-data.ts";
import { shorten } from "../charts/shorten.ts";
import { officeText } from "../office-text.ts";
import type { ChartOptions } from "./library.ts";
import { BODY, INK, MOST_ROWS, SMALL } from "./theme.ts";

const LONGEST_LABEL = 44;
/** Of a label of three parts, each: else the first would hide the others. */
const LONGEST_END = 20;

/** A chart that a slide's reader can edit: its series with their names, over the same labels. */
export interface SlideChart {
  readonly kind: "bar" | "line";
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly number[];
    readonly color: string;
  }[];
  /** What the amounts are. */
  readonly axis: string;
  readonly format: string;
}

function seriesOf(name: string, amounts: readonly (Amount | null)[], color: string = INK.mark) {
  return { name: officeText(name), values: amounts.map((amount) => amount?.value ?? 0), color };
}

function label(text: string): string {
  return shorten(officeText(text), LONGEST_LABEL);
}

type BarData = Extract<ChartData, { kind: "ranking" | "distribution" }>;

/** The bounds that all rows have, as series of their own beside the amounts. */
function boundedSeries(data: Extract<ChartData, { kind: "ranking" | "distribution" | "series" }>) {
  const { items, bounds, scale } = data;
  const kept = data.kind === "series" ? items : items.slice(0, MOST_ROWS);
  const bound = (side: "low" | "high") => {
    const name = bounds[side];
    return name !== null && kept.every((item) => item[side] !== null)
      ? [
          seriesOf(
            name,
            kept.map((item) => item[side]),
            INK[side],
          ),
        ]
      : [];
  };
  const middle = seriesOf(
    scale.label,
    kept.map(({ amount }) => amount),
  );
  return { kept, series: [...bound("low"), middle, ...bound("high")] };
}

/** Bars of one colour: bounds beside them would look like amounts, so that the labels have them. */
function rankingParts({ items, scale }: Pick<BarData, "items" | "scale">) {
  const kept = items.slice(0, MOST_ROWS);
  const labels = kept.map(({ label: name, low, high }) => {
    const interval = low && high ? ` (${officeText(low.text)}–${officeText(high.text)})` : "";
    return `${label(name)}${interval}`;
  });
  const series = [
    seriesOf(
      scale.label,
      kept.map(({ amount }) => amount),
    ),
  ];
  return { kind: "bar" as const, labels, series };
}

function partsOf(data: ChartData): Pick<SlideChart, "kind" | "labels" | "series"> | null {
  switch (data.kind) {
    case "ranking":
      return rankingParts(data);
    case "distribution":
    case "series": {
      const { kept, series } = boundedSeries(data);
      const kind = data.kind === "series" ? "line" : "bar";
      return { kind, labels: kept.map((item) => label(item.label)), series };
    }
    case "change": {
      const items = data.items.slice(0, MOST_ROWS);
      const series = [
        seriesOf(
          data.stretches[0],
          items.map(({ before }) => before),
          INK.low,
        ),
        seriesOf(
          data.stretches[1],
          items.map(({ after }) => after),
        ),
      ];
      return { kind: "bar", labels: items.map((item) => label(item.label)), series };
    }
    case "flow": {
      const items = data.items.slice(0, MOST_ROWS);
      const labels = items.map(({ from, to, label: about }) => {
        const ends = [from, to].map((end) => shorten(officeText(end), LONGEST_END)).join(" → ");
        return about === null ? ends : `${ends}: ${shorten(officeText(about), LONGEST_END)}`;
      });
      return {
        kind: "bar",
        labels,
        series: [
          seriesOf(
            data.scale.label,
            items.map(({ amount }) => amount),
          ),
        ],
      };
    }
    case "matrix":
      return null;
  }
}

/** Whether bars of one length would be all that it shows. */
function isLevel({ series }: Pick<SlideChart, "series">): boolean {
  const [only, ...others] = series;
  return others.length === 0 && new Set(only?.values).size === 1;
}

/** The chart of a slide; null for one that a presentation has no kind for, or that compares nothing. */
export function slideChart(data: ChartData): SlideChart | null {
  const parts = partsOf(data);
  if (parts === null || isLevel(parts)) return null;
  const { label: name, type } = data.scale;
  const axis = officeText(type === "minutes" ? `${name} (minutes)` : name);
  return { ...parts, axis, format: type === "share" ? "0%" : "0" };
}

/** How a chart is drawn on a slide: from 0, with its values, in letters that are read from afar. */
export function chartOptions(chart: SlideChart): ChartOptions {
  const hasLegend = chart.series.length > 1;
  return {
    ...{ x: 0.6, y: 1.7, w: 12.1, h: 5 },
    ...{
      barDir: "bar",
      barGapWidthPct: 45,
    },
    ...{
      chartColors: chart.series.map(({ color }) => color),
      lineSize: 3,
      lineDataSymbolSize: 9,
    },
    ...{ valAxisMinVal: 0, valAxisLabelFormatCode: chart.format, valAxisLabelFontSize: SMALL },
    ...{
      valAxisHidden: chart.kind === "bar",
      valGridLine: chart.kind === "bar" ? { style: "none" } : { color: INK.quiet, size: 1 },
    },
    ...{ catAxisLabelFontSize: BODY, catAxisLabelColor: INK.text, valAxisLabelColor: INK.text },
    ...{
      showValue: chart.kind === "bar" || chart.labels.length <= MOST_ROWS,
      dataLabelFontSize: BODY,
    },
    ...{ dataLabelColor: INK.text, dataLabelFormatCode: chart.format },
    ...{ showLegend: hasLegend, legendPos: "b", legendFontSize: BODY, legendColor: INK.text },
  };
}
