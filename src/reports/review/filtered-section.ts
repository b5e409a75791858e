import type { Cell, Section } from "../../core/table.ts";

/**
 * A section with some of its rows, and a note that says where the others are.
 * @param holds whether a row stays, by its cells.
 * @param none what is said where no row stays.
 */
export function onlyRows(
  section: Section,
  holds: (cellOf: (key: string) => Cell) => boolean,
  where: string,
  none: string,
): Section {
  const { columns, rows, places, levels, members } = section;
  const kept = rows.flatMap((row, at) => {
    const cellOf = (key: string) => row[columns.findIndex((one) => one.key === key)] ?? null;
    return holds(cellOf) ? [at] : [];
  });
  const pick = <T>(all: readonly T[]): readonly T[] => all.filter((_, at) => kept.includes(at));
  const more = rows.length - kept.length;
  return {
    ...section,
    rows: pick(rows),
    ...(places ? { places: pick(places) } : {}),
    ...(levels ? { levels: pick(levels) } : {}),
    ...(members ? { members: pick(members) } : {}),
    ...(kept.length === 0 && more > 0 ? { whenEmpty: none } : {}),
    notes: more > 0 ? [...section.notes, `${more} more: see ${where}.`] : section.notes,
  };
}
