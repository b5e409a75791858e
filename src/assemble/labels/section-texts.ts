import type { SectionKind } from "../../core/body-parts.ts";
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

/** The parts of lines that set short remarks apart: "Incident 7 · SEV2 · closed". */
export function remarksIn({ heading, blocks, level }: KnownSection): readonly Text[] {
  const lines = blocks.flatMap((block) =>
    block.type === "paragraph" || block.type === "quote" ? block.lines : [],
  );
  return (level > 1 ? [] : [heading, ...lines]).flatMap(({ text, range }) => {
    const parts = text.length > LONGEST_LINE ? [] : text.split(/(?<!\s)\s+[·•|]\s+/);
    return parts.length < 2 ? [] : parts.map((part) => ({ text: part, range }));
  });
}
