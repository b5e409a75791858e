import { Option } from "commander";
import { counted } from "../../../core/counted.ts";
import { UsageError } from "../../../core/errors.ts";
import { printable } from "../../../core/printable.ts";
import { TERM_LIST_NAMES, TERM_LISTS } from "../../../core/taxonomy.ts";
import { renameTerm, type Renaming } from "../../../jobs/rename-term.ts";
import type { RenamedFile } from "../../../jobs/renamed-file.ts";
import { readDocuments } from "../../../jobs/taxonomy.ts";
import { RULES } from "../../../lint/rules/index.ts";
import { openProject, type Project } from "../../../project/project.ts";
import type { AddCommand } from "../../command.ts";
import { showDiffs } from "../../diff.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Io } from "../../io.ts";
import { progressOn, writeFolderNotes } from "../../messages.ts";
import { addLocationOptions, type LocationOptions } from "../../options.ts";
import { rewriteFile, rewriteInProject } from "../../write.ts";

interface RenameOptions extends LocationOptions {
  readonly kind?: string;
  readonly alias: boolean;
  readonly diff?: boolean;
  readonly write?: boolean;
}

const MOST_NAMED = 5;

function listOfKind(kind: string | undefined) {
  return TERM_LIST_NAMES.find((list) => TERM_LISTS[list].noun === kind) ?? null;
}

async function say(io: Io, line: string): Promise<void> {
  await io.stderr.write(`${printable(line)}\n`);
}

function countPlaces(files: readonly RenamedFile[]): string {
  const places = files.flatMap(({ changes }) => changes.filter(({ edit }) => edit !== null));
  return `${counted(places.length, "place")} in ${counted(files.length, "file")}`;
}

async function showPlaces({ files }: Renaming, io: Io): Promise<void> {
  for (const { path, changes } of files) {
    const inOrder = changes
      .filter(({ edit }) => edit !== null)
      .toSorted((a, b) => a.range.start.offset - b.range.start.offset);
    for (const { range, what } of inOrder) {
      const place = `${path}:${range.start.line}:${range.start.column}`;
      await io.stdout.write(`${printable(`${place}: ${what}`)}\n`);
    }
  }
}

/** Says which places keep the old id. */
async function sayWhatStays({ left, mentions }: Renaming, io: Io): Promise<void> {
  for (const { path, range, message } of left) {
    const place = `${path}:${range.start.line}:${range.start.column}`;
    await say(io, `warning: ${place} is unchanged: ${message}`);
  }
  if (mentions.length === 0) return;
  const more = mentions.length > MOST_NAMED ? ` and ${mentions.length - MOST_NAMED} more` : "";
  const named = `${mentions.slice(0, MOST_NAMED).join(", ")}${more}`;
  await say(io, `note: the old id stays where it is not a value (${mentions.length}): ${named}`);
}

/** Writes all files; if one cannot be written, restores the others. */
async function writeAll(files: readonly RenamedFile[], project: Project, io: Io): Promise<void> {
  const written: RenamedFile[] = [];
  try {
    for (const file of files) {
      await rewriteInProject(file, project);
      written.push(file);
    }
  } catch (error) {
    for (const { absolutePath, path, bytesBefore } of written) {
      await rewriteFile(absolutePath, path, bytesBefore);
    }
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(
      error.message,
      "Nothing was renamed: files already written have been restored.",
    );
  }
  for (const file of files) {
    const places = file.changes.filter(({ edit }) => edit !== null).length;
    await io.stdout.write(`${printable(`${file.path}: ${counted(places, "place")}`)}\n`);
  }
}

async function rename(from: string, to: string, options: RenameOptions, io: Io): Promise<ExitCode> {
  const { dir = null, config: configPath = null } = options;
  const project = await openProject({ cwd: io.cwd, dir, configPath }, RULES);
  const read = await readDocuments(project, progressOn(io));
  const isMissing = "missing" in read;
  if (isMissing) await say(io, `note: ${read.missing}; only the taxonomy changes`);
  else await writeFolderNotes(read, io);
  const documents = isMissing ? { postmortems: [], texts: new Map<string, string>() } : read;
  const request = { from, to, list: listOfKind(options.kind), keepAlias: options.alias };
  const renaming = await renameTerm(request, project, documents);
  const { files, left } = renaming;
  if (options.diff) await showDiffs(files, io);
  if (options.write) await writeAll(files, project, io);
  else if (!options.diff) await showPlaces(renaming, io);
  await sayWhatStays(renaming, io);
  const places = countPlaces(files);
  if (options.write) await say(io, `Renamed ${from} to ${to}: ${places}`);
  else await say(io, `Would change ${places}. Nothing was written: add --write.`);
  const isWhole = left.length === 0 && (isMissing || read.unreadable.length === 0);
  return isWhole ? EXIT.ok : EXIT.findings;
}

/** `pm taxonomy rename`: changes the id of a term in the taxonomy and in every document. */
export const addRenameCommand: AddCommand = (parent, io, finish) => {
  const kinds = TERM_LIST_NAMES.map((list) => TERM_LISTS[list].noun);
  const command = parent
    .command("rename")
    .summary("Change the id of a term in the taxonomy and in every document")
    .description(
      "Change the id of a term in the taxonomy, in the import map and in every document.\n\n" +
        "Renaming a domain also renames its competencies. Without --write, show what would change. Only " +
        "ids change: names, aliases, comments, quotes and order stay. Exit code 1 if a place could not be " +
        "changed.",
    )
    .argument("<old>", "the current id")
    .argument("<new>", "the new id")
    .addOption(new Option("--kind <kind>", "kind of term, if several have this id").choices(kinds))
    .option("--no-alias", "do not keep the old id as an alias of the new one")
    .option("--diff", "show the changes as a diff for `git apply`")
    .option("--write", "write the changes");
  addLocationOptions(command).action(async (from: string, to: string, options: RenameOptions) => {
    finish(await rename(from, to, options, io));
  });
};
