import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFor } from "../../src/cli/open.ts";
import type { Cell } from "../../src/core/table.ts";
import type { Window } from "../../src/core/time/window.ts";
import { parquet } from "../../src/formats/data/parquet.ts";
import { anonymisedFolder } from "../../src/jobs/anonymised.ts";
import { exportable } from "../../src/jobs/export.ts";
import { readFolder } from "../../src/project/read-postmortems.ts";
import { readShipped } from "../../src/project/shipped.ts";
import type { Query } from "../../src/reports/define.ts";
import { REPORTS } from "../../src/reports/index.ts";
import { type Dialect, dialectOf } from "../../src/sql/dialects.ts";
import { runOnDuckDb, type TableView } from "../../src/sql/duckdb.ts";
import { reportSql, type SqlReport } from "../../src/sql/report-sql.ts";
import { resultSection, type SqlResult } from "../../src/sql/result.ts";
import { tableFiles } from "../../src/tables/files.ts";
import { buildQuery } from "../support/build-query.ts";

/** A folder as Parquet files, and as reports know it. */
export interface Warehouse {
  readonly views: readonly TableView[];
  readonly query: Query;
  readonly remove: () => Promise<void>;
}

/** Exports a folder of postmortems. */
export async function exported(folder: string): Promise<Warehouse> {
  const project = await openFor({ dir: folder }, { cwd: folder });
  const read = await readFolder(project, [], ["everything"]);
  const { timeZone, thresholds } = project.config;
  const { filters } = buildQuery({});
  const window = { since: null, until: Number.MAX_SAFE_INTEGER, prior: null };
  const request = { window, filters, source: "s", withSentences: false };
  const { context } = await exportable(read, project, request);
  const to = await mkdtemp(join(tmpdir(), "pm-sql-"));
  const views = await Promise.all(
    tableFiles(context, false).map(async (file) => {
      const path = join(to, `${file.path}.parquet`);
      await writeFile(path, await parquet.render(file));
      return { name: file.table, files: [path] };
    }),
  );
  const named = { teams: [], services: [] };
  const { postmortems, taxonomy } = anonymisedFolder(read.postmortems, project, named);
  const query = buildQuery({ postmortems, taxonomy, timeZone, thresholds });
  return { views, query, remove: () => rm(to, { recursive: true, force: true }) };
}

/** What SQL calls columns whose names are its own words. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["group_name", "group"],
  ["from_team", "from"],
  ["to_team", "to"],
]);

/** Rows by what tells them apart, each with its cells by column. */
export type Rows = ReadonlyMap<string, ReadonlyMap<string, Cell>>;

function plain(cell: Cell): Cell {
  if (Array.isArray(cell)) return cell.toSorted().join("; ");
  return typeof cell === "number" ? Number(cell.toPrecision(12)) : cell;
}

/** The main table of a report, as pm computes it. */
export function rowsOfReport(name: SqlReport, query: Query, window: Window): Rows {
  const report = REPORTS.find((one) => one.name === name);
  const by = { gaps: "competency", ttd: "service", escalations: "" }[name];
  const built = report?.build({ ...query, window }, { by, phase: "diagnose" });
  const [section] = built?.sections ?? [];
  if (!section) throw new Error(`No report ${name}`);
  const rows = section.rows.map((row, at) => {
    const cells = new Map(section.columns.map(({ key }, of) => [key, plain(row[of] ?? null)]));
    const level = section.levels?.[at] ?? 0;
    return [keyOf(name, cells, level), cells.set("depth", level)] as const;
  });
  return new Map(rows);
}

function keyOf(name: SqlReport, cells: ReadonlyMap<string, Cell>, level: Cell): string {
  const of = (key: string) => cells.get(key) ?? null;
  if (name === "escalations") {
    return JSON.stringify([of("from"), of("to"), of("competency"), of("reason")]);
  }
  return JSON.stringify([name === "gaps" ? of("domain") : null, level, of("group")]);
}

/** The rows that an engine gives for the SQL of a report. */
export function rowsOfResult(name: SqlReport, result: SqlResult): Rows {
  const { columns, rows } = resultSection(name, name, result);
  return new Map(
    rows.map((row) => {
      const cells = new Map(
        columns.map(({ key }, at) => [NAMES.get(key) ?? key, plain(row[at] ?? null)] as const),
      );
      return [keyOf(name, cells, cells.get("depth") ?? 0), cells];
    }),
  );
}

/** The SQL of a report for an engine. */
export async function sqlOf(name: SqlReport, dialect: Dialect, window: Window): Promise<string> {
  const { text } = await readShipped(`sql/${name}.sql`);
  return reportSql(text, dialect, window);
}

