import { UsageError } from "../../core/errors.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { SMALL_SERVICES, SMALL_TEAMS, UNLISTED } from "../../core/settings/stand-in-names.ts";
import type { Cell, Column, Report, Section } from "../../core/table.ts";
import { findTerm, type Taxonomy, type Term, TERM_LIST_NAMES } from "../../core/taxonomy.ts";
import { isoDate } from "../../core/time/calendar.ts";
import { phaseDuration } from "../../core/time/durations.ts";
import { minutesText } from "../../core/time/minutes-text.ts";
import { WITHHELD_TEAM } from "../shared/team-label.ts";
import { percent } from "../shared/words.ts";
import { meaningOf } from "./meaning-of.ts";

/** Names that stand for several: their files would tell them apart. */
const STAND_INS: readonly string[] = [SMALL_TEAMS, SMALL_SERVICES, UNLISTED, WITHHELD_TEAM];

interface Explained {
  readonly column: Column;
  readonly value: Cell;
}

function asText({ value, column: { type } }: Explained): string | null {
  if (typeof value !== "number")
    return Array.isArray(value) ? value.join(", ") : (value?.toString() ?? null);
  if (type === "minutes") return `${minutesText(value)} (${String(rounded(value))})`;
  return type === "share" ? percent(value) : String(rounded(value));
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

function explainColumns(hasValue: boolean): readonly ColumnOf<Explained>[] {
  return [
    column("key", "Column", "text", 1, (item) => item.column.key),
    column("label", "Heading", "text", 2, (item) => item.column.label),
    ...(hasValue ? [column<Explained>("value", "Value", "text", 1, asText)] : []),
    column("meaning", "How it is computed", "text", 1, (item) => meaningOf(item.column)),
  ];
}

/** A report with its columns explained in place of its rows. */
export function explainedReport(report: Report): Report {
  const sections = report.sections.map(({ key, title, columns }) =>
    tabulate({
      key,
      title,
      columns: explainColumns(false),
      items: columns.map((one) => ({ column: one, value: null })),
      whenEmpty: "It has no columns.",
    }),
  );
  return { ...report, title: `${report.title}: how it is computed`, sections };
}

/** Whether a text of a row is a name, or the id of a competency that is called so. */
function isRow(
  row: readonly Cell[],
  columns: readonly Column[],
  name: string,
  names: ReadonlyMap<string, string>,
): boolean {
  return row.some((cell, at) => {
    const column = columns[at];
    if (column?.type !== "text" || typeof cell !== "string") return false;
    return cell === name || (column.isCompetency === true && names.get(cell) === name);
  });
}

function fileColumns(timeZone: string): readonly ColumnOf<Postmortem>[] {
  return [
    { ...column<Postmortem>("file", "File", "text", 1, ({ path }) => path), isPath: true },
    column("title", "Title", "text", 2, ({ title }) => title?.value ?? null),
    column("date", "Date", "date", 1, ({ milestones: { started } }) =>
      started ? isoDate(started.value, timeZone) : null,
    ),
    column("severity", "Severity", "text", 2, ({ severity }) => severity?.value ?? null),
    ...(["detect", "diagnose", "mitigate", "resolve"] as const).map((phase) =>
      column<Postmortem>(
        `time_to_${phase}_minutes`,
        `To ${phase}`,
        "minutes",
        phase === "diagnose" ? 1 : 3,
        (incident) => phaseDuration(incident, phase)?.value ?? null,
      ),
    ),
    competencyColumn("gaps", "Gaps", "list", 1, ({ gaps }) =>
      gaps.map(({ competency }) => competency.value),
    ),
  ];
}

function rowSections(
  section: Section,
  at: number,
  postmortems: readonly Postmortem[],
  timeZone: string,
): readonly Section[] {
  const { columns, rows, members, places } = section;
  const row = rows[at] ?? [];
  const paths = members?.[at] ?? places?.[at]?.map(({ path }) => path) ?? [];
  return [
    tabulate({
      key: `${section.key}_row`,
      title: section.title,
      columns: explainColumns(true),
      items: columns.map((one, index) => ({ column: one, value: row[index] ?? null })),
      whenEmpty: "",
    }),
    tabulate({
      key: `${section.key}_files`,
      title: "Files that it counts",
      columns: fileColumns(timeZone),
      items: postmortems.filter(({ path }) => paths.includes(path)),
      whenEmpty: "The files behind a row of this table are not known, or would reveal small teams.",
    }),
  ];
}

/** The ids of terms that have a name or an alias. */
function idsCalled(name: string, taxonomy: Taxonomy): readonly string[] {
  const lists: readonly (readonly Term[])[] = TERM_LIST_NAMES.map((list) => taxonomy[list]);
  return [...new Set(lists.flatMap((terms) => findTerm(terms, name)?.id ?? []))];
}

/**
 * One row of a report with each value explained, and the files that it counts.
 * @param name a text of the row, such as the id of its competency, or an alias of that
 * @throws {UsageError} where no row has it, or it stands for several that are not shown.
 */
export function explainedRow(
  report: Report,
  name: string,
  postmortems: readonly Postmortem[],
  { timeZone, taxonomy }: { readonly timeZone: string; readonly taxonomy: Taxonomy },
): Report {
  if (STAND_INS.includes(name)) {
    throw new UsageError(
      `${name} stands for several names that are not shown, so its files are not listed`,
    );
  }
  const names = new Map(report.names);
  const rowsOf = (text: string) =>
    report.sections.flatMap((section) =>
      section.rows.flatMap((row, at) => {
        const isHidden = row.some((cell) => typeof cell === "string" && STAND_INS.includes(cell));
        if (isHidden || !isRow(row, section.columns, text, names)) return [];
        return rowSections(section, at, postmortems, timeZone);
      }),
    );
  const own = rowsOf(name);
  const sections = own.length > 0 ? own : idsCalled(name, taxonomy).flatMap(rowsOf);
  if (sections.length === 0) {
    const first = report.sections[0];
    const known = (first?.rows ?? []).flatMap(([cell]) => (typeof cell === "string" ? [cell] : []));
    throw new UsageError(
      `\`pm ${report.name}\` has no row \`${name}\``,
      known.length > 0 ? `It has: ${[...new Set(known)].slice(0, 12).join(", ")}.` : null,
    );
  }
  return { ...report, title: `${report.title}: ${name}`, sections };
}
