import { cell, type PlotOptions, text } from "@observablehq/plot";
import { type Canvas, fitted, INK, widestText } from "./canvas.ts";
import type { ChartData } from "./chart-data.ts";

const ROW = 34;
const WIDEST_LABEL = 220;
/** Text stays readable on the darkest cell. */
const DARKEST = 0.55;

type MatrixData = Extract<ChartData, { readonly kind: "matrix" }>;

function namesOf(data: MatrixData, part: "row" | "column"): readonly string[] {
  return [...new Set(data.items.map((item) => item[part]))];
}

/** A cell for each pair, the darker the more, with its amount in it. */
export function matrixPlot(data: MatrixData, { width }: Canvas): PlotOptions {
  const { items } = data;
  const [rows, columns] = [namesOf(data, "row"), namesOf(data, "column")];
  const short = (name: string) => fitted(name, WIDEST_LABEL);
  const margin = widestText(rows.map(short)) + 16;
  const most = Math.max(...items.map(({ amount }) => amount.value));
  const place = { x: items.map((item) => item.column), y: items.map((item) => item.row) };
  const each = (width - margin) / columns.length;
  const widest = widestText(columns.map(short));
  const isUpright = widest > each - 6;
  const head = isUpright ? widest + 12 : 32;
  return {
    width,
    height: rows.length * ROW + head + 4,
    marginTop: head,
    marginBottom: 4,
    marginLeft: margin,
    marginRight: 8,
    x: {
      ...{ type: "band", domain: columns, axis: "top", label: null, tickSize: 0 },
      ...{ tickFormat: short, tickRotate: isUpright ? -90 : 0 },
    },
    y: { type: "band", domain: rows, label: null, tickSize: 0, tickFormat: short },
    marks: [
      cell(items, {
        ...{ ...place, inset: 1, fill: INK.mark },
        fillOpacity: {
          value: items.map(({ amount }) => (amount.value / most) * DARKEST),
          scale: null,
        },
      }),
      text(items, { ...place, text: items.map(({ amount }) => amount.text) }),
    ],
  };
}
