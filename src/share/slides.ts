import type { Edition, EditionSource } from "./define.ts";
import { actionLine, beginning, followed, gapsOf, isDone, itemsOf, sectionText } from "./parts.ts";
import { document, plainText, titleOf } from "./text.ts";

/** As many lines as are legible from the back of a room. */
const MOST_LINES = 7;

const FRONT_MATTER = "---\nmarp: true\npaginate: true\n---\n";

/** Slides of some lines under one heading, none longer than is legible; none without lines. */
function slidesOf(heading: string, lines: readonly string[]): readonly string[] {
  const count = Math.ceil(lines.length / MOST_LINES);
  return Array.from({ length: count }, (_, index) => {
    const shown = lines.slice(index * MOST_LINES, (index + 1) * MOST_LINES);
    const part = count === 1 ? "" : ` (${index + 1} of ${count})`;
    return document([
      { heading: `${heading}${part}`, parts: [shown.map((line) => `- ${line}`).join("\n")] },
    ]);
  });
}

function learnings(source: EditionSource): readonly string[] {
  const stated = itemsOf(sectionText(source, "learnings"));
  return stated.length > 0 ? stated : gapsOf(source).map(({ what }) => `Missing: ${what}`);
}

function times({ postmortem, timeZone }: EditionSource): readonly string[] {
  const begin = beginning(postmortem, timeZone);
  const then = followed(postmortem).map(({ what, after }) => `After ${after} ${what}`);
  return [...(begin === null ? [] : [begin]), ...then];
}

/** Slides in the markdown of Marp: what was learned comes first. */
export const slides = {
  name: "slides",
  summary: "for a meeting, as markdown for Marp: key learning first, then times, factors, gaps",
  refusedBy: [],
  render(source) {
    const { postmortem } = source;
    const [key, ...others] = learnings(source);
    const first = document([
      { heading: titleOf(postmortem), parts: [key === undefined ? "" : `Key learning: ${key}`] },
    ]);
    const all = [
      first,
      ...slidesOf("More learnings", others),
      ...slidesOf("When", times(source)),
      ...slidesOf(
        "Contributing factors",
        postmortem.factors.map(({ value }) => plainText(value)),
      ),
      ...slidesOf(
        "What was missing",
        gapsOf(source).map(({ what }) => what),
      ),
      ...slidesOf(
        "Actions",
        postmortem.actions.map((one) => `${isDone(one) ? "✓ " : ""}${actionLine(one, source)}`),
      ),
    ];
    return { text: `${FRONT_MATTER}\n${all.join("\n---\n\n")}`, removed: null };
  },
} as const satisfies Edition<"slides">;
