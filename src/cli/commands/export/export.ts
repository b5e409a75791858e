import { resolve } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { counted } from "../../../core/counted.ts";
import { UsageError } from "../../../core/errors.ts";
import { DATA_FORMATS, type DataFormatName, findDataFormat } from "../../../formats/data/index.ts";
import { MANIFEST_NAME } from "../../../project/export-manifest.ts";
import { shownPath } from "../../../read/find-files.ts";
import { describeTables } from "../../../tables/describe.ts";
import { TABLES } from "../../../tables/index.ts";
import { writeNewFolder } from "../../../write/write-folder.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import type { Io } from "../../io.ts";
import { openFor } from "../../open.ts";
import {
  addLocationOptions,
  addWindowOptions,
  type LocationOptions,
  readFilters,
  readWindow,
  type WindowOptions,
} from "../../options.ts";
import { folderFiles, gatherTables } from "./folder.ts";

interface ExportOptions extends LocationOptions, WindowOptions {
  readonly output?: string;
  readonly format: DataFormatName;
  readonly partitionBy?: "month";
  readonly source: string;
  readonly sentences?: boolean;
  readonly force?: boolean;
  readonly describe?: boolean;
}

const SOURCE_NAME = /^[\w.-]{1,64}$/;

/** A name that may stand in keys and in paths, for commander. */
function parseSource(value: string): string {
  if (SOURCE_NAME.test(value)) return value;
  throw new InvalidArgumentError("Expected letters, digits, dots, hyphens and underscores.");
}

async function runExport(options: ExportOptions, io: Io): Promise<void> {
  const { output, source, partitionBy, sentences = false, force = false } = options;
  if (options.describe === true) {
    await io.result(describeTables(TABLES));
    return;
  }
  if (output === undefined) throw new UsageError("Missing --output", "Add --output FOLDER.");
  const project = await openFor(options, io);
  const window = readWindow(options, project.config.timeZone, io.now());
  const filters = readFilters(options, project);
  const request = { window, filters, source, withSentences: sentences };
  const isPartitioned = partitionBy !== undefined;
  const { files, incidents, notes } = await gatherTables(project, request, isPartitioned, io);
  const absolutePath = resolve(io.cwd, output);
  const place = { path: output, absolutePath, folders: [io.cwd] };
  const format = findDataFormat(options.format) ?? DATA_FORMATS[0];
  const content = folderFiles(files, { format, source, isPartitioned });
  await writeNewFolder(place, content, { force, marker: MANIFEST_NAME });
  for (const note of notes) await io.note(note);
  const what = counted(incidents, "incident");
  const tables = new Set(files.map(({ table }) => table)).size;
  await io.say(
    `Wrote ${shownPath(absolutePath, io.cwd)}: ${what} in ${counted(tables, "table")}, ${counted(files.length, "file")}`,
  );
}

const DETAILS = [
  "Writes a new folder with one file for each table, and pm-export.json; --describe explains each column.",
  "Tables hold what reports may print: small teams share one name, and people are withheld.",
  "To join several repositories, export each with its own --source into its own folder.",
  "",
  ...DATA_FORMATS.map(({ name, summary }) => `${name.padEnd(9)}${summary}`),
].join("\n");

/** `pm export`: the folder as tables for a warehouse. */
export const addExportCommand: AddCommand = (program, io) => {
  const summary = "Write the folder as tables for a warehouse: Parquet, JSON lines or CSV";
  const names = DATA_FORMATS.map(({ name }) => name);
  const command = program
    .command("export")
    .helpGroup(GROUPS.read)
    .summary(summary)
    .description(`${summary}.\n\n${DETAILS}`)
    .option("--output <folder>", "the folder to write")
    .addOption(new Option("--format <name>", "file format").choices(names).default(names[0]))
    .addOption(
      new Option(
        "--partition-by <period>",
        "one file per month of the start, for each table of incidents",
      ).choices(["month"]),
    )
    .addOption(
      new Option("--source <name>", "name of this folder, in the column source and in all keys")
        .argParser(parseSource)
        .default("local"),
    )
    .option(
      "--sentences",
      "also write sentences: evidence, factors and timeline rows (read them before you share them)",
    )
    .option("--describe", "print what each table and column means, as markdown, and write nothing")
    .option("--force", "let --output replace a folder that pm export wrote");
  addLocationOptions(addWindowOptions(command)).action((options: ExportOptions) =>
    runExport(options, io),
  );
};
