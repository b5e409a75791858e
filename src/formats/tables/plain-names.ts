import type { Cell, Column, Report, Section } from "../../core/table.ts";

type Names = ReadonlyMap<string, string>;

function namedCell(cell: Cell, names: Names): Cell {
  if (typeof cell === "string") return names.get(cell) ?? cell;
  return typeof cell === "object" && cell !== null
    ? cell.map((one) => names.get(one) ?? one)
    : cell;
}

/** The column of the ids behind a column of names: the first to give way where there is little room. */
function idColumn({ key, label }: Column): Column {
  return { key: `${key}_id`, label: `${label} id`, type: "text", priority: 3, isId: true };
}

/** Whether a column's ids stand beside their names: not those of lists, nor of what is minor itself. */
function keepsIds({ type, priority }: Column): boolean {
  return type === "text" && priority < 3;
}

function namedSection(section: Section, names: Names): Section {
  const { columns, rows } = section;
  if (!columns.some(({ isCompetency }) => isCompetency)) return section;
  return {
    ...section,
    columns: columns.flatMap((column) =>
      column.isCompetency && keepsIds(column) ? [column, idColumn(column)] : [column],
    ),
    rows: rows.map((row) =>
      columns.flatMap((column, at): readonly Cell[] => {
        const cell = row[at] ?? null;
        if (!column.isCompetency) return [cell];
        const id = typeof cell === "string" && names.has(cell) ? cell : null;
        return keepsIds(column) ? [namedCell(cell, names), id] : [namedCell(cell, names)];
      }),
    ),
  };
}

/**
 * The report as people read it: competencies under their plain names, with their ids in a column of
 * their own behind. The one place that says how a competency is called; programs get the ids.
 */
export function plainNames(report: Report): Report {
  const names = new Map(report.names);
  if (names.size === 0) return report;
  return { ...report, sections: report.sections.map((section) => namedSection(section, names)) };
}
