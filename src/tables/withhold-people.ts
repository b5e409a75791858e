import { compareText } from "../core/compare.ts";
import type { Redact } from "../people/recogniser.ts";
import type { Table } from "./define.ts";
import type { TableFile } from "./files.ts";

/** The values of columns that are part of a key. */
function keyValues(files: readonly TableFile[], tables: readonly Table[]): ReadonlySet<string> {
  const columns = new Set(tables.flatMap(({ key }) => key));
  return new Set(
    files
      .flatMap(({ fields, rows }) => {
        const places = fields.flatMap(({ name }, at) => (columns.has(name) ? [at] : []));
        return rows.flatMap((row) => places.map((at) => row[at]));
      })
      .flatMap((value) => (typeof value === "string" ? [value] : [])),
  );
}

/** For each key that names a person, one that does not; no two keys become one. */
function keysWithoutPeople(keys: ReadonlySet<string>, redact: Redact): ReadonlyMap<string, string> {
  const shown = [...keys].toSorted(compareText).map((key) => ({ key, without: redact(key) }));
  const taken = new Set(shown.flatMap(({ key, without }) => (key === without ? [key] : [])));
  const changed = shown.filter(({ key, without }) => key !== without);
  return new Map(
    changed.map(({ key, without }) => {
      let unique = without;
      for (let number = 2; taken.has(unique); number += 1) unique = `${without}~${number}`;
      taken.add(unique);
      return [key, unique];
    }),
  );
}

/**
 * Tables with people withheld from every text. Keys stay unique, and the same key stays the same in every
 * table, so that joins hold.
 */
export function withholdPeople(
  files: readonly TableFile[],
  tables: readonly Table[],
  redact: Redact,
): readonly TableFile[] {
  const keys = keysWithoutPeople(keyValues(files, tables), redact);
  return files.map((file) => ({
    ...file,
    rows: file.rows.map((row) =>
      row.map((value) => (typeof value === "string" ? (keys.get(value) ?? redact(value)) : value)),
    ),
  }));
}
