import type { SectionKind } from "../../core/document/body-parts.ts";
import { memo, once } from "../../core/memo.ts";
import type { Range } from "../../core/position.ts";
import type { Problem } from "../../core/problem.ts";
import type { TableBlock } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { tableOfActions } from "../actions/tables.ts";
import type { AssembleContext } from "../context.ts";
import { otherLabels } from "../labels/line-labels.ts";
import { type LabelledSection } from "../labels/lines.ts";
import { meaningOfLabel, namesOfLabel } from "../labels/meaning.ts";
import { namedRows } from "../sections/cells.ts";
import { kindOfSection, type KnownSection, titleOf } from "../sections/sections.ts";
import type { TimelinePlace } from "../timeline/places.ts";
import { kindOfHeading, normalizeHeading } from "../written/phrases.ts";
import { splitDayHead, splitTimeHead } from "../written/time-head.ts";

/** More words are prose, in which a colon ends no label. */
const MOST_WORDS = 4;
/** A longer value tells a story rather than a fact. */
const LONGEST_VALUE = 60;
/** Where tables hold facts whatever stands in them. */
const OF_FACTS: ReadonlySet<SectionKind | null> = new Set(["timeline", "actions", "escalations"]);
/** Where labels stand for facts of the document: before its story begins. */
const OF_LABELS: ReadonlySet<SectionKind | null> = new Set([null, "summary", "date", "stats"]);

/** What of a document was read, by which the rest is known. */
export interface ReadParts {
  readonly sections: readonly KnownSection[];
  readonly labelled: readonly LabelledSection[];
  readonly places: readonly TimelinePlace[];
}

function unread(part: "table" | "label" | "heading", written: string, range: Range): Problem {
  return { kind: "unread-part", part, written, range };
}

/** Labels that stand for no key of the frontmatter: of times, durations, people. */
const labelsBesideKeys = memo((vocabulary: Vocabulary): ReadonlySet<string> => {
  const { milestones, times_in_body: inBody, declarations } = vocabulary;
  return new Set([
    ...declarations,
    ...otherLabels(vocabulary),
    ...Object.values(milestones).flatMap(({ labels }) => labels),
    ...Object.values(inBody).flat(),
  ]);
});

/** Whether somebody knows what a label stands for. */
function isKnownLabel(label: string, vocabulary: Vocabulary): boolean {
  const besideKeys = labelsBesideKeys(vocabulary);
  return (
    kindOfSection(label, vocabulary) !== null ||
    kindOfHeading(label, vocabulary.columns) !== null ||
    meaningOfLabel(label, vocabulary) !== null ||
    namesOfLabel(label).some((name) => besideKeys.has(name))
  );
}

/** Whether a table looks like one that tells facts: times begin its cells. */
function holdsTimes({ rows }: TableBlock, vocabulary: Vocabulary): boolean {
  return rows.some((row) => row.some(({ text }) => splitTimeHead(text, vocabulary) !== null));
}

/** The tables of which nothing was read, though they look as if they stated facts. */
function unreadTables(
  { sections, labelled, places }: ReadParts,
  context: AssembleContext,
): readonly Problem[] {
  const { vocabulary } = context;
  const timesAt = new Set(
    places.flatMap(({ entries }) => entries.map(({ time }) => time.range.start.line)),
  );
  // Most tables are read for their times, or as actions.
  const labelsAt = once(() => {
    const known = labelled
      .flatMap((section) => section.labelled)
      .filter(({ label }) => isKnownLabel(label, vocabulary));
    return new Set(known.map(({ value }) => value.range.start.line));
  });
  const isRead = (block: TableBlock, kind: SectionKind | null): boolean => {
    if (kind === "people" || kind === "review" || kind === "stats") return true;
    const lines = [...block.head, ...block.rows.flat()].map(({ range }) => range.start.line);
    if (lines.some((line) => timesAt.has(line))) return true;
    if (tableOfActions(block, kind, context).length > 0) return true;
    if (kind === "escalations" && namedRows(block, "to", context).length > 0) return true;
    return lines.some((line) => labelsAt().has(line));
  };
  return sections.flatMap(({ kind, blocks }) =>
    blocks.flatMap((block): readonly Problem[] => {
      if (block.type !== "table" || block.rows.length === 0 || isRead(block, kind)) return [];
      // Where nobody knows what a section is for, its table may tell anything.
      if (kind !== null && !OF_FACTS.has(kind) && !holdsTimes(block, vocabulary)) return [];
      return [unread("table", block.head.map(({ text }) => text).join(" | "), block.range)];
    }),
  );
}

/** The labels that look like those of facts and that nobody knows: "Blast grade: 3". */
function unreadLabels(
  { sections, labelled }: ReadParts,
  { vocabulary }: AssembleContext,
): readonly Problem[] {
  const heads = new Set(
    sections
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.type === "table" ? block.head : [])),
      )
      .map(({ range }) => range.start.offset),
  );
  return labelled
    .filter(({ kind }) => OF_LABELS.has(kind))
    .flatMap((section) =>
      section.labelled.flatMap(({ label, value }): readonly Problem[] => {
        const isShort =
          label !== section.heading.text &&
          !heads.has(value.range.start.offset) &&
          label.trim().split(/\s+/).length <= MOST_WORDS &&
          /^\W*\p{Lu}/u.test(label) &&
          value.text.length <= LONGEST_VALUE &&
          !/[.!?]\s*$/.test(value.text);
        if (!isShort || isKnownLabel(label, vocabulary)) return [];
        if (splitTimeHead(label, vocabulary) !== null) return [];
        return [unread("label", normalizedLabel(label), value.range)];
      }),
    );
}

function normalizedLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ");
}

/** The headings of the second level that nobody knows, with something below them. */
function unreadHeadings(
  { sections }: ReadParts,
  { vocabulary }: AssembleContext,
): readonly Problem[] {
  const title = titleOf(sections, vocabulary);
  return sections.flatMap((section): readonly Problem[] => {
    const { heading, kind, level, blocks } = section;
    const isOwn = kind === null && level > 0 && level <= 2 && section !== title;
    const hasText = blocks.some(({ type }) => type !== "comment");
    if (!isOwn || !hasText || splitDayHead(heading.text, vocabulary) !== null) return [];
    if (isKnownLabel(heading.text, vocabulary) || normalizeHeading(heading.text) === "") return [];
    return [unread("heading", heading.text, heading.range)];
  });
}

/**
 * Tables, labels and headings that look as if they stated facts and of which nothing was read, in the
 * order of the document.
 */
export function unreadParts(parts: ReadParts, context: AssembleContext): readonly Problem[] {
  const found = [
    ...unreadTables(parts, context),
    ...unreadLabels(parts, context),
    ...unreadHeadings(parts, context),
  ];
  return found.toSorted((a, b) => a.range.start.offset - b.range.start.offset);
}
