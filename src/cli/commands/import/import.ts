import { Option } from "commander";
import { counted } from "../../../core/counted.ts";
import { hasOffset } from "../../../core/document/imported.ts";
import { UsageError } from "../../../core/errors.ts";
import { type Status, STATUSES } from "../../../core/postmortem.ts";
import {
  draftMap,
  type Imported,
  type ImportedFile,
  importProject,
} from "../../../jobs/import/import.ts";
import { writeEach } from "../../../jobs/write-files.ts";
import type { Project } from "../../../project/project.ts";
import {
  type ReadFolder,
  readSplit,
  type SplitPostmortem,
} from "../../../project/read-postmortems.ts";
import { importReport, lowConfidenceNotes } from "../../../reports/document/import-report.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import { deliver, refuseTaken } from "../../deliver.ts";
import { showDiffs } from "../../diff.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Io } from "../../io.ts";
import { progressOn, writeFolderNotes } from "../../messages.ts";
import { openFor, startOf } from "../../open.ts";
import { addLocationOptions, type LocationOptions, type OutputOptions } from "../../options.ts";
import { refuseTakenOutput, writeOutput } from "../../output.ts";
import { addOutputOptions } from "../../output-options.ts";
import { sayWritten } from "./say-written.ts";

interface ImportOptions extends LocationOptions, OutputOptions {
  readonly map?: string;
  readonly learnMap?: boolean;
  readonly inferred?: boolean;
  readonly status?: Status;
  readonly diff?: boolean;
  readonly write?: boolean;
  readonly interactive?: boolean;
}

function checkInteractive({ diff, write, inferred, status, learnMap }: ImportOptions): void {
  if (diff || inferred || status || learnMap) {
    const others = "--diff, --inferred, --status or --learn-map";
    throw new UsageError(`--interactive cannot be combined with ${others}`);
  }
  if (write) return;
  const hint = "It writes each document as you confirm its times: add --write.";
  throw new UsageError("--interactive needs --write", hint);
}

/** A draft of a map is no report, so that no format has to have the ending of its file. */
function refuseTakenReportOrMap(options: ImportOptions, io: Io): Promise<void> {
  return options.learnMap ? refuseTakenOutput(options, io) : refuseTaken(options, io);
}

function checkOptions(options: ImportOptions): void {
  if (options.interactive) checkInteractive(options);
  const { learnMap, diff, write, inferred, status } = options;
  if (!learnMap || !(diff || write || inferred || status)) return;
  const hint = "It drafts a map and changes no documents.";
  const others = "--diff, --write, --inferred or --status";
  throw new UsageError(`--learn-map cannot be combined with ${others}`, hint);
}

async function learn(
  read: ReadFolder<SplitPostmortem>,
  project: Project,
  options: ImportOptions,
  io: Io,
): Promise<void> {
  const { text, headingsOnce, labelsOnce } = draftMap(read, project);
  if (headingsOnce + labelsOnce > 0) {
    const left = `${counted(headingsOnce, "heading")} and ${counted(labelsOnce, "label")} in the body`;
    await io.note(`${left} left out, because only one document has each`);
  }
  if (options.output === undefined) {
    for (const line of text.trimEnd().split("\n")) await io.print(line);
    return;
  }
  await writeOutput(options.output, text, options, io);
}

function countOf(files: readonly ImportedFile[]): string {
  const values = files.reduce((sum, { keys }) => sum + keys.length, 0);
  return `${counted(values, "value")} into ${counted(files.length, "file")}`;
}

/** Writes the files that can be written; returns whether that was all of them. */
async function writeFiles({ files }: Imported, project: Project, io: Io): Promise<boolean> {
  const { written, failures } = await writeEach(files, project);
  await sayWritten(written, io);
  for (const failure of failures) await io.fail(failure);
  if (files.length > 0) await io.say(`Wrote ${countOf(written)}`);
  return failures.length === 0;
}

