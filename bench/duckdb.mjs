// What `pm gaps` counts, counted by DuckDB from a file of JSON lines: incidents by competency.
import process from "node:process";

/** As a shell says that a program is not there. */
const NOT_INSTALLED = 127;

const duckdb = await import("@duckdb/node-api").catch(() => process.exit(NOT_INSTALLED));
const [, , file = "facts.jsonl"] = process.argv;
const connection = await (await duckdb.DuckDBInstance.create(":memory:")).connect();
const result = await connection.runAndReadAll(
  `select competency, count(distinct id) as incidents, count(distinct team) as teams, max(started) as last
   from read_json('${file.replaceAll("'", "''")}') group by competency order by incidents desc`,
);
console.log(JSON.stringify(result.getRowObjectsJson()));
