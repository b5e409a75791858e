import type { Cell, ColumnType, Section } from "../core/table.ts";
import { printable } from "../core/text/printable.ts";

/** What an engine gives back; bigint and Date are as its client has them, decimals may be texts. */
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

const DECIMAL = /^-?\d+(?:\.\d+)?$/;
/** A number holds as many digits of any decimal. */
const EXACT_DIGITS = 15;

/** A value as a number; null where a number would hold another one, or none. */
function exactNumber(value: unknown): number | null {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string" || !DECIMAL.test(value)) return null;
  const digits = value.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length <= EXACT_DIGITS ? Number(value) : null;
}

const NUMBERS: ReadonlySet<ColumnType> = new Set(["count", "number", "minutes", "share"]);

/** The types of columns; numbers that would be rounded stay texts, all of their column. */
function typesOf({ columns, rows }: SqlResult): readonly ColumnType[] {
  return columns.map((column, at) => {
    const type = columnType(column);
    const isExact = (value: unknown) =>
      value === null || value === undefined || exactNumber(value) !== null;
    return NUMBERS.has(type) && !rows.every((row) => isExact(row[at])) ? "text" : type;
  });
}

function cellOf(value: unknown, type: ColumnType): Cell {
  if (value === null || value === undefined) return null;
  if (NUMBERS.has(type)) return exactNumber(value);
  if (value instanceof Date) return value.toISOString().slice(0, type === "date" ? 10 : undefined);
  if (typeof value === "bigint" || typeof value === "number") return String(value);
  if (type === "list" && Array.isArray(value)) return value.map(textOf);
  return textOf(value);
}

/**
 * A result as a table. Where it is wider than a terminal, columns at its end are left out, as the table
 * says; whole numbers beyond 2^53 and long decimals are texts.
 */
export function resultSection(key: string, title: string, result: SqlResult): Section {
  const { columns, rows } = result;
  const types = typesOf(result);
  return {
    ...{ key, title, whenEmpty: "No row.", notes: [] },
    columns: columns.map(({ name }, at) => {
      return {
        key: name,
        label: printable(name),
        type: types[at] ?? "text",
        priority: at === 0 ? 1 : 2,
      };
    }),
    rows: rows.map((row) => row.map((value, at) => cellOf(value, types[at] ?? "text"))),
  };
}
