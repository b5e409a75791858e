import type { SectionKind } from "../../core/document/body-parts.ts";
import type { Gap } from "../../core/postmortem.ts";
import { findTerm } from "../../core/taxonomy.ts";
import type { Block } from "../../parse/body/body.ts";
import type { AssembleContext } from "../context.ts";
import {
  cellFact,
  type Cells,
  namedRows,
  ownerFact,
  rangeSource,
  tableHeads,
} from "../sections/cells.ts";
import type { KnownSection } from "../sections/sections.ts";
import { isNamedBy, normalizeHeading } from "../written/phrases.ts";

/** Whether the head of a table names a competency and a kind of gap: with evidence alone, it may list who has a skill. */
function namesGaps(head: readonly string[], { vocabulary: { columns } }: AssembleContext): boolean {
  const { competency, kind } = columns;
  const names = head.map(normalizeHeading);
  const hasSkill = names.some((name) => competency.includes(name));
  return hasSkill && head.some((cell) => isNamedBy(cell, kind));
}

/** Whether a body may hold a table of gaps, so that it is worth parsing. */
export function mayHaveGapTable(body: string, context: AssembleContext): boolean {
  return tableHeads(body).some((head) => namesGaps(head, context));
}

/** The rows of a table of gaps, by what their columns are for; none of a table that lists something else. */
export function tabledGapRows(
  block: Block,
  kind: SectionKind | null,
  context: AssembleContext,
): readonly Cells[] {
  if (block.type !== "table" || kind === "actions" || kind === "escalations") return [];
  const head = block.head.map(({ text }) => text);
  return namesGaps(head, context) ? namedRows(block, "competency", context) : [];
}

/** The gaps that tables of the body list: rows with a competency and a kind that the taxonomy has. */
export function tabledGaps(
  sections: readonly KnownSection[],
  context: AssembleContext,
): readonly Gap[] {
  const { competencies, kinds } = context.taxonomy;
  const rows = sections.flatMap(({ kind, blocks }) =>
    blocks.flatMap((block) => tabledGapRows(block, kind, context)),
  );
  return rows.flatMap((cells): readonly Gap[] => {
    const competency = cellFact(cells, "competency", competencies);
    const kind = cellFact(cells, "kind", kinds);
    const isOther = kind !== null && !findTerm(kinds, kind.value);
    if (!competency || isOther || !findTerm(competencies, competency.value)) return [];
    return [
      {
        competency,
        kind,
        team: ownerFact(cells, context),
        phase: null,
        evidence: cellFact(cells, "evidence"),
        confirmed: true,
        source: rangeSource(competency.source.range),
      },
    ];
  });
}
