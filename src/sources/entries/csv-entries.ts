import { parse } from "csv-parse";
import type { Result } from "../../core/result.ts";
import type { ReadOrder } from "../../core/time/calendar.ts";
import { CSV_LIST, type Entry, type ReadContext } from "../define.ts";
import { columnsOf, type CsvParts } from "./csv-columns.ts";
import type { EntryParser } from "./entry-parser.ts";

/** A row longer than this is no row: a quotation mark was never closed. */
const LONGEST_ROW = 100_000;
const DELIMITERS = [",", ";", "\t", "|"] as const;
/** What spreadsheets write as a first line of its own: `sep=;`. */
const SEPARATOR_LINE = /^sep=(?<sign>[,;\t|])\s*$/i;

/** A row of a CSV by what its columns hold. */
interface CsvRow extends CsvParts<string> {
  /** How day and month follow each other in the dates of the file. */
  readonly order: ReadOrder | null;
}

/** The beginning of a file as text; spreadsheets also write UTF-16. */
function textOf(start: Uint8Array): string {
  const bytes = Buffer.from(start);
  return bytes
    .toString(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf16le" : "utf8")
    .replace(/^\uFEFF/, "");
}

/** The delimiter that the first line has most often outside of quotation marks. */
function delimiterOf(start: string): string {
  const [first = ""] = start.split(/[\r\n]/, 1);
  const named = SEPARATOR_LINE.exec(first)?.groups?.["sign"];
  if (named !== undefined) return named;
  const header = first.replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** The cells of a row. A last column takes what has delimiters and no quotation marks. */
function cellsOf(width: number, cells: readonly string[], delimiter: string): readonly string[] {
  const joined = [...cells.slice(0, width - 1), cells.slice(width - 1).join(delimiter)];
  return joined.map((cell) => cell.trim());
}

function rowOf(
  columns: CsvParts<number>,
  cells: readonly string[],
  order: ReadOrder | null,
): CsvRow {
  const at = (place: number | null) => (place === null ? null : (cells[place] ?? ""));
  const filled = (places: readonly number[]) =>
    places.flatMap((place) => (cells[place] ? [cells[place]] : []));
  return {
    ...{ time: at(columns.time) ?? "", date: at(columns.date), link: at(columns.link) },
    ...{ texts: filled(columns.texts), people: filled(columns.people) },
    ...{ service: at(columns.service), environment: at(columns.environment) },
    ...{ status: at(columns.status), zone: columns.zone, order },
  };
}

function isRow(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((cell) => typeof cell === "string");
}

/** How the rows of a CSV are cut and read. */
interface RowReading {
  readonly delimiter: string;
  readonly order: ReadOrder | null;
  readonly needsText: boolean;
  readonly emit: (entry: Entry) => void;
}

/** The rows of a CSV as they come. */
function rowStream({ delimiter, order, needsText, emit }: RowReading) {
  const rows = parse({
    bom: true,
    delimiter,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  let header: { readonly width: number; readonly columns: Result<CsvParts<number>> } | null = null;
  rows.on("data", (cells: unknown) => {
    if (!isRow(cells)) return;
    if (header === null) {
      if (SEPARATOR_LINE.test(cells.join(delimiter))) return;
      header = { width: cells.length, columns: columnsOf(cells, needsText) };
      return;
    }
    const { width, columns } = header;
    if (!columns.ok) return;
    emit({ list: CSV_LIST, value: rowOf(columns.value, cellsOf(width, cells, delimiter), order) });
  });
  const ended = new Promise<string | null>((resolve) => {
    rows.once("end", () => {
      resolve(null);
    });
    rows.once("error", ({ message }) => {
      resolve(message);
    });
  });
  const useless = () => {
    const columns = header?.columns;
    return columns?.ok === false ? { useless: columns.why } : {};
  };
  return { rows, ended, useless };
}

type CsvContext = Pick<ReadContext, "times" | "areDeploys">;

/**
 * Reads a CSV from its chunks and tells of each row by what its columns hold. Cells stand between commas,
 * semicolons, tabs or bars, as in the first line.
 */
export function csvEntries(
  emit: (entry: Entry) => void,
  { times: { orderIn }, areDeploys = false }: CsvContext,
): EntryParser {
  let stream: ReturnType<typeof rowStream> | null = null;
  const begun = (chunk: Uint8Array) => {
    const start = textOf(chunk);
    return rowStream({
      delimiter: delimiterOf(start),
      order: orderIn(start),
      needsText: !areDeploys,
      emit,
    });
  };
  return {
    write: (chunk) => {
      stream ??= begun(chunk);
      if (!stream.rows.destroyed) stream.rows.write(chunk);
    },
    end: async () => {
      if (stream === null) return { cut: null };
      if (!stream.rows.destroyed) stream.rows.end();
      return { cut: await stream.ended, ...stream.useless() };
    },
  };
}
