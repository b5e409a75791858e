import { parse } from "csv-parse";
import { CSV_LIST, type Entry } from "./define.ts";
import type { EntryParser } from "./entry-parser.ts";

/** A row longer than this is no row: a quotation mark was never closed. */
const LONGEST_ROW = 100_000;

/** Reads a CSV from its chunks and tells of each row, as an object by the names of its columns. */
export function csvEntries(emit: (entry: Entry) => void): EntryParser {
  const rows = parse({
    bom: true,
    columns: (header: readonly string[]) => header.map((name) => name.trim().toLowerCase()),
    delimiter: [",", ";", "\t"],
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  rows.on("data", (value: unknown) => {
    emit({ list: CSV_LIST, value });
  });
  const ended = new Promise<string | null>((resolve) => {
    rows.once("end", () => {
      resolve(null);
    });
    rows.once("error", ({ message }) => {
      resolve(message);
    });
  });
  return {
    write: (chunk) => {
      if (!rows.destroyed) rows.write(chunk);
    },
    end: () => {
      if (!rows.destroyed) rows.end();
      return ended;
    },
  };
}
