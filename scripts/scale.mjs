// Times the SQL of reports over generated tables: node scripts/scale.mjs [gap rows] [folder].
// DuckDB writes the tables and runs the queries; ClickHouse, in a process for each report, runs them too where chdb is installed.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { DuckDBInstance } from "@duckdb/node-api";

const GAPS = Number(process.argv[2] ?? 10_000_000);
const FOLDER = process.argv[3] ?? join(tmpdir(), "pm-scale");
const GAPS_PER_INCIDENT = 2.5;
const INCIDENTS = Math.ceil(GAPS / GAPS_PER_INCIDENT);
const ROOT = new URL("..", import.meta.url).pathname;
const REPORTS = ["gaps", "escalations", "ttd"];

const DAYS = 730;
const pick = (seed, count, name) => `'${name}-' || (hash(i, ${seed}) % ${count})`;

const TABLES = {
  incidents: `select 's:' || i as incident_key, true as is_counted,
    1704067200000 + (hash(i, 1) % ${DAYS * 86_400})::bigint * 1000 as started_epoch_ms,
    date '2024-01-01' + (hash(i, 1) % ${DAYS})::int as started_on,
    case when hash(i, 2) % 10 < 8 then (hash(i, 3) % 300)::double end as time_to_diagnose_minutes,
    (300 + hash(i, 4) % 300)::double as time_to_resolve_minutes
    from range(${INCIDENTS}) t(i)`,
  incident_services: `select 's:' || i as incident_key, ${pick(5, 400, "service")} as service
    from range(${INCIDENTS}) t(i)`,
  gaps: `select 's:' || (i % ${INCIDENTS}) || '/gap-' || i as gap_key, 's:' || (i % ${INCIDENTS}) as incident_key,
    'domain-' || (hash(i, 6) % 16) as domain,
    'domain-' || (hash(i, 6) % 16) || '.skill-' || (hash(i, 7) % 5) as competency,
    true as is_confirmed from range(${GAPS}) t(i)`,
  gap_teams: `select 's:' || (i % ${INCIDENTS}) || '/gap-' || i as gap_key, 's:' || (i % ${INCIDENTS}) as incident_key,
    'lacked' as role, ${pick(8, 200, "team")} as team from range(${GAPS}) t(i)`,
  escalations: `select 's:' || i as incident_key, ${pick(9, 200, "team")} as from_team,
    ${pick(10, 20, "team")} as to_team, 'domain-' || (hash(i, 11) % 16) as competency,
    'expertise' as reason, (hash(i, 12) % 120)::bigint as detection_to_escalation_minutes,
    true as is_confirmed from range(${INCIDENTS}) t(i)`,
};

function sqlOf(report, dialect) {
  const args = ["bin/pm.js", "sql", "--report", report, "--dialect", dialect];
  const period = ["--since", "2025-01-01", "--until", "2026-01-01"];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...args, ...period], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

async function timed(engine, report, run) {
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  const rows = await run();
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const used = (user + system) / 1e6;
  const rate = (time) => Math.round(GAPS / time).toLocaleString("en");
  console.log(
    `${engine} ${report}: ${seconds.toFixed(1)} s, ${rate(seconds)} gap rows/s; ${used.toFixed(1)} CPU s, ${rate(used)} a CPU second; ${rows} rows`,
  );
}

async function onDuckDb() {
  mkdirSync(FOLDER, { recursive: true });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const from = performance.now();
  for (const [table, select] of Object.entries(TABLES)) {
    const path = join(FOLDER, `${table}.parquet`);
    await connection.run(`copy (${select}) to '${path}' (format parquet)`);
    await connection.run(`create view ${table} as select * from read_parquet('${path}')`);
  }
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${GAPS} gaps of ${INCIDENTS} incidents in ${seconds} s`);
  for (const report of REPORTS) {
    const sql = sqlOf(report, "duckdb");
    await timed(
      "duckdb",
      report,
      async () => (await connection.runAndReadAll(sql)).currentRowCount,
    );
  }
}

/** What is too large for memory goes to disk, as on a server. */
const SETTINGS = [
  "join_use_nulls = 1",
  "max_memory_usage = 8000000000",
  "max_bytes_before_external_group_by = 2000000000",
  "max_bytes_before_external_sort = 2000000000",
  "join_algorithm = 'full_sorting_merge,grace_hash,hash'",
];

async function onClickHouse(report) {
  const chdb = await import("chdb").catch(() => null);
  if (chdb === null) {
    console.log("ClickHouse skipped: npm install --no-save chdb");
    return;
  }
  const session = new chdb.Session();
  for (const setting of SETTINGS) session.query(`set ${setting}`);
  for (const table of Object.keys(TABLES)) {
    const path = join(FOLDER, `${table}.parquet`);
    session.query(`create view ${table} as select * from file('${path}', Parquet)`);
  }
  const sql = sqlOf(report, "clickhouse");
  try {
    await timed("clickhouse", report, () => JSON.parse(session.query(sql, "JSONCompact")).rows);
  } catch (error) {
    console.log(`clickhouse ${report}: ${String(error).slice(0, 200)}`);
  }
  session.cleanup();
}

const [report] = process.argv.slice(4);
if (report !== undefined) await onClickHouse(report);
else {
  await onDuckDb();
  for (const one of REPORTS) {
    const own = [import.meta.filename, String(GAPS), FOLDER, one];
    spawnSync(process.execPath, own, { stdio: "inherit" });
  }
}
