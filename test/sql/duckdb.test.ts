import { writeFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { parquet } from "../../src/formats/data/parquet.ts";
import { csv } from "../../src/formats/tables/csv.ts";
import { table } from "../../src/formats/tables/table.ts";
import { runOnDuckDb } from "../../src/sql/duckdb.ts";
import { resultSection } from "../../src/sql/result.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();
const FIELD = { type: "text", unit: null, description: "" } as const;

beforeEach(async () => {
  const rows = [["a"], ["b"]];
  await writeFile(
    path("it's.parquet"),
    await parquet.render({ fields: [{ ...FIELD, name: "team" }], rows }),
  );
  await put("secret.csv", "a,b\n1,2\n");
});

const views = () => [{ name: "teams", files: [path("it's.parquet")] }];
const run = (sql: string) => runOnDuckDb(views(), sql);

test("gives columns with their types, as a table has them", async () => {
  const result = await run(
    "select count(*) as n, 0.5::double as some_share, 90 as wait_minutes, date '2026-01-02' as day, " +
      "timestamp '2026-01-02 03:04:05' as at, ['x', 'y'] as names, true as is_it, null as nothing, " +
      "1.25::decimal(4,2) as price from teams",
  );
  const { columns, rows } = resultSection("rows", "Rows", result);
  expect(columns.map(({ key, type }) => `${key} ${type}`)).toEqual([
    ...["n count", "some_share share", "wait_minutes minutes", "day date", "at instant"],
    ...["names list", "is_it text", "nothing count", "price number"],
  ]);
  expect(rows).toEqual([
    [2, 0.5, 90, "2026-01-02", "2026-01-02T03:04:05.000Z", ["x", "y"], "true", null, 1.25],
  ]);
});

test("a column that is named after a text of a document steers nothing", async () => {
  const name = "a\u001b[2J\nb";
  const section = resultSection("rows", "Rows", await run(`select 1 as "${name}"`));
  const [column] = section.columns;
  expect(column).toMatchObject({ key: name, label: "a\\u{1b}[2J b" });
  const report = { name: "sql", title: "Query", subtitle: "", sections: [section], notes: [] };
  expect(csv.render(report)).toBe("a\\u{1b}[2J b\n1\n");
});

test("no number is rounded, and what is no number is text", async () => {
  const shown = async (sql: string) => {
    const { columns, rows } = resultSection("rows", "Rows", await run(`select ${sql} as x`));
    return [columns[0]?.type, ...rows.map(([cell]) => cell)];
  };
  const cases: readonly (readonly [string, readonly unknown[]])[] = [
    ["9007199254740991", ["count", 9007199254740991]],
    ["9007199254740993", ["text", "9007199254740993"]],
    ["-12345678901234567890123", ["text", "-12345678901234567890123"]],
    ["unnest([1, 9007199254740993, null])", ["text", "1", "9007199254740993", null]],
    ["sum(1)", ["count", 1]],
    ["1.50::decimal(38,2)", ["number", 1.5]],
    ["12345678901234567.89::decimal(20,2)", ["text", "12345678901234567.89"]],
    ["0.1::double", ["number", 0.1]],
    ["'nan'::double", ["text", "NaN"]],
    ["time '10:00'", ["text", "10:00:00"]],
    ["[1, 2]::integer[]", ["text", "[1,2]"]],
    ["{'a': 9007199254740993}", ["text", '{"a":"9007199254740993"}']],
    ["['a', 'b']", ["list", ["a", "b"]]],
  ];
  for (const [sql, expected] of cases) expect(await shown(sql), sql).toEqual(expected);
});

test("on a narrow terminal, columns at the end are left out and no word is cut", async () => {
  const columns = Array.from(
    { length: 9 },
    (_one, at) => `'networking.tls-certificates' as column_${String(at)}`,
  );
  const section = resultSection("rows", "Rows", await run(`select ${columns.join(", ")}`));
  const report = { name: "sql", title: "Query", subtitle: "", sections: [section], notes: [] };
  const text = table.render(report, { width: 80, color: false });
  expect(text).toBe(
    [
      ...["Query", "", "Rows", ""],
      "column_0                     column_1",
      "───────────────────────────  ───────────────────────────",
      "networking.tls-certificates  networking.tls-certificates",
      "",
      "7 more columns: --wide shows all, --columns chooses, --format csv has them too.",
      "",
    ].join("\n"),
  );
});

test("columns of one name get names of their own", async () => {
  const { columns } = await run("select team, 1 as team from teams");
  expect(new Set(columns.map(({ name }) => name)).size).toBe(2);
});

describe("a query", () => {
  test.each([
    [
      "read another file",
      "select * from read_csv('SECRET')",
      "file system operations are disabled",
    ],
    ["write a file", "copy teams to 'OUT'", "file system operations are disabled"],
    ["load an extension", "install httpfs", "runs queries only"],
    ["change a setting", "set enable_external_access = true", "runs queries only"],
    ["make a table", "create table t as select 1", "runs queries only"],
    ["be two", "select 1; select 2", "Expected one query, not 2"],
    ["be nothing", " ", "Expected one query, not 0"],
    ["be a semicolon", " ;\n", "Expected one query, not 0"],
    ["be wrong", "select nope from teams", 'Referenced column "nope" not found'],
  ])("cannot %s", async (_what, sql, message) => {
    const named = sql.replace("SECRET", path("secret.csv")).replace("OUT", path("out.csv"));
    await expect(run(named)).rejects.toThrow(message);
  });
});

test.each([
  [
    "Cannot find package '@duckdb/node-api' imported from /pm/bin/load.js\nstack",
    "pm sql runs on DuckDB, which is not installed",
    "Install it beside pm: npm install @duckdb/node-api",
  ],
  [
    "Cannot find module '@duckdb/node-bindings-linux-x64'\nRequire stack",
    "pm sql runs on DuckDB, which cannot be loaded here",
    "Cannot find module '@duckdb/node-bindings-linux-x64'. Install it again: npm install @duckdb/node-api",
  ],
])("without DuckDB, the message says how to install it: %s", async (error, message, hint) => {
  const absent = () => Promise.reject(new Error(error));
  await expect(runOnDuckDb(views(), "select 1", absent)).rejects.toMatchObject({ message, hint });
});
