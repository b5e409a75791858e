import { axisMarks } from "./amounts.ts";
import { asRanking } from "./as-ranking.ts";
import { amountsOf, type Band, type Bar, type ChartData } from "./chart-data.ts";
import { chartTitle } from "./describe.ts";
import { shorten } from "./shorten.ts";

const LONGEST_LABEL = 40;
/** What a name on a horizontal axis takes, in pixels. */
const LABEL_WIDTH = 80;
/** Dark enough on white, light enough on black: the page that shows it may be either. */
const MARK = "#3b82c4";
/** What ends a text, begins markup or a comment, or stands for another character in Mermaid. */
const MARKUP = /["`<>#;%{}\\[\]|&]+/g;

function quoted(text: string): string {
  const plain = shorten(text.replace(MARKUP, " ").replace(/ +/g, " ").trim(), LONGEST_LABEL);
  return `"${plain === "" ? "–" : plain}"`;
}

/** The settings that Mermaid reads before a chart: names beside each other need their width. */
function xyHead(items: number): readonly string[] {
  return [
    ...["---", "config:", "  xyChart:", `    width: ${Math.max(700, items * LABEL_WIDTH)}`],
    ...["  themeVariables:", "    xyChart:", `      plotColorPalette: "${MARK}"`, "---"],
  ];
}

function xyChart(data: ChartData, all: readonly Bar[], kind: "bar" | "line"): string {
  // Mermaid draws a short bar for 0 too.
  const items = kind === "bar" ? all.filter(({ amount }) => amount.value > 0) : all;
  const most = Math.max(...amountsOf(data).map(({ value }) => value));
  const end = axisMarks(most, data.scale.type, 5).at(-1)?.value ?? most;
  const unit = data.scale.type === "minutes" ? " (minutes)" : "";
  return [
    ...xyHead(kind === "bar" ? 0 : items.length),
    kind === "bar" ? "xychart-beta horizontal" : "xychart-beta",
    `  title ${quoted(chartTitle(data))}`,
    `  x-axis [${items.map(({ label }) => quoted(label)).join(", ")}]`,
    `  y-axis ${quoted(data.scale.label + unit)} 0 --> ${end}`,
    `  ${kind} [${items.map(({ amount }) => amount.value).join(", ")}]`,
  ].join("\n");
}

/** Sums at either end would be numbers that no table holds, so that none are shown. */
const SANKEY_HEAD = ["---", "config:", "  sankey:", "    showValues: false", "---", "sankey-beta"];

/** All that a name in a Sankey chart of Mermaid may hold. */
const ASCII = /^[ -~]*$/;

/** Who hands over and who is asked are two columns, or a team that does both would make a circle. */
function sankey(items: readonly Band[]): string | null {
  const lines = items.map(({ from, to, amount }) => {
    return `${quoted(from)},${quoted(`to ${to}`)},${amount.value}`;
  });
  return lines.every((line) => ASCII.test(line)) ? [...SANKEY_HEAD, ...lines].join("\n") : null;
}

/** A chart in Mermaid, which GitHub and GitLab draw; null for a kind that Mermaid has none of. */
export function mermaidChart(data: ChartData): string | null {
  switch (data.kind) {
    case "ranking":
    case "distribution":
      return xyChart(data, data.items, "bar");
    case "series":
      return xyChart(data, data.items, "line");
    case "flow":
      return sankey(data.items) ?? xyChart(data, asRanking(data).items, "bar");
    case "change":
    case "matrix":
      return null;
  }
}
