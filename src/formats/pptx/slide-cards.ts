import type { Section } from "../../core/table.ts";
import { shorten } from "../charts/shorten.ts";
import { officeText } from "../office-text.ts";
import { type Block, blocksOf } from "../tables/blocks.ts";
import type { Slide } from "./library.ts";
import { FONT, INK, WIDTH } from "./theme.ts";

/** Cards that stand side by side: more are not read from the back of a room. */
const CARDS_PER_SLIDE = 2;
/** Cards of a section that have a slide; the page and the sheet have all. */
const MOST_CARDS = 6;

/** Inches: where cards begin, how high they are, and what lies between and within them. */
const CARD = { top: 1.65, height: 5, gap: 0.4, inset: 0.15, heading: 0.55 };
const LONGEST_HEADING = 60;
const LONGEST_FIELD = 150;

/** The rows of a section that each slide has as cards, in their order. */
export function cardSlides(section: Section): readonly (readonly Block[])[] {
  const blocks = blocksOf(section).slice(0, MOST_CARDS);
  const count = Math.ceil(blocks.length / CARDS_PER_SLIDE);
  return Array.from({ length: count }, (_, at) =>
    blocks.slice(at * CARDS_PER_SLIDE, (at + 1) * CARDS_PER_SLIDE),
  );
}

/** The lines of a card: what decides, each after its heading; all there is where nothing does. */
function linesOf({ fields }: Block) {
  const main = fields.filter(({ isMain }) => isMain);
  return (main.length > 0 ? main : fields).flatMap(({ label, texts }) => [
    {
      text: `${officeText(label)}${label.endsWith("?") ? "" : ":"} `,
      options: { bold: true, color: INK.soft },
    },
    {
      text: shorten(texts.map(officeText).join(", "), LONGEST_FIELD),
      options: { breakLine: true },
    },
  ]);
}

/** Rows side by side as cards, each with its heading and what decides. */
export function addCards(slide: Slide, blocks: readonly Block[]): void {
  const width = (WIDTH - CARD.gap * (CARDS_PER_SLIDE - 1)) / CARDS_PER_SLIDE;
  for (const [at, block] of blocks.entries()) {
    const x = 0.6 + at * (width + CARD.gap);
    const inside = { x: x + CARD.inset, w: width - 2 * CARD.inset, fontFace: FONT, margin: 0 };
    slide.addShape("rect", {
      ...{ x, y: CARD.top, w: width, h: CARD.height },
      ...{ line: { color: INK.quiet, width: 1 }, fill: { color: "FFFFFF" } },
    });
    slide.addText(shorten(officeText(block.heading), LONGEST_HEADING), {
      ...{ ...inside, y: CARD.top + 0.05, h: CARD.heading, valign: "middle" },
      ...{ fontSize: 20, bold: true, color: INK.mark, fit: "shrink" },
    });
    slide.addText(linesOf(block), {
      ...{ ...inside, y: CARD.top + CARD.heading + 0.1, h: CARD.height - CARD.heading - 0.2 },
      ...{ valign: "top", fontSize: 16, color: INK.text, paraSpaceAfter: 3, fit: "shrink" },
    });
  }
}
