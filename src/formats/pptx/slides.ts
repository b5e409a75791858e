import { counted } from "../../core/counted.ts";
import type { RenderOptions } from "../../core/render-options.ts";
import type { Column, Report, Section } from "../../core/table.ts";
import { chartData } from "../charts/chart-data.ts";
import { describeChart } from "../charts/describe.ts";
import { shorten } from "../charts/shorten.ts";
import { officeText } from "../office-text.ts";
import { cellText, isNumeric } from "../tables/cell-text.ts";
import { joinFigures } from "../tables/join-figures.ts";
import { textWidth } from "../tables/text-width.ts";
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

/** Inches that a slide has for the rows of a table, and that a line of text and its cell take. */
const ROOM = { rows: 4.9, line: 0.27, cell: 0.14, character: 0.135, margin: 0.25 };
/** A longer word is broken. */
const LONGEST_WORD = 22;

/**
 * Widths in inches: what the longest word of a column takes, so that none is broken, and of the rest a
 * share by the longest text.
 */
function columnWidths(texts: readonly (readonly string[])[]): readonly number[] {
  const [head = []] = texts;
  const columns = head.map((_label, at) => {
    const cells = texts.map((row) => row[at] ?? "");
    const word = Math.max(...cells.flatMap((cell) => cell.split(" ").map(textWidth)));
    const least = Math.min(LONGEST_WORD, word) * ROOM.character + ROOM.margin;
    return { least, more: 1 + Math.max(...cells.map(textWidth)) - word };
  });
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const more = columns.reduce((sum, column) => sum + column.more, 0);
  const rest = WIDTH - least;
  return columns.map((column) =>
    rest < 0 ? (WIDTH * column.least) / least : column.least + (rest * column.more) / more,
  );
}

/** As many of the rows, the header first, as have room one below the other. */
function fittingRows<T extends readonly string[]>(
  texts: readonly T[],
  widths: readonly number[],
): readonly T[] {
  let left = ROOM.rows;
  const fitting = texts.findIndex((row) => {
    const lines = row.map((text, at) => {
      const characters = Math.max(1, ((widths[at] ?? 1) - ROOM.margin) / ROOM.character);
      return Math.ceil(textWidth(text) / characters);
    });
    left -= Math.max(1, ...lines) * ROOM.line + ROOM.cell;
    return left < 0;
  });
  return fitting === -1 ? texts : texts.slice(0, Math.max(2, fitting));
}

/** A table of the most needed columns. @returns how many rows it shows */
function addTable(slide: Slide, { columns, rows }: Section): number {
  const shown = slideColumns(columns).flatMap((at) => {
    const column = columns[at];
    return column ? [{ at, column }] : [];
  });
  const texts = [
    shown.map(({ column }) => officeText(column.label)),
    ...rows
      .slice(0, MOST_ROWS)
      .map((row) =>
        shown.map(({ at, column }) =>
          shorten(officeText(cellText(row[at] ?? null, column.type)), LONGEST_CELL),
        ),
      ),
  ];
  const widths = columnWidths(texts);
  const fitting = fittingRows(texts, widths);
  const cells = fitting.map((row, line) =>
    row.map((text, at) => {
      const isRight = isNumeric(shown[at]?.column.type ?? "text");
      return {
        text,
        options: { align: isRight ? ("right" as const) : ("left" as const), bold: line === 0 },
      };
    }),
  );
  slide.addTable(cells, {
    ...{ x: 0.6, y: 1.7, w: WIDTH, colW: [...widths] },
    ...{ fontFace: FONT, fontSize: 16, color: INK.text, valign: "middle" },
    border: { type: "solid", pt: 1, color: INK.quiet },
  });
  return fitting.length - 1;
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
  const chart = data && !section.isTableFirst ? slideChart(data) : null;
  let shown = 0;
  if (rows.length === 0) {
    slide.addText(officeText(whenEmpty), {
      ...{ x: 0.6, y: 2, w: WIDTH, h: 1, fontFace: FONT, fontSize: 24, color: INK.soft },
    });
  } else if (data && chart) {
    addChart(slide, chart, describeChart(data));
    shown = chart.labels.length;
  } else shown = addTable(slide, joinFigures(section));
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
