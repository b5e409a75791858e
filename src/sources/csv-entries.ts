import { parse } from "csv-parse";
import { CSV_LIST, type Entry } from "./define.ts";
import type { EntryParser } from "./entry-parser.ts";

/** A row longer than this is no row: a quotation mark was never closed. */
const LONGEST_ROW = 100_000;
const DELIMITERS = [",", ";", "\t"] as const;

/** The delimiter that the first line has most often. */
function delimiterOf(start: Uint8Array): string {
  const [header = ""] = Buffer.from(start).toString("utf8").split("\n", 1);
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** A row by the names of its columns. A last column takes what has delimiters and no quotation marks. */
function rowOf(header: readonly string[], cells: readonly string[], delimiter: string): unknown {
  const last = header.length - 1;
  const joined = [...cells.slice(0, last), cells.slice(last).join(delimiter)];
  return Object.fromEntries(header.map((name, index) => [name, (joined[index] ?? "").trim()]));
}

function isRow(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((cell) => typeof cell === "string");
}

/** The rows of a CSV as they come. */
function rowStream(delimiter: string, emit: (entry: Entry) => void) {
  const rows = parse({
    bom: true,
    delimiter,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  let header: readonly string[] | null = null;
  rows.on("data", (cells: unknown) => {
    if (!isRow(cells)) return;
    if (header === null) header = cells.map((name) => name.trim().toLowerCase());
    else emit({ list: CSV_LIST, value: rowOf(header, cells, delimiter) });
  });
  const ended = new Promise<string | null>((resolve) => {
    rows.once("end", () => {
      resolve(null);
    });
    rows.once("error", ({ message }) => {
      resolve(message);
    });
  });
  return { rows, ended };
}

/**
 * Reads a CSV from its chunks and tells of each row, as an object by the names of its columns. Cells
 * stand between commas, semicolons or tabs, as in the first line.
 */
export function csvEntries(emit: (entry: Entry) => void): EntryParser {
  let stream: ReturnType<typeof rowStream> | null = null;
  return {
    write: (chunk) => {
      stream ??= rowStream(delimiterOf(chunk), emit);
      if (!stream.rows.destroyed) stream.rows.write(chunk);
    },
    end: async () => {
      if (stream === null) return null;
      if (!stream.rows.destroyed) stream.rows.end();
      return stream.ended;
    },
  };
}
