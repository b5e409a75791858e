import { dirname, extname, relative, resolve, sep } from "node:path";
import { UsageError } from "../core/errors.ts";
import type { RenderOptions } from "../core/output/render-options.ts";
import type { Chart, Report, Section } from "../core/table.ts";
import { foldName } from "../core/taxonomy.ts";
import { nameMeant } from "../core/text/did-you-mean.ts";
import { calendarText } from "../formats/calendar/ical.ts";
import type { Format } from "../formats/tables/define.ts";
import { findFormat, type FormatName, FORMATS } from "../formats/tables/index.ts";
import { figureKeys } from "../formats/tables/join-figures.ts";
import { plainNames } from "../formats/tables/plain-names.ts";
import { withhold } from "../formats/withhold.ts";
import type { Redact } from "../people/recogniser.ts";
import { readOriginalText } from "../read/read-file.ts";
import { withMarkedPart } from "../write/marked-part.ts";
import type { Io } from "./io.ts";
import { CALENDAR_FORMAT, type OutputOptions, readRepoUrl } from "./options.ts";
import { formatOfOutput, noteOtherEnding, refuseTakenOutput, writeOutput } from "./output.ts";

/** The format that the options ask for, by its name or by the ending of their file. */
export function chooseFormat({ format, output }: OutputOptions): Format<FormatName> {
  if (format !== undefined && format !== CALENDAR_FORMAT) return findFormat(format) ?? FORMATS[0];
  const byEnding = output === undefined ? null : formatOfOutput(output, FORMATS, "format");
  return byEnding ?? FORMATS[0];
}

/** Refuses what would fill a terminal, or a pipe that is read as text, with bytes. */
function refuseBytesWithoutFile({ gives, name, ending }: Format, { output }: OutputOptions): void {
  if (gives === "text" || output !== undefined) return;
  const hint = `Add --output report${ending ?? ""}.`;
  throw new UsageError(`The format ${name} is written to files only`, hint);
}

async function onlySection(report: Report, key: string | undefined): Promise<Report> {
  if (key === undefined) return report;
  const sections = report.sections.filter((section) => section.key === key);
  if (sections.length > 0) return { ...report, sections };
  const { optionAdding } = await import("../reports/optional-sections.ts");
  const option = optionAdding(report.name, key);
  if (option !== null) {
    throw new UsageError(
      `\`pm ${report.name}\` has the section \`${key}\` only with another option`,
      `Add ${option}.`,
    );
  }
  const keys = report.sections.map((section) => section.key).join(", ");
  throw new UsageError(
    `Unknown section \`${key}\` of \`pm ${report.name}\``,
    `Available: ${keys}.`,
  );
}

function chartKeys(chart: Chart): readonly string[] {
  if (chart.kind === "grid") return [chart.row, ...chart.values];
  const { kind, called, ...keys } = chart;
  return Object.values(keys).filter((key) => key !== kind && key !== called);
}

/** A section with the chosen columns alone; for people, with the figures that belong into their cells. */
function withColumns(section: Section, keys: readonly string[], isJoined: boolean): Section | null {
  const { columns, rows, chart, levels, ...rest } = section;
  const chosen = keys.flatMap((key) => columns.filter((column) => column.key === key));
  if (chosen.length === 0) return null;
  const named = chosen.flatMap(figureKeys);
  const joined = columns.filter(
    ({ key }) => isJoined && named.includes(key) && !keys.includes(key),
  );
  const kept = [...chosen, ...joined];
  const places = kept.map((column) => columns.indexOf(column));
  const isDrawn = chart && chartKeys(chart).every((key) => kept.some((one) => one.key === key));
  return {
    ...rest,
    columns: kept.map((column) => ({ ...column, priority: 1 })),
    rows: rows.map((row) => places.map((at) => row[at] ?? null)),
    ...(levels && places[0] === 0 ? { levels } : {}),
    ...(isDrawn ? { chart } : {}),
  };
}

/** The report with the columns of `--columns`, in their order. Throws a UsageError for unknown ones. */
function onlyColumns(report: Report, { columns: asked }: OutputOptions, isJoined: boolean): Report {
  if (asked === undefined) return report;
  const keys = [...new Set(asked)];
  const columns = report.sections.flatMap((section) => section.columns);
  const known = [...new Set(columns.map(({ key }) => key))];
  const unknown = keys.find((key) => !known.includes(key));
  if (unknown !== undefined) {
    // People type what stands above a column.
    const named = columns.find(({ label }) => foldName(label) === foldName(unknown))?.key;
    const near = named ?? nameMeant(unknown, known);
    const hint = near === null ? `Available: ${known.join(", ")}.` : `Did you mean \`${near}\`?`;
    throw new UsageError(`Unknown column \`${unknown}\` of \`pm ${report.name}\``, hint);
  }
  const sections = report.sections.flatMap((one) => withColumns(one, keys, isJoined) ?? []);
  return { ...report, sections };
}

function limited(section: Section, limit: number | undefined): Section {
  const more = limit === undefined ? 0 : section.rows.length - limit;
  if (more <= 0) return section;
  const note = `${more} more ${more === 1 ? "row" : "rows"} not shown (--limit ${limit ?? 0}).`;
  return { ...section, rows: section.rows.slice(0, limit), notes: [...section.notes, note] };
}

