import { UsageError } from "../core/errors.ts";
import { dialectOf } from "./dialects.ts";
import type { SqlResult } from "./result.ts";

type DuckDb = typeof import("@duckdb/node-api");

/** The Parquet files of a table. */
export interface TableView {
  readonly name: string;
  /** Absolute paths. */
  readonly files: readonly string[];
}

/** Types whose values are the same in JavaScript. */
const HAS_VALUES =
  /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|BOOLEAN|VARCHAR|DATE|TIMESTAMP.*)$/;

const loadDuckDb = (): Promise<DuckDb> => import("@duckdb/node-api");

/** Kinds of statement that only read: SELECT and EXPLAIN. */
const READING: readonly string[] = ["SELECT", "EXPLAIN"];

const INSTALL = "npm install @duckdb/node-api";

/**
 * DuckDB, an optional part.
 * @throws {UsageError} where it is not installed, or cannot be loaded on this machine.
 */
export async function loadedDuckDb(load = loadDuckDb): Promise<DuckDb> {
  try {
    return await load();
  } catch (error) {
    const [why = ""] = error instanceof Error ? error.message.split("\n") : [];
    if (/^Cannot find (?:package|module) '@duckdb\/node-api'/.test(why)) {
      const hint = `Install it beside pm: ${INSTALL}`;
      throw new UsageError("pm sql runs on DuckDB, which is not installed", hint);
    }
    const hint = `${why}. Install it again: ${INSTALL}`;
    throw new UsageError("pm sql runs on DuckDB, which cannot be loaded here", hint);
  }
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}

/** The first lines of what the engine says, without a stack. */
function sqlProblem(error: unknown): UsageError {
  const [first = "", ...rest] = (error instanceof Error ? error.message : String(error)).split(
    "\n",
  );
  // A sign below the place would not stay there once lines are wrapped.
  const details = rest.map((line) => line.trim()).filter((line) => !/^\^?$/.test(line));
  const message = first.replace(/^Failed to extract statements: /, "");
  return new UsageError(message, details.length > 0 ? details.slice(0, 3).join(" ") : null);
}

/**
 * Runs one query on DuckDB over Parquet files. The query can read these files and nothing else: no other
 * file, no network, no extension, and it can write nothing.
 * @throws {UsageError} where DuckDB is not installed, or what it says against the query.
 */
export async function runOnDuckDb(
  views: readonly TableView[],
  sql: string,
  load = loadDuckDb,
): Promise<SqlResult> {
  const duckDb = await loadedDuckDb(load);
  const { DuckDBInstance, StatementType } = duckDb;
  const { JSDuckDBValueConverter: asValue, JsonDuckDBValueConverter: asText } = duckDb;
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const { view } = dialectOf("duckdb");
    const files = views.flatMap((one) => one.files).map(quoted);
    await connection.run("set autoinstall_known_extensions = false");
    await connection.run(`set allowed_paths = [${files.join(", ")}]`);
    await connection.run("set enable_external_access = false");
    for (const one of views) {
      const statement = view?.(one.name, one.files.map(quoted).join(", "));
      if (statement !== undefined) await connection.run(statement);
    }
    await connection.run("set lock_configuration = true");
    if (/^[\s;]*$/.test(sql)) throw new UsageError("Expected one query, not 0");
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw new UsageError(`Expected one query, not ${statements.count}`);
    const prepared = await statements.prepare(0);
    if (!READING.includes(StatementType[prepared.statementType])) {
      throw new UsageError("pm sql runs queries only", "Write select …, with …, or describe ….");
    }
    const result = await prepared.runAndReadAll();
    // A name that comes twice would hide a column in JSON.
    const names = result.deduplicatedColumnNames();
    const columns = result
      .columnTypes()
      .map((type, at) => ({ name: names[at] ?? "", type: String(type) }));
    // Of decimals, times and nested values, which JavaScript has no values for, the texts.
    const rows = result.convertRows<unknown>((value, type) =>
      HAS_VALUES.test(String(type)) ? asValue(value, type, asValue) : asText(value, type, asText),
    );
    return { columns, rows };
  } catch (error) {
    throw error instanceof UsageError ? error : sqlProblem(error);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
