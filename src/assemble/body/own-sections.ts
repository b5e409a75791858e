import type { Body } from "../../parse/body/body.ts";
import { withTasks } from "../actions/tasks.ts";
import type { AssembleContext, Locate } from "../context.ts";
import { openBrokenCells } from "../sections/broken-cells.ts";
import { openHeadingLines } from "../sections/heading-lines.ts";
import { joinParagraphs } from "../sections/joined-paragraphs.ts";
import { openNotes } from "../sections/opened-notes.ts";
import { openLabelledItems, ownView } from "../sections/parts.ts";
import { openRecordTables } from "../sections/record-tables.ts";
import { type KnownSection, nameSections } from "../sections/sections.ts";

/** The sections of a body with what each is for, what stands in cells and lines opened. */
export function sectionsOf(
  { sections }: Body,
  context: AssembleContext,
  locate: Locate,
): readonly KnownSection[] {
  const cells = openBrokenCells(ownView(sections, context), context);
  const opened = openHeadingLines(joinParagraphs(openNotes(cells, context), context), context);
  const named = nameSections(openLabelledItems(opened, context), context.vocabulary);
  return withTasks(openRecordTables(named, context), context, locate);
}

/** Sections with those of the frontmatter that the body does not have. */
export function withListed(
  sections: readonly KnownSection[],
  listed: readonly KnownSection[],
): readonly KnownSection[] {
  const has = (kind: KnownSection["kind"]) =>
    sections.some((one) => one.kind === kind && one.blocks.length > 0);
  return [...sections, ...listed.filter(({ kind }) => !has(kind))];
}
