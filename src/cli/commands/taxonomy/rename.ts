import { Option } from "commander";
import { counted } from "../../../core/counted.ts";
import { UsageError } from "../../../core/errors.ts";
import { firstOf } from "../../../core/first-of.ts";
import { valueOr } from "../../../core/result.ts";
import type { UnreadableFile } from "../../../core/source-file.ts";
import { TERM_LIST_NAMES, TERM_LISTS } from "../../../core/taxonomy.ts";
import { renameTerm, type Renaming } from "../../../jobs/taxonomy/rename-term.ts";
import type { RenamedFile } from "../../../jobs/taxonomy/renamed-file.ts";
import { readDocuments } from "../../../jobs/taxonomy/taxonomy.ts";
import { writeAllOrNone } from "../../../jobs/write-files.ts";
import type { Project } from "../../../project/project.ts";
import { readAsWritten } from "../../../project/read-postmortems.ts";
import type { AddCommand } from "../../command.ts";
import { showDiffs } from "../../diff.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Io } from "../../io.ts";
import { progressOn, writeFolderNotes } from "../../messages.ts";
import { openFor } from "../../open.ts";
import { addLocationOptions, type LocationOptions } from "../../options.ts";

interface RenameOptions extends LocationOptions {
  readonly kind?: string;
  readonly alias: boolean;
  readonly diff?: boolean;
  readonly write?: boolean;
}

function listOfKind(kind: string | undefined) {
  return TERM_LIST_NAMES.find((list) => TERM_LISTS[list].noun === kind) ?? null;
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
      await io.print(`${place}: ${what}`);
    }
  }
}

/** Says which places keep the old id. */
async function sayWhatStays({ left, mentions }: Renaming, io: Io): Promise<void> {
  for (const { path, range, message } of left) {
    const place = `${path}:${range.start.line}:${range.start.column}`;
    await io.warn(`${place} is unchanged: ${message}`);
  }
  if (mentions.length === 0) return;
  await io.note(
    `the old id stays where it is not a value (${mentions.length}): ${firstOf(mentions)}`,
  );
}

/**
 * Writes all files; if one cannot be written, restores the others. The taxonomy comes last: until it
 * has the new id, a run that was killed can be run again and finishes the rest.
 */
async function writeAll(files: readonly RenamedFile[], project: Project, io: Io): Promise<void> {
  try {
    await writeAllOrNone(files.toReversed(), project);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(
      error.message,
      "Nothing was renamed: files already written have been restored.",
    );
  }
  for (const file of files) {
    const places = file.changes.filter(({ edit }) => edit !== null).length;
    await io.print(`${file.path}: ${counted(places, "place")}`);
  }
}

async function rename(from: string, to: string, options: RenameOptions, io: Io): Promise<ExitCode> {
  const project = await openFor(options, io);
  const unread: UnreadableFile[] = [];
  const documents = async () => {
    const read = await readDocuments(project, progressOn(io), readAsWritten);
    if (read.ok) {
      unread.push(...read.value.unreadable);
      await writeFolderNotes(read.value, io);
    } else await io.note(`${read.why}; only the taxonomy changes`);
    return valueOr(read, { postmortems: [], texts: new Map<string, string>() });
  };
  const request = { from, to, list: listOfKind(options.kind), keepAlias: options.alias };
  const renaming = await renameTerm(request, project, documents);
  const { files, left } = renaming;
  if (options.diff) await showDiffs(files, io);
  if (options.write) await writeAll(files, project, io);
  else if (!options.diff) await showPlaces(renaming, io);
  await sayWhatStays(renaming, io);
  const places = countPlaces(files);
  if (options.write) await io.say(`Renamed ${from} to ${to}: ${places}`);
  else await io.say(`Would change ${places}. Nothing was written: add --write.`);
  return left.length === 0 && unread.length === 0 ? EXIT.ok : EXIT.findings;
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
