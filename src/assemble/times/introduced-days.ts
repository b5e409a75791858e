import type { Text } from "../../parse/body/body.ts";
import type { KnownSection } from "../sections/sections.ts";

/** What says on which day all of it happened is short: "All on Friday May 8th 2026, times in UTC." */
const LONGEST = 90;
const CLOCK = /(?<![\d.])\d{1,2}[:.]\d{2}(?![\d.])|\d\s?[ap]\.?m\b/i;

/** The lines before the events of a story that may tell on which day all of them were; those with a time are events. */
export function introductions(sections: readonly KnownSection[]): readonly Text[] {
  return sections.flatMap(({ kind, blocks }) => {
    const [first] = blocks;
    const isStory = kind === "timeline" || kind === "story";
    if (!isStory || first?.type !== "paragraph") return [];
    return first.lines.filter(({ text }) => text.length <= LONGEST && !CLOCK.test(text));
  });
}
