import type { ColumnKind } from "../../core/document/body-parts.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { normalizeHeading } from "../written/phrases.ts";

/** The columns of a table of actions that a list may name too, in the order in which they are tried. */
export const ACTION_COLUMNS = [
  "owner",
  "due",
  "status",
  "done",
  "competency",
  "ticket",
  "priority",
  "type",
] as const satisfies readonly ColumnKind[];
export type ActionColumn = (typeof ACTION_COLUMNS)[number];

/** What a line calls the value behind its colon: "Owner" in "Owner: core"; null for a line without one. */
export function lineLabel(text: string): string | null {
  const [, label] = /^([^:：]{2,30}?)\s*[:：]+\s*\S/.exec(text) ?? [];
  return label ?? null;
}

/** The column that a label names; null where it names none. */
export function namedColumn(label: string, { columns }: Vocabulary): ActionColumn | null {
  const folded = normalizeHeading(label);
  return ACTION_COLUMNS.find((column) => columns[column].includes(folded)) ?? null;
}

/** Whether the head of a column says that it holds actions: by all of its words, or by the last, "Proposed action". */
export function namesActions(head: string, { columns, headings }: Vocabulary): boolean {
  const name = normalizeHeading(head);
  const noun = name.slice(name.lastIndexOf(" ") + 1);
  const { actions } = headings;
  return columns.action.includes(name) || actions.includes(noun) || actions.includes(`${noun}s`);
}
