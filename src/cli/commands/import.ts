import { dirname, resolve } from "node:path";
import { counted } from "../../core/counted.ts";
import { UsageError } from "../../core/errors.ts";
import { printable } from "../../core/printable.ts";
import type { Imported, ImportedFile } from "../../import-project.ts";
import { draftMap, importProject } from "../../import-project.ts";
import { importReport } from "../../import-report.ts";
import { RULES } from "../../lint/rules/index.ts";
import type { ReadFolder } from "../../pipeline.ts";
import { readFolder } from "../../pipeline.ts";
import type { Project } from "../../project.ts";
import { openProject } from "../../project.ts";
import { kindOfPath, shownPath } from "../../read/find-files.ts";
import type { AddCommand } from "../command.ts";
import { deliver } from "../deliver.ts";
import { showDiffs } from "../diff.ts";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { progressOn, writeFolderNotes } from "../messages.ts";
import type { LocationOptions, OutputOptions } from "../options.ts";
import { addLocationOptions, addOutputOptions } from "../options.ts";
import { rewriteFile, writeNewFile } from "../write.ts";

interface ImportOptions extends LocationOptions, OutputOptions {
  readonly map?: string;
  readonly learnMap?: boolean;
  readonly inferred?: boolean;
  readonly diff?: boolean;
  readonly write?: boolean;
}

async function say(io: Io, line: string): Promise<void> {
  await io.stderr.write(`${printable(line)}\n`);
}

function checkOptions({ learnMap, diff, write, inferred }: ImportOptions): void {
  if (!learnMap || !(diff || write || inferred)) return;
  const hint = "It drafts a map and changes no document.";
  throw new UsageError("--learn-map goes with none of --diff, --write and --inferred", hint);
}

async function openFor(paths: readonly string[], options: ImportOptions, io: Io): Promise<Project> {
  const { dir = null, config: configPath = null, map: importMap = null } = options;
  const [first] = paths;
  const absolute = resolve(io.cwd, first ?? ".");
  const kind = await kindOfPath(absolute);
  const from = kind === "folder" ? absolute : kind === "file" ? dirname(absolute) : io.cwd;
  return openProject({ cwd: io.cwd, dir, configPath, from, importMap }, RULES);
}

async function learn(
  read: ReadFolder,
  project: Project,
  { output, force }: ImportOptions,
  io: Io,
): Promise<void> {
  const text = draftMap(read, project);
  if (output === undefined) {
    await io.stdout.write(text.split("\n").map(printable).join("\n"));
    return;
  }
  const path = resolve(io.cwd, output);
  await writeNewFile(path, output, text, force === true);
  await say(io, `Wrote ${shownPath(path, io.cwd)}`);
}

function countOf(files: readonly ImportedFile[]): string {
  const values = files.reduce((sum, { keys }) => sum + keys.length, 0);
  return `${counted(values, "value")} into ${counted(files.length, "file")}`;
}

async function writeFiles({ files }: Imported, io: Io): Promise<void> {
  for (const { absolutePath, path, bytes, keys } of files) {
    await rewriteFile(absolutePath, path, bytes);
    await io.stdout.write(`${printable(`${path}: ${keys.join(", ")}`)}\n`);
  }
  if (files.length > 0) await say(io, `Wrote ${countOf(files)}`);
}

/** The lines that end a run. */
async function sayWhatStays(imported: Imported, options: ImportOptions, io: Io): Promise<void> {
  for (const { path, message } of imported.skipped) {
    const isPart = imported.files.some((file) => file.path === path);
    const what = isPart ? "keeps its times as they are" : "is left as it is";
    await say(io, `warning: ${path} ${what}: ${message}`);
  }
  if (imported.files.length === 0) await say(io, "Nothing to write");
  else if (!options.write) {
    await say(io, `Would write ${countOf(imported.files)}. Nothing is written yet: add --write.`);
  }
}

async function runImport(
  paths: readonly string[],
  options: ImportOptions,
  io: Io,
): Promise<ExitCode> {
  checkOptions(options);
  const project = await openFor(paths, options, io);
  const read = await readFolder(project, paths, ["everything"], progressOn(io));
  await writeFolderNotes(read, io);
  if (options.learnMap) {
    await learn(read, project, options, io);
    return EXIT.ok;
  }
  const imported = await importProject(read, project, options.inferred === true);
  if (options.diff) await showDiffs(imported.files, io);
  if (options.write) await writeFiles(imported, io);
  else if (!options.diff) await deliver(importReport(imported.documents), options, io);
  await sayWhatStays(imported, options, io);
  return imported.skipped.length > 0 ? EXIT.findings : EXIT.ok;
}

/** `pm import`: puts into the frontmatter what was understood of a document. */
export const addImportCommand: AddCommand = (program, io, finish) => {
  const command = program
    .command("import")
    .summary("Write into the frontmatter of postmortems what pm understood of them")
    .description(
      "Write into the frontmatter of postmortems what pm understood of them.\n\n" +
        "Without --write it shows what was found in each document, and how: stated, computed or inferred.\n" +
        "What the frontmatter has stays; bodies stay byte for byte. Exit code 1 where a document that could\n" +
        "be written into is left as it is.",
    )
    .argument("[paths...]", "files, folders or patterns (default: the folder of pm.yaml)")
    .option("--map <file>", "your own keys, headings and names (default: import_map of pm.yaml)")
    .option("--learn-map", "draft that file from what nobody knows in the documents")
    .option("--inferred", "write also what only the wording of a timeline tells")
    .option("--diff", "show the changes as a diff that `git apply` takes")
    .option("--write", "write the changes");
  addLocationOptions(addOutputOptions(command)).action(
    async (paths: string[], options: ImportOptions) => {
      finish(await runImport(paths, options, io));
    },
  );
};
