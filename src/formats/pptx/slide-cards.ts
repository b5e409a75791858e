import type { Section } from "../../core/table.ts";
import { shorten } from "../charts/shorten.ts";
import { officeText } from "../office-text.ts";
import { type Block, blocksOf } from "../tables/blocks.ts";
import { textWidth } from "../tables/text-width.ts";
import type { Slide } from "./library.ts";
import { BODY, FONT, INK, WIDTH } from "./theme.ts";

/** Cards of a section that have a slide; the page and the sheet have all. */
const MOST_CARDS = 6;
/** Cards side by side: three where none has more characters than that. */
const SIDE_BY_SIDE = { most: 3, otherwise: 2, characters: 280 };

/** Inches: where cards begin, how high they may be, what lies between and within them, and a line. */
const CARD = {
  top: 1.65,
  height: 5.1,
  gap: 0.4,
  inset: 0.15,
  heading: 0.55,
  line: 0.31,
  after: 0.04,
};
/** Characters of text in an inch. */
const PER_INCH = 8;
const LONGEST_HEADING = 60;
/** Characters of a field: as many of these as the cards of a slide have room for. */
const LONGEST_FIELD = [150, 120, 95, 75];

/** A field after its heading. */
interface Part {
  readonly label: string;
  readonly text: string;
}

/** What a line of a card says: one field, or short ones one after the other. */
type Line = readonly Part[];

/** Rows that one slide has as cards, of one width. */
export interface CardSlide {
  readonly blocks: readonly Block[];
  readonly width: number;
}

/** The fields of a card: what decides, each after its heading; all there is where nothing does. */
function partsOf({ fields }: Block, longest: number): readonly Part[] {
  const main = fields.filter(({ isMain }) => isMain);
  return (main.length > 0 ? main : fields).map(({ label, texts }) => ({
    label: `${officeText(label)}${label.endsWith("?") ? "" : ":"} `,
    text: shorten(texts.map(officeText).join(", "), longest),
  }));
}

function charactersOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { label, text }) => sum + textWidth(label + text), 0);
}

/** What stands between fields of one line. */
const BETWEEN = "   ";

function charactersAcross(width: number): number {
  return (width - 2 * CARD.inset) * PER_INCH;
}

/** The lines of a card: fields that are next to each other share one where it has room for them. */
function linesOf(block: Block, width: number, longest: number): readonly Line[] {
  const lines: Line[] = [];
  for (const part of partsOf(block, longest)) {
    const line = lines.at(-1) ?? [];
    const together = charactersOf([...line, part]) + line.length * BETWEEN.length;
    const isJoined = line.length > 0 && together <= charactersAcross(width);
    lines.splice(isJoined ? -1 : lines.length, 1, isJoined ? [...line, part] : [part]);
  }
  return lines;
}

/** The rows of a section that each slide has as cards, in their order. */
export function cardSlides(section: Section): readonly CardSlide[] {
  const blocks = blocksOf(section).slice(0, MOST_CARDS);
  const [most = 0] = LONGEST_FIELD;
  const isShort = blocks.every(
    (block) => charactersOf(partsOf(block, most)) <= SIDE_BY_SIDE.characters,
  );
  const each = isShort ? SIDE_BY_SIDE.most : SIDE_BY_SIDE.otherwise;
  const width = (WIDTH - CARD.gap * (each - 1)) / each;
  return Array.from({ length: Math.ceil(blocks.length / each) }, (_, at) => {
    return { blocks: blocks.slice(at * each, (at + 1) * each), width };
  });
}

/** How high a card is for its lines, in inches. */
function heightOf(lines: readonly Line[], width: number): number {
  const rows = lines.reduce(
    (sum, line) => sum + Math.ceil(charactersOf(line) / charactersAcross(width)),
    0,
  );
  return CARD.heading + rows * CARD.line + lines.length * CARD.after + 0.3;
}

/** The size of cards, and how many characters a field of theirs may have. */
interface CardSize {
  readonly width: number;
  readonly height: number;
  readonly longest: number;
}

/** The size of cards side by side: with shorter fields where longer ones have no room. */
function sizeOf({ blocks, width }: CardSlide): CardSize {
  const sizes = LONGEST_FIELD.map((longest) => {
    const heights = blocks.map((block) => heightOf(linesOf(block, width, longest), width));
    return { width, longest, height: Math.max(...heights) };
  });
  const size = sizes.find(({ height }) => height <= CARD.height) ?? sizes.at(-1);
  const { height = CARD.height, longest = 0 } = size ?? {};
  return { width, longest, height: Math.min(height, CARD.height) };
}

function textsOf(line: Line) {
  return line.flatMap(({ label, text }, at) => [
    { text: at === 0 ? label : BETWEEN + label, options: { bold: true, color: INK.soft } },
    { text, options: { breakLine: at === line.length - 1 } },
  ]);
}

function addCard(slide: Slide, block: Block, x: number, { width, height, longest }: CardSize) {
  const inside = { x: x + CARD.inset, w: width - 2 * CARD.inset, fontFace: FONT, margin: 0 };
  slide.addShape("rect", {
    ...{ x, y: CARD.top, w: width, h: height },
    ...{ line: { color: INK.quiet, width: 1 }, fill: { color: "FFFFFF" } },
  });
  slide.addText(shorten(officeText(block.heading), LONGEST_HEADING), {
    ...{ ...inside, y: CARD.top + 0.05, h: CARD.heading, valign: "middle" },
    ...{ fontSize: 20, bold: true, color: INK.mark, fit: "shrink" },
  });
  const texts = linesOf(block, width, longest).flatMap(textsOf);
  slide.addText(texts, {
    ...{ ...inside, y: CARD.top + CARD.heading + 0.1, h: height - CARD.heading - 0.2 },
    ...{ valign: "top", fontSize: BODY, color: INK.text, paraSpaceAfter: 3, fit: "shrink" },
  });
}

/** Rows side by side as cards of one height, each with its heading and what decides. */
export function addCards(slide: Slide, cards: CardSlide): void {
  const size = sizeOf(cards);
  for (const [at, block] of cards.blocks.entries()) {
    addCard(slide, block, 0.6 + at * (size.width + CARD.gap), size);
  }
}
