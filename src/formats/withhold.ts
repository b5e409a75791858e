import type { Cell, Column, Place, Report, Section } from "../core/table.ts";
import { type Redact, WITHHELD } from "../people/recogniser.ts";

function redactCell(cell: Cell, redact: Redact): Cell {
  if (typeof cell === "string") return redact(cell);
  return typeof cell === "object" && cell !== null ? cell.map((text) => redact(text)) : cell;
}

function redactColumn(column: Column, redact: Redact): Column {
  return { ...column, label: redact(column.label) };
}

function redactPlace(place: Place, redact: Redact): Place {
  return { ...place, path: redact(place.path) };
}

function redactSection(section: Section, redact: Redact): Section {
  const { finding, places } = section;
  return {
    ...section,
    ...(finding === undefined ? {} : { finding: redact(finding) }),
    ...(places === undefined
      ? {}
      : { places: places.map((some) => some.map((place) => redactPlace(place, redact))) }),
    title: redact(section.title),
    columns: section.columns.map((column) => redactColumn(column, redact)),
    rows: section.rows.map((row) => row.map((cell) => redactCell(cell, redact))),
    whenEmpty: redact(section.whenEmpty),
    notes: section.notes.map((text) => redact(text)),
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

function namesIn(cell: Cell, redact: Redact): boolean {
  if (typeof cell === "string") return redact(cell).includes(WITHHELD);
  return JSON.stringify(redactCell(cell, redact)).includes(WITHHELD);
}

/** One sentence on how many places were redacted; null where none was. */
function withheldNote(report: Report, redact: Redact): string | null {
  const { cells, texts } = partsOf(report);
  const inCells = cells.filter((cell) => namesIn(cell, redact)).length;
  const places = inCells + texts.filter((text) => namesIn(text, redact)).length;
  if (places === 0) return null;
  const noun = places === inCells ? "cell" : "place";
  const names = places === 1 ? "the name is" : "the names are";
  return `${places} ${noun}${places === 1 ? "" : "s"} named a person; ${names} withheld.`;
}

/**
 * The report without what `redact` withholds, and with a note that says so. Texts of documents come
 * redacted: this is for what else may name a person, such as a path or a name of the taxonomy.
 */
export function withhold(report: Report, redact: Redact): Report {
  const note = withheldNote(report, redact);
  if (note === null) return report;
  return {
    ...report,
    title: redact(report.title),
    subtitle: redact(report.subtitle),
    sections: report.sections.map((section) => redactSection(section, redact)),
    notes: [
      ...report.notes.map((text) => redact(text)),
      ...(report.notes.includes(note) ? [] : [note]),
    ],
  };
}
