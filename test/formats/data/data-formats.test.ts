import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import type { DataRows, Field, FieldType } from "../../../src/core/output/data-table.ts";
import { csv } from "../../../src/formats/data/csv.ts";
import { DATA_FORMATS } from "../../../src/formats/data/index.ts";
import { jsonl } from "../../../src/formats/data/jsonl.ts";
import { parquet } from "../../../src/formats/data/parquet.ts";

const column = (name: string, type: FieldType): Field => {
  return { name, type, unit: null, description: "" };
};

const DATA: DataRows = {
  fields: [
    column("text", "text"),
    column("integer", "integer"),
    column("number", "number"),
    column("boolean", "boolean"),
    column("date", "date"),
    column("instant", "instant"),
  ],
  rows: [
    ["Überlast, „heute“ 🚒", 1_774_915_200_123, 60.5, true, "2026-03-14", 1_774_915_200_123],
    [null, null, null, null, null, null],
    ["=1+1", -1, 0.1, false, "1969-12-31", -1],
    [" @SUM(A1)\n\u001b[31m\u202e", 0, 0, false, "2026-01-01", 0],
  ],
};

function readParquet(bytes: Uint8Array): Promise<readonly unknown[]> {
  return parquetReadObjects({ file: new Uint8Array(bytes).buffer });
}

describe("parquet", () => {
  test("gives back what was written", async () => {
    const rows = await readParquet(await parquet.render(DATA));
    expect(rows[0]).toEqual({
      ...{ text: "Überlast, „heute“ 🚒", integer: 1_774_915_200_123n, number: 60.5, boolean: true },
      date: new Date("2026-03-14"),
      instant: new Date(1_774_915_200_123),
    });
    expect(Object.values(Object(rows[1]) as object)).toEqual(Array(6).fill(null));
    expect(rows[2]).toMatchObject({ text: "=1+1", integer: -1n, date: new Date("1969-12-31") });
    expect(rows[3]).toMatchObject({ text: DATA.rows[3]?.[0], instant: new Date(0) });
  });

  test("of no rows has its columns", async () => {
    const { parquetMetadata } = await import("hyparquet");
    const bytes = await parquet.render({ ...DATA, rows: [] });
    expect(await readParquet(bytes)).toEqual([]);
    const { schema } = parquetMetadata(new Uint8Array(bytes).buffer);
    expect(schema.slice(1).map(({ name }) => name)).toEqual(DATA.fields.map(({ name }) => name));
  });
});

test("jsonl has one object a line, and no unseen characters", async () => {
  const text = await jsonl.render(DATA);
  expect(text.split("\n")).toHaveLength(5);
  expect(JSON.parse(text.split("\n")[0] ?? "")).toEqual({
    ...{ text: "Überlast, „heute“ 🚒", integer: 1_774_915_200_123, number: 60.5, boolean: true },
    ...{ date: "2026-03-14", instant: "2026-03-31T00:00:00.123Z" },
  });
  // Bytes that steer a terminal are escaped, and read back the same.
  for (const unseen of ["\u001b", "\u202e"]) expect(text).not.toContain(unseen);
  expect(JSON.parse(text.split("\n")[3] ?? "")).toMatchObject({ text: DATA.rows[3]?.[0] });
});

test("csv leaves no formula where a spreadsheet would run it", async () => {
  expect(await csv.render(DATA)).toBe(
    [
      "text,integer,number,boolean,date,instant",
      '"Überlast, „heute“ 🚒",1774915200123,60.5,true,2026-03-14,2026-03-31T00:00:00.123Z',
      ",,,,,",
      "'=1+1,-1,0.1,false,1969-12-31,1969-12-31T23:59:59.999Z",
      "'@SUM(A1) \\u{1b}[31m\\u{202e},0,0,false,2026-01-01,1970-01-01T00:00:00.000Z",
      "",
    ].join("\n"),
  );
});

test.each(DATA_FORMATS)("$name gives the same bytes twice", async ({ render }) => {
  expect(await render(DATA)).toEqual(await render(DATA));
});