/** Says on standard error what a format without notes leaves out. */
async function writeOmissions(
  report: Report,
  format: string,
  io: Io,
  redact: Redact,
): Promise<void> {
  const [written, ...others] = report.sections;
  const keys = others.map(({ key }) => key).join(", ");
  const notes = [
    ...(written?.rows.length === 0 ? [written.whenEmpty] : []),
    ...(written?.notes ?? []),
    ...report.notes,
    ...(others.length > 0
      ? [
          `${format} holds one table, ${written?.key ?? ""}; choose another with --section: ${keys}.`,
        ]
      : []),
  ];
  for (const note of notes) await io.note(redact(note));
}

/** How the output looks; links are relative to its file, or to the current folder for standard output. */
function lookFor(options: OutputOptions, io: Io): RenderOptions {
  const { output, charts, wide, columns } = options;
  const folder = output === undefined ? io.cwd : dirname(resolve(io.cwd, output));
  const repoUrl = readRepoUrl(options);
  const links = {
    linkTo: (path: string) => relative(folder, resolve(io.cwd, path)).split(sep).join("/"),
    ...(repoUrl === undefined ? {} : { repoUrl }),
    ...(charts === false ? { charts } : {}),
    ...(options.excel ? ({ isForExcel: true } as const) : {}),
    ...(wide === true || columns !== undefined ? { isWide: true as const } : {}),
  };
  if (output !== undefined) return { color: false, width: null, isFile: true, ...links };
  const look = wide === true ? { ...io.look(), width: null } : io.look();
  return { ...look, ...(io.isTerminal ? { isTerminal: true } : {}), ...links };
}

/** Whether the options ask for a calendar, which is none of the formats of a table. */
export function isCalendar({ format, output }: OutputOptions): boolean {
  if (format !== undefined) return format === CALENDAR_FORMAT;
  return output !== undefined && extname(output) === `.${CALENDAR_FORMAT}`;
}

/** Whether the output shows where facts are written. Throws a UsageError for a format that nothing writes. */
export function showsPlaces(options: OutputOptions): boolean {
  return !isCalendar(options) && chooseFormat(options).showsPlaces === true;
}

/** What is due on which day, as a calendar. Throws a UsageError for a report that has no such days. */
function calendarOf({ name, calendar }: Report, redact: Redact): string {
  if (calendar === undefined) {
    throw new UsageError(`pm ${name} has no due dates for a calendar`, "Use pm actions.");
  }
  const events = calendar.events.map(({ summary, description, ...event }) => {
    return { ...event, summary: redact(summary), description: description.map(redact) };
  });
  return calendarText(events, calendar.asOf);
}

/**
 * Refuses, before any document is read, to replace a file; a page with marks may be written into.
 * @throws {UsageError} where one is in the way and `--force` is not given, or no format has its ending.
 */
export async function refuseTaken(options: OutputOptions, io: Io): Promise<void> {
  const { output } = options;
  if (output === undefined) return;
  const isPage = !isCalendar(options) && chooseFormat(options).name === "markdown";
  const page = isPage ? await readOriginalText(resolve(io.cwd, output)) : null;
  if (page !== null && withMarkedPart(page.text, "", output) !== null) return;
  await refuseTakenOutput(options, io);
}

/** Writes a page, or its part between marks of a page that people began; the rest of that stays. */
async function writePage(
  output: string,
  content: string,
  options: OutputOptions,
  io: Io,
): Promise<void> {
  const page = await readOriginalText(resolve(io.cwd, output));
  const whole = page && withMarkedPart(page.text, content, output);
  if (page === null || whole === null) return writeOutput(output, content, options, io);
  return writeOutput(output, page.encode(whole), { force: true }, io);
}

/**
 * Writes a report as its options ask: to standard output, or to a file in one piece.
 * @param redact what withholds people in the texts of its project.
 */
export async function deliver(
  report: Report,
  redact: Redact,
  options: OutputOptions,
  io: Io,
): Promise<void> {
  if (isCalendar(options)) {
    const text = calendarOf(report, redact);
    if (options.output === undefined) await io.result(text);
    else await writeOutput(options.output, text, options, io);
    return;
  }
  const format = chooseFormat(options);
  if (options.excel && format.name !== "csv") {
    throw new UsageError("--excel needs --format csv, or an --output that ends in .csv");
  }
  refuseBytesWithoutFile(format, options);
  await noteOtherEnding(format, options.output, FORMATS, io);
  const isForPeople = format.readers === "people";
  const named = isForPeople ? plainNames(report) : report;
  const chosen = onlyColumns(await onlySection(named, options.section), options, isForPeople);
  const limitedReport = {
    ...chosen,
    sections: chosen.sections.map((section) => limited(section, options.limit)),
  };
  const content = await format.render(withhold(limitedReport, redact), lookFor(options, io));
  if (format.sections === "one") await writeOmissions(limitedReport, format.name, io, redact);
  if (options.output === undefined) {
    if (typeof content === "string") await io.result(content);
    return;
  }
  if (format.name === "markdown" && typeof content === "string") {
    await writePage(options.output, content, options, io);
  } else await writeOutput(options.output, content, options, io);
}
