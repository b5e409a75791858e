import {
  type DeckSlide,
  describeTimeline,
  type SlideDeck,
  type TimelinePicture,
} from "../../core/output/slide-deck.ts";
import { lanesOf } from "../charts/lanes.ts";
import { shorten } from "../charts/shorten.ts";
import { officeText } from "../office-text.ts";
import { newDeck, type Slide } from "./library.ts";
import { stableSlides } from "./stable.ts";
import { BODY, FONT, INK, SMALL } from "./theme.ts";

const WIDTH = 12.1;
const LEFT = 0.6;
const LONGEST_LINE = 180;
/** Of a picture, in inches: its line, what a label takes, and how far labels lie from the line. */
const LINE = { y: 3.1, inset: 0.7, label: 1.5, height: 0.6, away: 0.15, lane: 0.62 };

const TEXT = { fontFace: FONT, color: INK.text } as const;

function addLines(slide: Slide, lines: readonly string[], top: number): void {
  const texts = lines.map((line) => ({
    text: shorten(officeText(line), LONGEST_LINE),
    options: { bullet: true, breakLine: true, paraSpaceAfter: 8 },
  }));
  slide.addText(texts, {
    ...{
      ...TEXT,
      x: LEFT,
      y: top,
      w: WIDTH,
      h: 7 - top,
      valign: "top",
      fontSize: 20,
      fit: "shrink",
    },
  });
}

/** A timeline of shapes that can be edited: the line, the stretch of diagnosis, and the milestones. */
function addTimeline(slide: Slide, picture: TimelinePicture): void {
  const { marks, diagnosing } = picture;
  const [first, last] = [marks.at(0)?.at ?? 0, marks.at(-1)?.at ?? 0];
  const length = WIDTH - 2 * LINE.inset;
  const place = (at: number) => LEFT + LINE.inset + (length * (at - first)) / (last - first);
  const ends = { x: place(first), y: LINE.y, w: length, h: 0 };
  const objectName = shorten(officeText(describeTimeline(picture)), LONGEST_LINE);
  slide.addShape("line", { ...ends, line: { color: INK.soft, width: 3 }, objectName });
  if (diagnosing) {
    const x = place(diagnosing.from);
    const w = place(diagnosing.until) - x;
    slide.addShape("rect", { x, y: LINE.y - 0.08, w, h: 0.16, fill: { color: INK.high } });
    slide.addText(officeText(diagnosing.text), {
      ...{ ...TEXT, x: LEFT, y: 1.3, w: WIDTH, h: 0.4, fontSize: BODY, bold: true },
    });
  }
  const lanes = lanesOf(marks.map(({ at }) => ({ middle: place(at), width: LINE.label })));
  for (const [index, { at, what, clock }] of marks.entries()) {
    const x = place(at);
    const lane = lanes[index] ?? 0;
    const away = LINE.away + Math.floor(lane / 2) * LINE.lane;
    const y = lane % 2 === 0 ? LINE.y - away - LINE.height : LINE.y + away;
    slide.addShape("ellipse", {
      ...{ x: x - 0.1, y: LINE.y - 0.1, w: 0.2, h: 0.2 },
      ...{ fill: { color: INK.mark } },
    });
    const lines = [what, clock].map((text) => ({
      text: officeText(text),
      options: { breakLine: true },
    }));
    slide.addText(lines, {
      ...{ ...TEXT, x: x - LINE.label / 2, y, w: LINE.label, h: LINE.height },
      ...{ align: "center", valign: "middle", fontSize: SMALL, margin: 0 },
    });
  }
}

function addSlide(slide: Slide, { heading, lines, timeline }: DeckSlide): void {
  slide.addText(officeText(heading), {
    ...{ ...TEXT, x: LEFT, y: 0.4, w: WIDTH, h: 0.8, valign: "middle", fontSize: 28, bold: true },
  });
  if (timeline) addTimeline(slide, timeline);
  addLines(slide, lines, timeline ? 4.7 : 1.5);
  const spoken = [...(timeline ? [describeTimeline(timeline)] : []), ...lines];
  slide.addNotes(spoken.map(officeText).join("\n"));
}

/** One postmortem as a presentation that can be edited; the same bytes for the same slides. */
export async function deckSlides({ title, key, slides }: SlideDeck): Promise<Uint8Array> {
  const deck = newDeck();
  deck.layout = "LAYOUT_WIDE";
  deck.author = "pm";
  deck.company = "";
  deck.title = officeText(title);
  const first = deck.addSlide();
  first.addText(shorten(officeText(title), 140), {
    ...{ ...TEXT, x: LEFT, y: 1.6, w: WIDTH, h: 1.8, valign: "bottom", fontSize: 36, bold: true },
  });
  if (key !== null) {
    first.addText(shorten(officeText(`Key learning: ${key}`), 300), {
      ...{ ...TEXT, x: LEFT, y: 3.7, w: WIDTH, h: 2.2, valign: "top", fontSize: 24, fit: "shrink" },
    });
  }
  for (const slide of slides) addSlide(deck.addSlide(), slide);
  const file = await deck.write({ outputType: "uint8array" });
  if (!(file instanceof Uint8Array))
    throw new TypeError("Unexpected output of the slides' library");
  return stableSlides(file);
}
