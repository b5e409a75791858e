import type { SectionKind } from "../../core/document/body-parts.ts";
import type { Text } from "../../parse/body/body.ts";
import type { KnownSection } from "../sections/sections.ts";
import { LONGEST_LINE } from "./line-labels.ts";

/** Where a document sums up in sentences what happened. */
const SUMS_UP: ReadonlySet<SectionKind | null> = new Set([null, "summary", "impact", "story"]);

/** The paragraphs of a section. */
export function paragraphsOf({ blocks }: KnownSection): readonly Text[] {
  return blocks.flatMap((block) => (block.type === "paragraph" ? [block] : []));
}

/** Its paragraphs, where it sums up what happened. */
export function proseIn(section: KnownSection): readonly Text[] {
  return SUMS_UP.has(section.kind) ? paragraphsOf(section) : [];
}

/** The least level of a part that is set apart as a note, and not by a heading or a label. */
const NOTE_LEVEL = 8;
/** The whole title of a note: "SEV1". */
const LEVEL_ALONE = /^\p{L}{1,12}[\s-]?\d$/u;
/** A stroke between remarks, where there is another one: "Severity 2 / booking / Core". */
const STROKES = /\s\/\s.*\s\/\s/;

/** The parts of lines that set short remarks apart: "Incident 7 · SEV2 · closed"; a note that is called by a level. */
export function remarksIn({ heading, blocks, level }: KnownSection): readonly Text[] {
  if (level >= NOTE_LEVEL && LEVEL_ALONE.test(heading.text)) return [heading];
  const lines = blocks.flatMap((block) =>
    block.type === "paragraph" || block.type === "quote" ? block.lines : [],
  );
  return (level > 1 ? [] : [heading, ...lines]).flatMap(({ text, range }) => {
    const between = STROKES.test(text) ? /(?<!\s)\s+[·•|/]\s+/ : /(?<!\s)\s+[·•|]\s+/;
    const parts = text.length > LONGEST_LINE ? [] : text.split(between);
    return parts.length < 2 ? [] : parts.map((part) => ({ text: part, range }));
  });
}