/** The same as its SQL computes it on DuckDB. */
export async function rowsOfSql(
  name: SqlReport,
  views: readonly TableView[],
  window: Window,
): Promise<Rows> {
  const sql = await sqlOf(name, dialectOf("duckdb"), window);
  return rowsOfResult(name, await runOnDuckDb(views, sql));
}

/** The cells that both have; SQL leaves empty how many teams a common name stands for. */
export function sharedCells(
  rows: Rows,
  other: Rows,
): Readonly<Record<string, Readonly<Record<string, Cell>>>> {
  return Object.fromEntries(
    Array.from(rows, ([key, cells]) => {
      const theirs = other.get(key);
      const names = [...cells.keys()].filter((name) => theirs === undefined || theirs.has(name));
      const isHidden = String(cells.get("team_names") ?? "").includes("(");
      const kept = names.filter((name) => name !== "teams" || !isHidden);
      const sorted = kept.toSorted().map((name) => [name, cells.get(name) ?? null] as const);
      return [key, Object.fromEntries(sorted)];
    }),
  );
}

/** Writes a folder of postmortems with teams of all sizes, unlisted names, drafts and what is unknown. */
export async function generatedFolder(count: number, random: () => number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "pm-documents-"));
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const maybe = (share: number, text: () => string) => (random() < share ? text() : "");
  await mkdir(join(folder, "pms"));
  await writeFile(join(folder, "pm.yaml"), "folder: pms\ntime_zone: Europe/Berlin\n");
  await writeFile(
    join(folder, "taxonomy.yaml"),
    [
      ...["version: 1", "extends: default", "teams:"],
      ...["payments", "platform", "search"].map((team) => `  - { id: ${team}, size: 8 }`),
      ...["tiny", "small"].map((team) => `  - { id: ${team}, size: 2 }`),
      ...[
        "services:",
        "  - { id: checkout, owner: payments }",
        "  - { id: kafka, owner: platform }",
      ],
      ...["  - { id: index, owner: search }", "  - { id: till, owner: tiny }", ""],
    ].join("\n"),
  );
  const teams = ["payments", "platform", "search", "tiny", "small", "visitors", "unknown"];
  const competencies = ["messaging", "messaging.backpressure", "caching.stampede", "unknown"];
  const sought = [...competencies, "messaging.ordering", "home.grown"];
  const gap = () =>
    `  - { competency: ${pick(sought)}, kind: ${pick(["knowledge", "coverage"])}${maybe(0.4, () => `, team: ${pick(teams)}`)}${maybe(0.1, () => ", source: suggested")} }`;
  const escalation = (at: string) =>
    `  - { from: ${pick(teams)}, to: ${pick(teams)}${maybe(0.6, () => `, competency: ${pick(sought)}`)}${maybe(0.7, () => `, reason: ${pick(["expertise", "access", "unknown"])}`)}${maybe(0.7, () => `, at: ${at}`)} }`;
  for (let at = 0; at < count; at += 1) {
    const start = Date.UTC(2025, 0, 1) + Math.floor(random() * 540 * 24 * 60) * 60_000;
    const later = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
    const detected = Math.floor(random() * 30);
    const diagnosed = detected + Math.floor(random() * 90);
    const list = (name: string, lines: readonly string[]) =>
      lines.length > 0 ? [`${name}:`, ...lines] : [];
    const some = (most: number) => Array.from({ length: Math.floor(random() * (most + 1)) });
    const lines = [
      ...["---", `title: Incident ${at}`, `status: ${pick(["final", "final", "final", "draft"])}`],
      `services: [${some(2)
        .map(() => pick(["checkout", "kafka", "index", "till", "ghost", "unknown"]))
        .join(", ")}]`,
      `teams: [${some(2)
        .map(() => pick(teams))
        .join(", ")}]`,
      "times:",
      ...(random() < 0.95 ? [`  started: ${later(0)}`] : []),
      ...(random() < 0.9 ? [`  detected: ${later(detected)}`] : []),
      ...(random() < 0.8 ? [`  diagnosed: ${later(diagnosed)}`] : []),
      ...(random() < 0.9 ? [`  resolved: ${later(diagnosed + Math.floor(random() * 60))}`] : []),
      ...list("gaps", some(3).map(gap)),
      ...list(
        "escalations",
        some(2).map(() => escalation(later(detected + Math.floor(random() * 40) - 5))),
      ),
      ...maybe(0.05, () => "conditions: { responders: 1 }")
        .split("\n")
        .filter(Boolean),
      ...["---", ""],
    ];
    await writeFile(join(folder, "pms", `incident-${at}.md`), lines.join("\n"));
  }
  return folder;
}
