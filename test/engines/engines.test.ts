import { spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Window } from "../../src/core/time/window.ts";
import { dialectOf } from "../../src/sql/dialects.ts";
import { runOnDuckDb } from "../../src/sql/duckdb.ts";
import { SQL_REPORTS, type SqlReport } from "../../src/sql/report-sql.ts";
import type { SqlResult } from "../../src/sql/result.ts";
import { seededRandom } from "../../src/statistics/random.ts";
import {
  exported,
  generatedFolder,
  rowsOfReport,
  rowsOfResult,
  sharedCells,
  sqlOf,
  type Warehouse,
} from "../sql/compare.ts";
import { ROOT } from "../support/root.ts";

const DOCUMENTS = 500;
/** Longer statements make engines slow to read them. */
const ROWS_AT_ONCE = 200;
const WINDOW: Window = {
  ...{ since: Date.parse("2026-01-01T00:00Z"), until: Date.parse("2026-07-01T00:00Z") },
  prior: { since: Date.parse("2025-07-01T00:00Z"), until: Date.parse("2026-01-01T00:00Z") },
};
const PYTHON = process.env["PYTHON"] ?? "python3";
const SPARK_MASTER = process.env["SPARK_MASTER"] ?? "local-cluster[2,1,1024]";

let folder = "";
let warehouses: readonly Warehouse[] = [];

beforeAll(async () => {
  folder = await generatedFolder(DOCUMENTS, seededRandom(7));
  warehouses = await Promise.all([exported(join(ROOT, "examples")), exported(folder)]);
}, 120_000);

afterAll(async () => {
  await Promise.all(warehouses.map(({ remove }) => remove()));
  await rm(folder, { recursive: true, force: true });
});

/** The types of engines by the names that DuckDB has for them. */
function duckDbType(type: string): string {
  const inner = /^Nullable\((.*)\)$/.exec(type)?.[1] ?? type;
  if (/^(?:U?Int\d+|bigint|integer|int)$/.test(inner)) return "BIGINT";
  if (/^(?:Float\d+|double|Decimal.*|decimal.*)$/.test(inner)) return "DOUBLE";
  return /^date/i.test(inner) ? "DATE" : "VARCHAR";
}

function normal({ columns, rows }: SqlResult): SqlResult {
  return {
    columns: columns.map(({ name, type }) => ({ name, type: duckDbType(type) })),
    rows: rows.map((row) =>
      row.map((value, at) => {
        const isNumber = ["BIGINT", "DOUBLE"].includes(duckDbType(columns[at]?.type ?? ""));
        return isNumber && typeof value === "string" ? Number(value) : value;
      }),
    ),
  };
}

function expectSame(report: SqlReport, { query }: Warehouse, result: SqlResult): void {
  const bySql = rowsOfResult(report, normal(result));
  const byReport = rowsOfReport(report, query, WINDOW);
  expect(bySql.size).toBeGreaterThan(5);
  expect(sharedCells(bySql, byReport)).toEqual(sharedCells(byReport, bySql));
}

const quoted = (path: string) => `'${path}'`;

interface Chdb {
  readonly Session: new () => {
    readonly query: (sql: string, format?: string) => string;
    readonly cleanup: () => void;
  };
}

// By a name that the compiler does not follow: the package is installed separately.
const CHDB: string = "chdb";
const chdb = await import(CHDB).then(
  (module: Chdb) => module,
  () => null,
);
const hasSpark = spawnSync(PYTHON, ["-c", "import pyspark"]).status === 0;
const JAVA = process.env["JAVA"] ?? "java";
/** A folder with the jars of Trino and of what it needs: docs/scale.md says how to get them. */
const TRINO_JARS = process.env["TRINO_JARS"];
if (TRINO_JARS === undefined) console.warn("Trino skipped: TRINO_JARS names no folder");
if (chdb === null) console.warn("ClickHouse skipped: npm install --no-save chdb");
if (!hasSpark) console.warn(`Spark skipped: ${PYTHON} -m pip install pyspark (needs Java 17)`);

describe.skipIf(chdb === null)("on ClickHouse, every cell is that of the report", () => {
  test.each(SQL_REPORTS)("%s", async (report) => {
    const { before, view, ...rest } = dialectOf("clickhouse");
    const sql = await sqlOf(report, { before, view, ...rest }, WINDOW);
    for (const warehouse of warehouses) {
      const session = chdb && new chdb.Session();
      if (!session) throw new Error("No session");
      for (const statement of before) session.query(statement);
      for (const { name, files } of warehouse.views) {
        session.query(view?.(name, files.map(quoted).join(", ")) ?? "");
      }
      const answer = JSON.parse(session.query(sql, "JSONCompact")) as {
        readonly meta: SqlResult["columns"];
        readonly data: SqlResult["rows"];
      };
      session.cleanup();
      expectSame(report, warehouse, { columns: answer.meta, rows: answer.data });
    }
  });
});

