import type { Section } from "../../core/table.ts";
import { shorten } from "../charts/shorten.ts";
import { officeText } from "../office-text.ts";
import { type Block, blocksOf } from "../tables/blocks.ts";
import { textWidth } from "../tables/text-width.ts";
import type { Slide } from "./library.ts";
import { FONT, INK, WIDTH } from "./theme.ts";

/** Cards of a section that have a slide; the page and the sheet have all. */
const MOST_CARDS = 6;
/** Cards side by side: three where none has more characters than that. */
const SIDE_BY_SIDE = { most: 3, otherwise: 2, characters: 280 };

/** Inches: where cards begin, how high they may be, what lies between and within them, and a line. */
const CARD = { top: 1.65, height: 5, gap: 0.4, inset: 0.15, heading: 0.55, line: 0.3 };
/** Characters of text in an inch. */
const PER_INCH = 8.5;
const LONGEST_HEADING = 60;
const LONGEST_FIELD = 150;

interface Line {
  readonly label: string;
  readonly text: string;
}

/** Rows that one slide has as cards, of one width. */
export interface CardSlide {
  readonly blocks: readonly Block[];
  readonly width: number;
}

/** The lines of a card: what decides, each after its heading; all there is where nothing does. */
function linesOf({ fields }: Block): readonly Line[] {
  const main = fields.filter(({ isMain }) => isMain);
  return (main.length > 0 ? main : fields).map(({ label, texts }) => ({
    label: `${officeText(label)}${label.endsWith("?") ? "" : ":"} `,
    text: shorten(texts.map(officeText).join(", "), LONGEST_FIELD),
  }));
}

function charactersOf(block: Block): number {
  return linesOf(block).reduce((sum, { label, text }) => sum + textWidth(label + text), 0);
}

/** The rows of a section that each slide has as cards, in their order. */
export function cardSlides(section: Section): readonly CardSlide[] {
  const blocks = blocksOf(section).slice(0, MOST_CARDS);
  const isShort = blocks.every((block) => charactersOf(block) <= SIDE_BY_SIDE.characters);
  const each = isShort ? SIDE_BY_SIDE.most : SIDE_BY_SIDE.otherwise;
  const width = (WIDTH - CARD.gap * (each - 1)) / each;
  return Array.from({ length: Math.ceil(blocks.length / each) }, (_, at) => {
    return { blocks: blocks.slice(at * each, (at + 1) * each), width };
  });
}

/** How high a card is for its text, in inches: no higher than a slide has room for. */
function heightOf(block: Block, width: number): number {
  const characters = (width - 2 * CARD.inset) * PER_INCH;
  const lines = linesOf(block).reduce(
    (sum, { label, text }) => sum + Math.ceil(textWidth(label + text) / characters),
    0,
  );
  return Math.min(CARD.height, CARD.heading + lines * CARD.line + 0.4);
}

function addCard(slide: Slide, block: Block, x: number, size: { width: number; height: number }) {
  const { width, height } = size;
  const inside = { x: x + CARD.inset, w: width - 2 * CARD.inset, fontFace: FONT, margin: 0 };
  slide.addShape("rect", {
    ...{ x, y: CARD.top, w: width, h: height },
    ...{ line: { color: INK.quiet, width: 1 }, fill: { color: "FFFFFF" } },
  });
  slide.addText(shorten(officeText(block.heading), LONGEST_HEADING), {
    ...{ ...inside, y: CARD.top + 0.05, h: CARD.heading, valign: "middle" },
    ...{ fontSize: 20, bold: true, color: INK.mark, fit: "shrink" },
  });
  const texts = linesOf(block).flatMap(({ label, text }) => [
    { text: label, options: { bold: true, color: INK.soft } },
    { text, options: { breakLine: true } },
  ]);
  slide.addText(texts, {
    ...{ ...inside, y: CARD.top + CARD.heading + 0.1, h: height - CARD.heading - 0.2 },
    ...{ valign: "top", fontSize: 16, color: INK.text, paraSpaceAfter: 3, fit: "shrink" },
  });
}

/** Rows side by side as cards of one height, each with its heading and what decides. */
export function addCards(slide: Slide, { blocks, width }: CardSlide): void {
  const height = Math.max(...blocks.map((block) => heightOf(block, width)));
  for (const [at, block] of blocks.entries()) {
    addCard(slide, block, 0.6 + at * (width + CARD.gap), { width, height });
  }
}
