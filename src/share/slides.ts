import { type DeckSlide, describeTimeline } from "../core/output/slide-deck.ts";
import { deckOf } from "./deck.ts";
import type { Edition } from "./define.ts";
import { document, plainText } from "./text.ts";

const FRONT_MATTER = "---\nmarp: true\npaginate: true\n---\n";

function slideText({ heading, lines, timeline }: DeckSlide, picture: string | null): string {
  const alt = timeline ? plainText(describeTimeline(timeline)) : "";
  const image = timeline && picture !== null ? `![${alt}](<${picture}>)` : "";
  return document([{ heading, parts: [image, lines.map((line) => `- ${line}`).join("\n")] }]);
}

/** Slides in the markdown of Marp: what was learned comes first. */
export const slides = {
  name: "slides",
  summary:
    "for a meeting: key learning, times, factors, gaps; markdown for Marp, or --output x.pptx",
  tellsTimes: true,
  refusedBy: [],
  render(source) {
    const { title, key, slides: others } = deckOf(source);
    const first = document([
      { heading: title, parts: [key === null ? "" : `Key learning: ${key}`] },
    ]);
    const all = [first, ...others.map((slide) => slideText(slide, source.picture ?? null))];
    return { text: `${FRONT_MATTER}\n${all.join("\n---\n\n")}`, removed: null };
  },
} as const satisfies Edition<"slides">;