describe.skipIf(!hasSpark)("on Spark, every cell is that of the report", () => {
  test.each(["examples", "500 generated documents"])("%s", async (name) => {
    const warehouse = warehouses[name === "examples" ? 0 : 1];
    if (!warehouse) throw new Error("No export");
    const dialect = dialectOf("spark");
    const statements = warehouse.views.map(({ name: table, files }) =>
      dialect.view?.(table, files.map(quoted).join(", ")),
    );
    const queries = await Promise.all(SQL_REPORTS.map((one) => sqlOf(one, dialect, WINDOW)));
    const { stdout, stderr } = spawnSync(PYTHON, [join(ROOT, "test/engines/spark.py")], {
      input: JSON.stringify({ master: SPARK_MASTER, statements, queries }),
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      // Driver and workers speak to each other on this machine alone.
      env: { ...process.env, PYSPARK_PYTHON: PYTHON, SPARK_LOCAL_IP: "127.0.0.1" },
    });
    const line = stdout.split("\n").find((one) => one.startsWith("RESULT "));
    if (line === undefined) throw new Error(stderr.slice(-3000));
    const results = JSON.parse(line.slice("RESULT ".length)) as readonly SqlResult[];
    for (const [at, report] of SQL_REPORTS.entries()) {
      expectSame(report, warehouse, results[at] ?? { columns: [], rows: [] });
    }
  });
});

/** A value as SQL writes it. */
function literal(value: unknown, type: string): string {
  if (value === null) return "null";
  if (value instanceof Date) {
    const at = value.toISOString().replace(/T|Z/g, " ").trim();
    return `${type} '${type === "DATE" ? at.slice(0, 10) : at}'`;
  }
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  return type === "DOUBLE" ? `double '${Number(value)}'` : JSON.stringify(value);
}

/** Statements that make and fill a table, as its Parquet file has it. */
async function fillingOf({ views }: Warehouse, name: string): Promise<readonly string[]> {
  const { columns, rows } = await runOnDuckDb(views, `select * from ${name}`);
  const types = columns.map(({ type }) => type.replace(/ WITH TIME ZONE$/, ""));
  const fields = columns.map((column, at) => `${column.name} ${types[at] ?? ""}`).join(", ");
  const values = rows.map(
    (row) => `(${row.map((value, at) => literal(value, types[at] ?? "")).join(", ")})`,
  );
  const batches = Array.from({ length: Math.ceil(values.length / ROWS_AT_ONCE) }, (_, at) =>
    values.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE),
  );
  const filled = batches.map((batch) => `insert into ${name} values ${batch.join(", ")}`);
  return [`create table ${name} (${fields})`, ...filled];
}

describe.skipIf(TRINO_JARS === undefined)("on Trino, every cell is that of the report", () => {
  test.each(["examples", "500 generated documents"])("%s", async (name) => {
    const warehouse = warehouses[name === "examples" ? 0 : 1];
    if (!warehouse) throw new Error("No export");
    const queries = await Promise.all(
      SQL_REPORTS.map((one) => sqlOf(one, dialectOf("trino"), WINDOW)),
    );
    const tables = warehouse.views.filter(({ name: table }) =>
      queries.some((query) => new RegExp(`\\b${table}\\b`).test(query)),
    );
    const fillings = await Promise.all(tables.map((table) => fillingOf(warehouse, table.name)));
    const { stdout, stderr } = spawnSync(
      JAVA,
      [
        ...["--add-modules=jdk.incubator.vector", "-cp", join(TRINO_JARS ?? "", "*")],
        join(ROOT, "test/engines/Trino.java"),
      ],
      {
        input: JSON.stringify({ statements: fillings.flat(), queries }),
        ...{ encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
      },
    );
    const line = stdout.split("\n").find((one) => one.startsWith("RESULT "));
    if (line === undefined) {
      throw new Error(stdout.split("\n").find((one) => one.startsWith("REFUSED ")) ?? stderr);
    }
    const results = JSON.parse(line.slice("RESULT ".length)) as readonly SqlResult[];
    for (const [at, report] of SQL_REPORTS.entries()) {
      expectSame(report, warehouse, results[at] ?? { columns: [], rows: [] });
    }
  });
});
