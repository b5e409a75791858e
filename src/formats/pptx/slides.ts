import { counted } from "../../core/counted.ts";
import type { RenderOptions } from "../../core/output/render-options.ts";
import type { Report, Section } from "../../core/table.ts";
import { chartData } from "../charts/chart-data.ts";
import { describeChart } from "../charts/describe.ts";
import { shorten } from "../charts/shorten.ts";
import { officeText } from "../office-text.ts";
import { joinFigures } from "../tables/join-figures.ts";
import { type Deck, newDeck, type Slide } from "./library.ts";
import { addCards, cardSlides } from "./slide-cards.ts";
import { chartOptions, type SlideChart, slideChart } from "./slide-chart.ts";
import { addTable } from "./slide-table.ts";
import { stableSlides } from "./stable.ts";
import { BODY, FONT, INK, SMALL, WIDTH } from "./theme.ts";

const LONGEST_TITLE = 120;
/** A longer title stands in smaller letters. */
const LONG_TITLE = 90;
/** What a slide says of a section without rows. */
const LONGEST_LINE = 200;

function addTitle(slide: Slide, title: string): void {
  slide.addText(shorten(officeText(title), LONGEST_TITLE), {
    ...{ x: 0.6, y: 0.4, w: WIDTH, h: 1.1, valign: "middle", fontFace: FONT },
    ...{ fontSize: title.length > LONG_TITLE ? 22 : 28, bold: true, color: INK.text },
  });
}

/** The foot of a slide: the window, and what a picture of few rows leaves out. */
function addFoot(slide: Slide, texts: readonly string[]): void {
  slide.addText(shorten(officeText(texts.filter((text) => text !== "").join(" · ")), 140), {
    ...{ x: 0.6, y: 6.8, w: WIDTH, h: 0.4, fontFace: FONT, fontSize: SMALL, color: INK.soft },
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
    ...{ x: 0.6, y: 1.4, w: WIDTH, h: 0.35, fontFace: FONT, fontSize: BODY, color: INK.soft },
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

/** The rows of a section that are each read by themselves: cards, on as many slides as they need. */
function addCardSection(deck: Deck, section: Section, subtitle: string): void {
  const { title, finding, rows, notes } = section;
  let shown = 0;
  for (const [at, cards] of cardSlides(joinFigures(section)).entries()) {
    const { blocks } = cards;
    const slide = deck.addSlide();
    addTitle(slide, at === 0 ? (finding ?? title) : title);
    addCards(slide, cards);
    const [from, to] = [shown + 1, shown + blocks.length];
    shown = to;
    const which = blocks.length === 1 ? String(from) : `${from} to ${to}`;
    addFoot(slide, [subtitle, rows.length > blocks.length ? `${which} of ${rows.length}` : ""]);
    slide.addNotes([title, ...notes].map(officeText).join("\n"));
  }
}

/** What the sections without rows say instead, on one slide; none where there are no such. */
function addEmpty(deck: Deck, sections: readonly Section[], subtitle: string): void {
  if (sections.length === 0) return;
  const slide = deck.addSlide();
  addTitle(slide, "Nothing to show here");
  const lines = sections.map(({ title, whenEmpty }) => officeText(`${title}: ${whenEmpty}`));
  slide.addText(lines.map((line) => shorten(line, LONGEST_LINE)).join("\n"), {
    ...{ x: 0.6, y: 1.7, w: WIDTH, h: 4.8, valign: "top", fontFace: FONT, fontSize: BODY },
    ...{ color: INK.soft, paraSpaceAfter: 8, fit: "shrink" },
  });
  addFoot(slide, [subtitle]);
  slide.addNotes([...lines, ...sections.flatMap(({ notes }) => notes.map(officeText))].join("\n"));
}

/** A report as slides, wide, one a section that has rows, or several where these are cards; what is said about the figures is in the speaker's notes. */
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
  const [main, ...others] = report.sections;
  const filled = others.filter(({ rows }) => rows.length > 0);
  for (const section of [...(main ? [main] : []), ...filled]) {
    if (section.isBlocks && section.rows.length > 0) {
      addCardSection(deck, section, report.subtitle);
    } else addSection(deck.addSlide(), section, report.subtitle, look);
  }
  const empty = others.filter(({ rows }) => rows.length === 0);
  addEmpty(deck, empty, report.subtitle);
  const file = await deck.write({ outputType: "uint8array" });
  if (!(file instanceof Uint8Array))
    throw new TypeError("Unexpected output of the slides' library");
  return stableSlides(file);
}
