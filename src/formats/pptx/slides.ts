import { counted } from "../../core/counted.ts";
import type { RenderOptions } from "../../core/render-options.ts";
import type { Column, Report, Section } from "../../core/table.ts";
import { chartData } from "../charts/chart-data.ts";
import { describeChart } from "../charts/describe.ts";
import { shorten } from "../charts/shorten.ts";
import { officeText } from "../office-text.ts";
import { cellText, isNumeric } from "../tables/cell-text.ts";
import { joinFigures } from "../tables/join-figures.ts";
import { newDeck, type Slide } from "./library.ts";
import { chartOptions, type SlideChart, slideChart } from "./slide-chart.ts";
import { stableSlides } from "./stable.ts";
import { FONT, INK, MOST_ROWS } from "./theme.ts";

const LONGEST_TITLE = 110;
const MOST_COLUMNS = 6;
const LONGEST_CELL = 60;
const WIDTH = 12.1;

function addTitle(slide: Slide, title: string): void {
  slide.addText(shorten(officeText(title), LONGEST_TITLE), {
    ...{ x: 0.6, y: 0.4, w: WIDTH, h: 1.1, valign: "middle", fontFace: FONT, fontSize: 28 },
    ...{ bold: true, color: INK.text },
  });
}

/** The foot of a slide: the window, and what a picture of few rows leaves out. */
function addFoot(slide: Slide, texts: readonly string[]): void {
  slide.addText(shorten(officeText(texts.filter((text) => text !== "").join(" · ")), 140), {
    ...{ x: 0.6, y: 6.8, w: WIDTH, h: 0.4, fontFace: FONT, fontSize: 14, color: INK.soft },
  });
}

/** The columns that a slide has place for, the most needed first, in their own order. */
function slideColumns(columns: readonly Column[]): readonly number[] {
  const order = columns.map((_, at) => at);
  const ranked = order.toSorted(
    (a, b) => (columns[a]?.priority ?? 3) - (columns[b]?.priority ?? 3),
  );
  return ranked.slice(0, MOST_COLUMNS).toSorted((a, b) => a - b);
}

function addTable(slide: Slide, { columns, rows }: Section): void {
  const shown = slideColumns(columns).flatMap((at) => {
    const column = columns[at];
    return column ? [{ at, column }] : [];
  });
  const cellOptions = (column: Column) => ({
    align: isNumeric(column.type) ? ("right" as const) : ("left" as const),
  });
  const head = shown.map(({ column }) => ({
    text: officeText(column.label),
    options: { ...cellOptions(column), bold: true },
  }));
  const body = rows.slice(0, MOST_ROWS).map((row) =>
    shown.map(({ at, column }) => ({
      text: shorten(officeText(cellText(row[at] ?? null, column.type)), LONGEST_CELL),
      options: cellOptions(column),
    })),
  );
  const weights = shown.map(({ column }) => (isNumeric(column.type) ? 1 : 2));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  slide.addTable([head, ...body], {
    ...{ x: 0.6, y: 1.7, w: WIDTH, colW: weights.map((weight) => (WIDTH * weight) / whole) },
    ...{ fontFace: FONT, fontSize: 16, color: INK.text, valign: "middle", rowH: 0.5 },
    border: { type: "solid", pt: 1, color: INK.quiet },
  });
}

function addChart(slide: Slide, chart: SlideChart, description: string): void {
  // Bars are drawn from the axis upwards: the first row is to be at the top.
  const inOrder = <T>(items: readonly T[]) =>
    chart.kind === "bar" ? items.toReversed() : [...items];
  const series = chart.series.map(({ name, values }) => ({
    ...{ name, labels: inOrder(chart.labels), values: inOrder(values) },
  }));
  const altText = officeText(description);
  slide.addChart(chart.kind, series, { ...chartOptions(chart), altText });
  slide.addText(chart.axis, {
    ...{ x: 0.6, y: 1.4, w: WIDTH, h: 0.35, fontFace: FONT, fontSize: 16, color: INK.soft },
  });
}

function addSection(slide: Slide, section: Section, subtitle: string, look: RenderOptions): void {
  const { title, finding, rows, whenEmpty, notes } = section;
  addTitle(slide, finding ?? title);
  const data = look.charts === false ? null : chartData(section);
  const chart = data && slideChart(data);
  if (rows.length === 0) {
    slide.addText(officeText(whenEmpty), {
      ...{ x: 0.6, y: 2, w: WIDTH, h: 1, fontFace: FONT, fontSize: 24, color: INK.soft },
    });
  } else if (data && chart) addChart(slide, chart, describeChart(data));
  else addTable(slide, joinFigures(section));
  const shown = chart ? chart.labels.length : Math.min(rows.length, MOST_ROWS);
  const isCut = rows.length > shown;
  addFoot(slide, [subtitle, isCut ? `${shown} of ${counted(rows.length, "row")}` : ""]);
  const spoken = [title, ...(data ? [describeChart(data)] : []), ...notes];
  slide.addNotes(spoken.map(officeText).join("\n"));
}

/** A report as slides, wide, one a section; what is said about the figures is in the speaker's notes. */
export async function slides(report: Report, look: RenderOptions): Promise<Uint8Array> {
  const deck = newDeck();
  deck.layout = "LAYOUT_WIDE";
  deck.author = "pm";
  deck.company = "";
  deck.title = officeText(report.title);
  const first = deck.addSlide();
  first.addText(shorten(officeText(report.title), LONGEST_TITLE), {
    ...{ x: 0.6, y: 2.3, w: WIDTH, h: 1.6, valign: "bottom", fontFace: FONT, fontSize: 40 },
    ...{ bold: true, color: INK.text },
  });
  first.addText(officeText(report.subtitle), {
    ...{
      x: 0.6,
      y: 4,
      w: WIDTH,
      h: 0.8,
      valign: "top",
      fontFace: FONT,
      fontSize: 22,
      color: INK.soft,
    },
  });
  first.addNotes(report.notes.map(officeText).join("\n"));
  for (const section of report.sections) {
    addSection(deck.addSlide(), section, report.subtitle, look);
  }
  const file = await deck.write({ outputType: "uint8array" });
  if (!(file instanceof Uint8Array))
    throw new TypeError("Unexpected output of the slides' library");
  return stableSlides(file);
}
