import type { Cell, Column, Section } from "../../core/table.ts";
import { cellText, trimmed } from "./cell-text.ts";

/** A column of a row with its texts: several for a list. */
export interface Field {
  readonly label: string;
  readonly texts: readonly string[];
  /** Whether it is among what decides, and not what explains it. */
  readonly isMain: boolean;
}

/** A row that is read by itself. */
export interface Block {
  readonly heading: string;
  /** The id of what the heading names; null where the row has none. */
  readonly id: string | null;
  readonly fields: readonly Field[];
  /** What most readers can do without. */
  readonly minor: readonly Field[];
}

/** More texts of a list hide what stands below it; the machine formats have all. */
const MOST_TEXTS = 8;

function textsOf(cell: Cell, { type }: Column): readonly string[] {
  const isList = type === "list" && typeof cell === "object" && cell !== null && cell.length > 0;
  if (!isList) return [cellText(cell, type)];
  const texts = cell.map(trimmed);
  if (texts.length <= MOST_TEXTS) return texts;
  return [...texts.slice(0, MOST_TEXTS - 1), `and ${texts.length - MOST_TEXTS + 1} more`];
}

function isNothing(cell: Cell): boolean {
  return cell === null || (Array.isArray(cell) && cell.length === 0);
}

/**
 * The rows of a section as blocks; what is not known of a row, or nothing, is left out of its block.
 * @param section with its figures joined.
 */
export function blocksOf({ columns, rows }: Section): readonly Block[] {
  return rows.map((row): Block => {
    const cells = columns.map((column, at) => ({ column, cell: row[at] ?? null }));
    const [first, second] = cells;
    const hasId = second?.column.isId === true;
    const known = cells.slice(hasId ? 2 : 1).filter(({ cell }) => !isNothing(cell));
    const fieldsOf = (isMinor: boolean) =>
      known
        .filter(({ column }) => (column.priority === 3) === isMinor)
        .map(({ column, cell }) => ({
          label: trimmed(column.label),
          texts: textsOf(cell, column),
          isMain: column.priority === 1,
        }));
    return {
      heading: first ? cellText(first.cell, first.column.type) : "",
      id: hasId && typeof second.cell === "string" ? trimmed(second.cell) : null,
      ...{ fields: fieldsOf(false), minor: fieldsOf(true) },
    };
  });
}

/** Whether most readers can do without a column; not an id, which stands with what it names. */
export function isMinor({ priority, isId }: Column): boolean {
  return priority === 3 && !isId;
}
