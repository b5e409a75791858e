import type { SectionKind } from "../../core/document/body-parts.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { KnownSection } from "../sections/sections.ts";
import { splitTimeHead } from "../written/time-head.ts";
import type { TimelineEntry } from "./entry.ts";
import { CLOCK } from "./timeline-tables.ts";

/** Where times are those of plans, or of people, and not of what happened. */
export const ELSEWHERE: ReadonlySet<SectionKind | null> = new Set([
  "actions",
  "review",
  "people",
  "stats",
  "learnings",
  "escalations",
  "questions",
  "date",
]);

interface EnteredSection extends KnownSection {
  readonly entries: readonly TimelineEntry[];
}

/** The parts of a timeline that has a heading for each: "## Timeline", "### Detection", "### Fix". */
export function partsOf(sections: readonly KnownSection[]): readonly KnownSection[] {
  let level = Number.POSITIVE_INFINITY;
  return sections.filter((section) => {
    if (section.kind === "timeline" && section.level < level) level = section.level;
    else if (section.level <= level) level = Number.POSITIVE_INFINITY;
    // Within a timeline a line on its dates says how they are written, above the rows.
    const isElsewhere = section.kind !== "date" && ELSEWHERE.has(section.kind);
    return section.level > level && section.kind !== "timeline" && !isElsewhere;
  });
}

/** Orders places as they stand in the document. */
export function byPlace(a: KnownSection, b: KnownSection): number {
  return a.range.start.offset - b.range.start.offset;
}

/** Whether a list, a table or lines of a section are rows: nearly each begins with a time. */
function hasRows({ blocks }: KnownSection, vocabulary: Vocabulary): boolean {
  return blocks.some((block) => {
    const items = block.type === "list" ? block.items : undefined;
    const lines = block.type === "paragraph" ? block.lines : undefined;
    const cells = block.type === "table" ? block.rows.flatMap(([cell]) => cell ?? []) : undefined;
    const texts = items ?? lines ?? cells ?? [];
    return (
      texts.length > 0 &&
      texts.every(({ text }) => {
        const head = splitTimeHead(text, vocabulary);
        return head !== null && CLOCK.test(head.head);
      })
    );
  });
}

/**
 * Parts of a timeline that are called as other parts of a document are, where the timeline itself has no
 * rows: "## Timeline", "### Detection" with rows, "### Rollout" with rows.
 */
export function phasesOf(
  sections: readonly KnownSection[],
  headed: readonly EnteredSection[],
  vocabulary: Vocabulary,
): readonly KnownSection[] {
  const [first] = headed;
  if (!first || first.entries.length > 0) return [];
  return partsOf(sections).filter((part) => hasRows(part, vocabulary));
}
