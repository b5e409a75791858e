import type { DeckSlide, SlideDeck } from "../core/output/slide-deck.ts";
import type { EditionSource } from "./define.ts";
import {
  actionLine,
  beginning,
  followed,
  isDone,
  itemsOf,
  sectionText,
  uniqueGaps,
} from "./parts.ts";
import { plainText, titleOf } from "./text.ts";
import { timelinePicture } from "./timeline-picture.ts";

/** As many lines as are legible from the back of a room. */
const MOST_LINES = 7;

/** As many as have room below a picture. */
const MOST_BELOW_PICTURE = 5;

/** Slides of some lines under one heading, none longer than is legible; none without lines. */
function slidesOf(heading: string, lines: readonly string[]): readonly DeckSlide[] {
  const count = Math.ceil(lines.length / MOST_LINES);
  return Array.from({ length: count }, (_, index) => {
    const part = count === 1 ? "" : ` (${index + 1} of ${count})`;
    const shown = lines.slice(index * MOST_LINES, (index + 1) * MOST_LINES);
    return { heading: `${heading}${part}`, lines: shown };
  });
}

function learnings(source: EditionSource): readonly string[] {
  const stated = itemsOf(sectionText(source, "learnings"));
  return stated.length > 0 ? stated : uniqueGaps(source).map((what) => `Missing: ${what}`);
}

/** When it began and what followed, with the milestones as a picture where there are any. */
function timesSlide({ postmortem, timeZone }: EditionSource): readonly DeckSlide[] {
  const begin = beginning(postmortem, timeZone);
  const then = followed(postmortem).map(({ what, after }) => `After ${after} ${what}`);
  const lines = [...(begin === null ? [] : [begin]), ...then].slice(0, MOST_BELOW_PICTURE);
  if (lines.length === 0) return [];
  const timeline = timelinePicture(postmortem, timeZone);
  return [{ heading: "When", lines, ...(timeline === null ? {} : { timeline }) }];
}

/** A postmortem as slides: what was learned comes first. The title is plain text, the lines are markdown. */
export function deckOf(source: EditionSource): SlideDeck {
  const { postmortem } = source;
  const [key, ...others] = learnings(source);
  return {
    title: titleOf(postmortem),
    key: key ?? null,
    slides: [
      ...slidesOf("More learnings", others),
      ...timesSlide(source),
      ...slidesOf(
        "Contributing factors",
        postmortem.factors.map(({ value }) => plainText(value)),
      ),
      ...slidesOf("What was missing", uniqueGaps(source)),
      ...slidesOf(
        "Actions",
        postmortem.actions.map((one) => `${isDone(one) ? "✓ " : ""}${actionLine(one, source)}`),
      ),
    ],
  };
}
