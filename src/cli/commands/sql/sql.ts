import { join, resolve } from "node:path";
import { Option } from "commander";
import { UsageError } from "../../../core/errors.ts";
import type { Window } from "../../../core/time/window.ts";
import { parquet } from "../../../formats/data/parquet.ts";
import { peopleOf } from "../../../people/people-of.ts";
import { MANIFEST_NAME, readManifest } from "../../../project/export-manifest.ts";
import type { Project } from "../../../project/project.ts";
import { readShipped } from "../../../project/shipped.ts";
import { shownPath } from "../../../read/find-files.ts";
import { NO_FILTERS } from "../../../reports/define.ts";
import { type DialectName, dialectOf, DIALECTS } from "../../../sql/dialects.ts";
import { loadedDuckDb, runOnDuckDb, type TableView } from "../../../sql/duckdb.ts";
import { reportSql, SQL_REPORTS, type SqlReport } from "../../../sql/report-sql.ts";
import { resultSection, type SqlResult } from "../../../sql/result.ts";
import { TABLES } from "../../../tables/index.ts";
import { withTemporaryFolder } from "../../../write/temporary-folder.ts";
import { writeNewFolder } from "../../../write/write-folder.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import { deliver } from "../../deliver.ts";
import type { Io } from "../../io.ts";
import { openFor } from "../../open.ts";
import {
  addLocationOptions,
  addPeriodOptions,
  type LocationOptions,
  type OutputOptions,
  type PeriodOptions,
  readWindow,
  severalOption,
} from "../../options.ts";
import { addOutputOptions } from "../../output-options.ts";
import { folderFiles, gatherTables } from "../export/folder.ts";

interface SqlOptions extends LocationOptions, OutputOptions, PeriodOptions {
  readonly report?: SqlReport;
  readonly dialect?: DialectName;
  readonly from: readonly string[];
}

/** Everything: what is asked for is the query's affair. */
const ALL_TIME: Window = { since: null, until: Number.MAX_SAFE_INTEGER, prior: null };

/** The query to run: the one that was given, or that of a report. */
async function queryOf(
  written: string | undefined,
  { report, dialect }: SqlOptions,
  window: Window,
): Promise<string> {
  if (report === undefined && written !== undefined && dialect === undefined) return written;
  if (report === undefined || written !== undefined) {
    const hint = `Give one query, such as pm sql "select count(*) from incidents", or --report ${SQL_REPORTS.join("|")}.`;
    throw new UsageError("Expected one query or --report", hint);
  }
  const { text } = await readShipped(`sql/${report}.sql`);
  return reportSql(text, dialectOf(dialect ?? "duckdb"), window);
}

/** The tables of folders that pm export wrote; of several, each table holds the rows of all. */
async function exportedViews(folders: readonly string[], io: Io): Promise<readonly TableView[]> {
  const manifests = await Promise.all(
    folders.map(async (folder) => ({ folder, manifest: await readManifest(folder, io.cwd) })),
  );
  const other = manifests.find(({ manifest }) => manifest.format !== "parquet");
  if (other) {
    const shown = shownPath(resolve(io.cwd, other.folder), io.cwd);
    const hint = "Export it again with --format parquet.";
    throw new UsageError(`${shown}: pm sql reads Parquet, not ${other.manifest.format}`, hint);
  }
  return TABLES.flatMap(({ name }) => {
    const files = manifests.flatMap(({ folder, manifest: { tables } }) =>
      tables
        .filter((table) => table.name === name)
        .flatMap((table) => table.files.map((file) => join(resolve(io.cwd, folder), file))),
    );
    return files.length > 0 ? [{ name, files }] : [];
  });
}

/** Runs a query over the project's own folder, by way of Parquet files that are removed afterwards. */
async function runOnFolder(project: Project, sql: string, io: Io): Promise<SqlResult> {
  const request = { window: ALL_TIME, filters: NO_FILTERS, source: "local", withSentences: true };
  const { files, notes } = await gatherTables(project, request, false, io);
  const result = await withTemporaryFolder(async (above) => {
    const folder = join(above, "tables");
    const content = folderFiles(files, { format: parquet, source: "local", isPartitioned: false });
    const place = { path: folder, absolutePath: folder, folders: [above] };
    await writeNewFolder(place, content, { force: false, marker: MANIFEST_NAME });
    const views = files.map(({ table, path }) => ({
      name: table,
      files: [join(folder, `${path}${parquet.ending}`)],
    }));
    return runOnDuckDb(views, sql);
  });
  for (const note of notes) await io.note(note);
  return result;
}

async function sql(written: string | undefined, options: SqlOptions, io: Io): Promise<void> {
  const project = await openFor(options, io);
  const window = readWindow(options, project.config.timeZone, io.now());
  const query = await queryOf(written, options, window);
  if (options.dialect !== undefined) {
    await io.result(query.endsWith("\n") ? query : `${query}\n`);
    return;
  }
  // Before a folder is read for nothing.
  await loadedDuckDb();
  const result =
    options.from.length > 0
      ? await runOnDuckDb(await exportedViews(options.from, io), query)
      : await runOnFolder(project, query, io);
  const { report } = options;
  const title = report === undefined ? "Query" : `The report ${report}, by SQL`;
  const section = resultSection(report ?? "rows", "Rows", result);
  const shown = { name: "sql", title, subtitle: "", sections: [section], notes: [] };
  await deliver(shown, peopleOf(project).redact, options, io);
}

const DETAILS = [
  "The tables are those of pm export (pm export --describe); sentences are among them. Without --from, the " +
    "current folder is read. A query can read these tables and nothing else, and can write nothing.",
  "Runs on DuckDB, which is installed separately: npm install @duckdb/node-api.",
  "--dialect prints the SQL of a report for another engine instead; see docs/scale.md.",
].join("\n");

/** `pm sql`: a query over the folder's tables. */
export const addSqlCommand: AddCommand = (program, io) => {
  const summary = "Query the folder's tables with SQL";
  const command = program
    .command("sql")
    .helpGroup(GROUPS.read)
    .summary(summary)
    .description(`${summary}.\n\n${DETAILS}`)
    .argument("[query]", "one select")
    .addOption(
      new Option("--report <name>", "run a report's SQL instead").choices([...SQL_REPORTS]),
    )
    .addOption(
      new Option(
        "--dialect <engine>",
        "print the report's SQL for an engine, and run nothing",
      ).choices(DIALECTS.map(({ name }) => name)),
    )
    .addOption(
      severalOption("--from <folder>", "folders that pm export wrote").default(
        [],
        "the current folder",
      ),
    );
  addPeriodOptions(command);
  addLocationOptions(addOutputOptions(command, io)).action(
    (query: string | undefined, options: SqlOptions) => sql(query, options, io),
  );
};
