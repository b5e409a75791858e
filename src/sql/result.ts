import type { Cell, ColumnType, Section } from "../core/table.ts";

/** What an engine gives back; bigint and Date are as its client has them. */
export interface SqlResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly unknown[])[];
}

const WHOLE = /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/;
const FRACTION = /^(?:FLOAT|DOUBLE|DECIMAL.*)$/;

/** The type of a column, by its own and, as in reports, by the unit at the end of its name. */
function columnType({ name, type }: SqlResult["columns"][number]): ColumnType {
  const isNumber = WHOLE.test(type) || FRACTION.test(type);
  if (isNumber && /_minutes(?:_low|_high)?$/.test(name)) return "minutes";
  if (FRACTION.test(type) && /share(?:_low|_high|_median)?$/.test(name)) return "share";
  if (WHOLE.test(type)) return "count";
  if (FRACTION.test(type)) return "number";
  if (type === "DATE") return "date";
  if (type.startsWith("TIMESTAMP")) return "instant";
  return type.endsWith("[]") && type.startsWith("VARCHAR") ? "list" : "text";
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === "bigint" ? String(one) : one,
  );
}

function cellOf(value: unknown, type: ColumnType): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, type === "date" ? 10 : undefined);
  if (typeof value === "number") return value;
  if (type === "list" && Array.isArray(value)) return value.map(textOf);
  return textOf(value);
}

/** A result as a table. */
export function resultSection(key: string, title: string, { columns, rows }: SqlResult): Section {
  const types = columns.map(columnType);
  return {
    ...{ key, title, whenEmpty: "No row.", notes: [] },
    columns: columns.map(({ name }, at) => {
      return { key: name, label: name, type: types[at] ?? "text", priority: 1 };
    }),
    rows: rows.map((row) => row.map((value, at) => cellOf(value, types[at] ?? "text"))),
  };
}
