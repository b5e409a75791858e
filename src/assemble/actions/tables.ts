import type { ColumnKind, SectionKind } from "../../core/document/body-parts.ts";
import type { Block, TableBlock, Text } from "../../parse/body/body.ts";
import type { AssembleContext } from "../context.ts";
import { type Cells, namedRows } from "../sections/cells.ts";
import { isNamedBy, kindOfHeading } from "../written/phrases.ts";
import { namesActions } from "./columns.ts";
import { withoutOtherLinks } from "./links.ts";

/** A column that a table of actions has beside the actions themselves. */
const BESIDE: readonly ColumnKind[] = ["owner", "due", "status", "ticket", "priority"];
/** Where a table with owners and states tells of what was done, not of what is to be done. */
const NEVER: ReadonlySet<SectionKind | null> = new Set([
  "timeline",
  "detection",
  "resolution",
  "escalations",
  "impact",
  "people",
]);
/** What a column without a name of its own may hold: a row's number or id ("AI-3"), signs. */
const NUMBERING = /^[^\p{L}\d]*(?:[a-z]{0,6}[-. ]?\d*)?[^\p{L}\d]*$/iu;

function kindsOf(
  head: readonly Text[],
  { vocabulary }: AssembleContext,
): readonly (ColumnKind | null)[] {
  return head.map(({ text }) => kindOfHeading(text, vocabulary.columns));
}

/** Whether a table tells of actions by its head alone, whatever section it stands in. */
function tellsActions(head: readonly Text[], context: AssembleContext): boolean {
  const kinds = kindsOf(head, context);
  const { actions } = context.vocabulary.headings;
  const isNamed = head.some(({ text }) => isNamedBy(text, actions));
  const isTimed = kinds.includes("time") || kinds.includes("to");
  if (isTimed) return false;
  const isOwned = kinds.includes("owner") && (kinds.includes("due") || kinds.includes("status"));
  const hasAction = head.some(({ text }) => namesActions(text, context.vocabulary));
  if (isOwned && hasAction) return true;
  return isNamed && kinds.some((kind) => kind !== null && BESIDE.includes(kind));
}

/** Whether a table tells of actions by its head alone, and by when each has to be done. */
export function plansActions(head: readonly Text[], context: AssembleContext): boolean {
  return kindsOf(head, context).includes("due") && tellsActions(head, context);
}

/** The column that holds the actions where none is named so: the first that holds texts. */
function unnamedColumn(
  rows: readonly (readonly Text[])[],
  kinds: readonly (ColumnKind | null)[],
): number {
  return kinds.findIndex((kind, index) => {
    const isTaken = kind !== null && !["event", "ticket", "type"].includes(kind);
    return !isTaken && rows.some((row) => !NUMBERING.test(row[index]?.text ?? ""));
  });
}

/** The rows of a table of actions, by what their columns are for. */
export function tableOfActions(
  block: Block,
  kind: SectionKind | null,
  context: AssembleContext,
): readonly Cells[] {
  if (NEVER.has(kind)) return [];
  const isOwn = kind === "actions";
  if (block.type !== "table" || !(isOwn || tellsActions(block.head, context))) return [];
  return rowsOfActions(withoutOtherLinks(block, context.vocabulary), isOwn, context);
}

function rowsOfActions(
  block: TableBlock,
  isOwn: boolean,
  context: AssembleContext,
): readonly Cells[] {
  const named = namedRows(block, "action", context);
  if (named.length > 0 || !isOwn) return named;
  const kinds = kindsOf(block.head, context);
  const column = unnamedColumn(block.rows, kinds);
  if (column === -1) return [];
  return block.rows.map((row) => {
    const cells = row.flatMap((cell, index): readonly (readonly [string, Text])[] => {
      const name = index === column ? "action" : (kinds[index] ?? null);
      return name === null ? [] : [[name, cell]];
    });
    return new Map(cells.toReversed());
  });
}
