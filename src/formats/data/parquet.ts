import type { ColumnSource } from "hyparquet-writer";
import type { DataRows, FieldType, FieldValue } from "../../core/output/data-table.ts";
import { defineDataFormat } from "./define.ts";

/** How Parquet has each type; all may be missing. */
const TYPES = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT64" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  date: { type: "INT32", converted_type: "DATE" },
  instant: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
} as const satisfies Record<FieldType, object>;

function stored(type: FieldType, value: FieldValue) {
  if (value === null) return null;
  if (type === "integer" && typeof value === "number") return BigInt(value);
  const isTime = type === "instant" || type === "date";
  return isTime && typeof value !== "boolean" ? new Date(value) : value;
}

/** Parquet with Snappy, readable by DuckDB, ClickHouse, Spark, Trino and BigQuery. */
export const parquet = defineDataFormat({
  name: "parquet",
  summary: "Parquet, for warehouses",
  ending: ".parquet",
  render: async ({ fields, rows }: DataRows) => {
    const { parquetWriteBuffer } = await import("hyparquet-writer");
    const columnData: ColumnSource[] = fields.map(({ name, type }, at) => {
      return { name, data: rows.map((row) => stored(type, row[at] ?? null)) };
    });
    const elements = fields.map(({ name, type }) => {
      return { name, repetition_type: "OPTIONAL" as const, ...TYPES[type] };
    });
    const schema = [{ name: "root", num_children: fields.length }, ...elements];
    const buffer = parquetWriteBuffer({ columnData, schema, createdBy: "postmortem-signal" });
    return new Uint8Array(buffer);
  },
});
