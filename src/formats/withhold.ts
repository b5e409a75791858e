import type { Cell, Column, Place, Report, Section } from "../core/table.ts";
import { redactPeople } from "../people/people.ts";

function redactCell(cell: Cell): Cell {
  if (typeof cell === "string") return redactPeople(cell);
  return typeof cell === "object" && cell !== null ? cell.map(redactPeople) : cell;
}

function redactColumn(column: Column): Column {
  return { ...column, label: redactPeople(column.label) };
}

function redactPlace(place: Place): Place {
  return { ...place, path: redactPeople(place.path) };
}

function redactSection(section: Section): Section {
  const { finding, places } = section;
  return {
    ...section,
    ...(finding === undefined ? {} : { finding: redactPeople(finding) }),
    ...(places === undefined ? {} : { places: places.map((some) => some.map(redactPlace)) }),
    title: redactPeople(section.title),
    columns: section.columns.map(redactColumn),
    rows: section.rows.map((row) => row.map(redactCell)),
    whenEmpty: redactPeople(section.whenEmpty),
    notes: section.notes.map(redactPeople),
  };
}

/** The cells of a report, and beside them its other texts. */
function partsOf(report: Report): {
  readonly cells: readonly Cell[];
  readonly texts: readonly string[];
} {
  const { sections } = report;
  return {
    cells: sections.flatMap(({ rows }) => rows.flat()),
    texts: [
      report.title,
      report.subtitle,
      ...sections.flatMap(({ title, whenEmpty, notes, columns, finding, places }) => [
        title,
        whenEmpty,
        ...notes,
        ...(finding === undefined ? [] : [finding]),
        ...(places ?? []).flat().map(({ path }) => path),
        ...columns.map(({ label }) => label),
      ]),
      ...report.notes,
    ],
  };
}

function namesIn(cell: Cell): boolean {
  return JSON.stringify(redactCell(cell)) !== JSON.stringify(cell);
}

/** One sentence on how many places were redacted; null where none was. */
function withheldNote(report: Report): string | null {
  const { cells, texts } = partsOf(report);
  const inCells = cells.filter(namesIn).length;
  const places = inCells + texts.filter(namesIn).length;
  if (places === 0) return null;
  const noun = places === inCells ? "cell" : "place";
  const names = places === 1 ? "the name is" : "the names are";
  return `${places} ${noun}${places === 1 ? "" : "s"} named a person; ${names} withheld.`;
}

/** The report with every e-mail address and handle replaced, and a note that says so. */
export function withhold(report: Report): Report {
  const note = withheldNote(report);
  if (note === null) return report;
  return {
    ...report,
    title: redactPeople(report.title),
    subtitle: redactPeople(report.subtitle),
    sections: report.sections.map(redactSection),
    notes: [...report.notes.map(redactPeople), note],
  };
}