/** What to do about files that get times which `pm lint` reports; none where it reports none. */
function localTimeNotes({ documents, files }: Imported): readonly string[] {
  const valuesOf = new Map(documents.map(({ document, values }) => [document.path, values]));
  const local = files.filter(({ path, keys }) =>
    valuesOf.get(path)?.some(({ key, text }) => {
      const isTime = key.startsWith("times.") && keys.includes(key) && text.includes("T");
      return isTime && !hasOffset(text);
    }),
  );
  if (local.length === 0) return [];
  return [
    `Times in ${counted(local.length, "file")} have no offset, as no time zone is stated there; \`pm lint\` reports them. Set \`time_zone\` in pm.yaml, then \`pm lint --fix --unsafe-fixes\` writes the offsets.`,
  ];
}

/** The lines that end a run. */
async function sayWhatStays(imported: Imported, options: ImportOptions, io: Io): Promise<void> {
  for (const { path, message } of imported.skipped) {
    const isPart = imported.files.some((file) => file.path === path);
    const what = isPart ? "keeps its times" : "is unchanged";
    await io.warn(`${path} ${what}: ${message}`);
  }
  // Without these options the report is shown, which has the notes itself.
  const notes = options.diff || options.write ? lowConfidenceNotes(imported.documents) : [];
  const local = options.diff || options.write ? localTimeNotes(imported) : [];
  for (const note of [...notes, ...local]) await io.say(note);
  if (imported.files.length === 0) await io.say("Nothing to write");
  else if (!options.write) {
    await io.say(`Would write ${countOf(imported.files)}. Nothing was written: add --write.`);
  }
}

async function runImport(
  paths: readonly string[],
  options: ImportOptions,
  io: Io,
): Promise<ExitCode> {
  checkOptions(options);
  const project = await openFor(options, io, await startOf(paths[0] ?? ".", io.cwd));
  const read = await readSplit(project, paths, progressOn(io));
  await writeFolderNotes(read, io);
  if (options.learnMap) {
    await learn(read, project, options, io);
    return read.unreadable.length > 0 ? EXIT.findings : EXIT.ok;
  }
  if (options.interactive) {
    const { confirmTimes } = await import("./confirm-times.ts");
    const code = await confirmTimes(read, project, io);
    return code === EXIT.ok && read.unreadable.length > 0 ? EXIT.findings : code;
  }
  const { inferred: withInferred = false, status = null } = options;
  const imported = await importProject(read, project, { withInferred, status });
  if (options.diff) await showDiffs(imported.files, io);
  const isWhole = !options.write || (await writeFiles(imported, project, io));
  if (!options.write && !options.diff) {
    const report = importReport(imported.documents, project.config.timeZone);
    await deliver(report, read.redact, options, io);
  }
  await sayWhatStays(imported, options, io);
  if (!isWhole) return EXIT.usage;
  const leftOut = imported.skipped.length + read.unreadable.length;
  return leftOut > 0 ? EXIT.findings : EXIT.ok;
}

/** `pm import`: writes what pm understood of a document into its frontmatter. */
export const addImportCommand: AddCommand = (program, io, finish) => {
  const command = program
    .command("import")
    .helpGroup(GROUPS.write)
    .summary("Write what pm understood into the frontmatter of old postmortems")
    .description(
      "Write what pm understood into the frontmatter of old postmortems.\n\n" +
        "Without --write, show what was found in each document, and how: stated, computed or inferred. " +
        "Low-confidence values are never written, and a status only with --status. Values already in the " +
        "frontmatter stay, and bodies never change. Exit code 1 if a document could not be read or changed.",
    )
    .argument("[paths...]", "files, folders or patterns (default: the folder in pm.yaml)")
    .option(
      "--map <file>",
      "map of your own keys, headings and names (default: import_map in pm.yaml)",
    )
    .option("--learn-map", "draft that file from everything pm does not recognise")
    .option("--inferred", "also write values inferred from wording, except low-confidence ones")
    .addOption(
      new Option(
        "--status <status>",
        "status of the documents that state none in their frontmatter; reports count all but drafts",
      ).choices(STATUSES),
    )
    .option("--diff", "show the changes as a diff for `git apply`")
    .option("--write", "write the changes")
    .option(
      "--interactive",
      "with --write: decide on times that are in doubt, one document at a time",
    );
  addLocationOptions(addOutputOptions(command, io, refuseTakenReportOrMap)).action(
    async (paths: string[], options: ImportOptions) => {
      finish(await runImport(paths, options, io));
    },
  );
};
