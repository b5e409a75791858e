import type { PlotOptions } from "@observablehq/plot";
import { asRanking } from "./as-ranking.ts";
import { rowsPlot } from "./bars-plot.ts";
import type { Canvas } from "./canvas.ts";
import type { ChartData } from "./chart-data.ts";
import { describeChart } from "./describe.ts";
import { drawSvg } from "./draw.ts";
import { flowPlot } from "./flow-plot.ts";
import { matrixPlot } from "./matrix-plot.ts";
import { seriesPlot } from "./series-plot.ts";

const WIDE: Canvas = { width: 760, isNarrow: false };
const NARROW: Canvas = { width: 320, isNarrow: true };

function plotOf(data: ChartData, canvas: Canvas): PlotOptions {
  switch (data.kind) {
    case "ranking":
    case "distribution":
    case "change":
      return rowsPlot(data, canvas);
    case "series":
      return seriesPlot(data, canvas);
    case "matrix":
      return matrixPlot(data, canvas);
    case "flow":
      return flowPlot(data, canvas);
  }
}

/** A chart as SVG for a wide page; and for a narrow one, null where it cannot be drawn for that. */
export function chartSvg(data: ChartData): {
  readonly wide: string;
  readonly narrow: string | null;
} {
  const draw = (drawn: ChartData, canvas: Canvas) =>
    drawSvg(plotOf(drawn, canvas), describeChart(data));
  const wide = draw(data, WIDE);
  if (data.kind === "matrix") return { wide, narrow: null };
  return { wide, narrow: draw(data.kind === "flow" ? asRanking(data) : data, NARROW) };
}
