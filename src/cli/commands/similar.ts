import { dirname, relative, resolve } from "node:path";
import { UsageError } from "../../core/errors.ts";
import { similarTo } from "../../jobs/likeness/likeness.ts";
import { readForSearch, type ReadToCompare } from "../../jobs/likeness/read-likeness.ts";
import { findFiles } from "../../project/postmortem-files.ts";
import type { Project } from "../../project/project.ts";
import { kindOfPath, shownPath } from "../../read/find-files.ts";
import { type AddCommand, GROUPS } from "../command.ts";
import { deliver } from "../deliver.ts";
import type { Io } from "../io.ts";
import { progressOn, writeFolderNotes } from "../messages.ts";
import { openFor } from "../open.ts";
import { addLocationOptions, type LocationOptions, type OutputOptions } from "../options.ts";
import { addOutputOptions } from "../output-options.ts";

type SimilarOptions = LocationOptions & OutputOptions;

const LIMIT = 5;
/** Anything that looks like a file name is not a text to search for. */
const FILE_NAME = /^\S+\.(?:md|markdown|qmd|mdx)$/i;

const DETAILS = [
  "FILE is a postmortem, compared with all others in its project. TEXT is a few words in quotes.",
  "Shared terms: the words that make an incident similar, strongest first.",
  `Shows at most ${LIMIT} incidents; --limit changes that.`,
].join("\n");

/**
 * The absolute path of the file that an argument names; null for a text.
 * @throws {UsageError} for a folder, or for a file that does not exist.
 */
async function fileOf(written: string, { cwd }: Io): Promise<string | null> {
  if (written.trim() === "")
    throw new UsageError("Nothing to search for", "Give a file or a text.");
  const path = resolve(cwd, written);
  const kind = await kindOfPath(path);
  if (kind === "file") return path;
  if (kind === "folder") {
    throw new UsageError(`${written}: this is a folder`, "Give one file, or a text in quotes.");
  }
  if (FILE_NAME.test(written)) throw new UsageError(`${written}: no such file`);
  return null;
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way.split(/[\\/]/)[0] !== "..";
}

async function openWith(file: string | null, options: LocationOptions, io: Io): Promise<Project> {
  const from = file === null ? io.cwd : dirname(file);
  const project = await openFor(options, io, from);
  const { config } = project;
  const isFarAway = file !== null && !isWithin(file, config.folder);
  if (options.dir !== undefined || config.path !== null || !isFarAway) return project;
  // Without a configuration, the folder would be the current one, which is unrelated to the file.
  return { ...project, config: { ...config, folder: from } };
}

/** The documents of a project, and the file itself wherever it is. */
async function readWith(file: string | null, project: Project, io: Io): Promise<ReadToCompare> {
  const found = await findFiles(project, []);
  if (file === null) return readForSearch(found, project, progressOn(io));
  const files = [...found.files.filter((path) => path !== file), file];
  return readForSearch({ ...found, files }, project, progressOn(io));
}

async function similar(written: string, options: SimilarOptions, io: Io): Promise<void> {
  const file = await fileOf(written, io);
  const project = await openWith(file, options, io);
  const read = await readWith(file, project, io);
  await writeFolderNotes(read, io);
  const sought = file === null ? { text: written } : { path: shownPath(file, io.cwd) };
  const report = similarTo(sought, read, project);
  if (report === null) throw new UsageError(`${written}: cannot be read as a postmortem`);
  await deliver(report, read.redact, { limit: LIMIT, ...options }, io);
}

/** `pm similar`: lists the incidents that are like a document or a text. */
export const addSimilarCommand: AddCommand = (program, io) => {
  const summary = "List incidents similar to a postmortem or a text, and why";
  const command = program
    .command("similar")
    .helpGroup(GROUPS.read)
    .summary(summary)
    .description(`${summary}.\n\n${DETAILS}`)
    .argument("<file|text>", "a postmortem, or a few words in quotes");
  addLocationOptions(addOutputOptions(command, io)).action(
    (written: string, options: SimilarOptions) => similar(written, options, io),
  );
};
