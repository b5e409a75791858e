import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { AssembleContext } from "./assemble/context.ts";
import { commonOrder } from "./assemble/date-text.ts";
import { parsePostmortem } from "./assemble/postmortem.ts";
import { compareText } from "./core/compare.ts";
import { UsageError } from "./core/errors.ts";
import type { FactName, Postmortem } from "./core/postmortem.ts";
import type { SourceFile, UnreadableFile } from "./core/source-file.ts";
import { contextOf } from "./project.ts";
import type { Project } from "./project.ts";
import type { FoundFiles } from "./read/find-files.ts";
import { expandPattern, findInFolder, kindOfPath, shownPath } from "./read/find-files.ts";
import type { ReadResult } from "./read/read-file.ts";
import { readSourceFile } from "./read/read-file.ts";

/** Files read at one time: well below any limit on open files. */
const BATCH = 32;

/** What became of the files of a folder. */
export interface ReadFolder {
  readonly postmortems: readonly Postmortem[];
  readonly unreadable: readonly UnreadableFile[];
  /** The text of each postmortem, by its path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Shown paths of files that are no postmortems by their name. */
  readonly setAside: readonly string[];
}

/** Called as files are read. */
export type Progress = (done: number, total: number) => void;

async function findIn(folder: string, { config, vocabulary }: Project): Promise<FoundFiles> {
  const { include, exclude } = config;
  return findInFolder(folder, { include, exclude, setAside: vocabulary.set_aside });
}

/** The files that one path of the command line names. */
async function filesOfPath(path: string, project: Project): Promise<FoundFiles> {
  const absolute = resolve(project.cwd, path);
  const kind = await kindOfPath(absolute);
  if (kind === "folder") {
    const found = await findIn(absolute, project);
    if (found.files.length > 0) return found;
    throw new UsageError(`${path}: no postmortems in this folder`, describePatterns(project));
  }
  if (kind === "file") return { files: [absolute], setAside: [], outside: [] };
  const matched = await expandPattern(path, project.cwd);
  if (matched === null) throw new UsageError(`${path}: no such file or folder`);
  if (matched.length === 0) throw new UsageError(`${path}: no file matches this pattern`);
  return { files: matched, setAside: [], outside: [] };
}

function describePatterns({ config }: Project): string {
  return `Files that match ${config.include.join(", ")} are postmortems; READMEs and templates are not.`;
}

/**
 * The postmortems of a project, or those at the paths of a command line.
 * @throws {UsageError} where a path does not exist, or nothing is there to read.
 */
export async function findFiles(project: Project, paths: readonly string[]): Promise<FoundFiles> {
  const { config, cwd } = project;
  if (paths.length === 0 && (await kindOfPath(config.folder)) !== "folder") {
    const hint = "Set `folder` in pm.yaml, give --dir, or write the first with `pm new`.";
    throw new UsageError(`${shownPath(config.folder, cwd)}: no such folder of postmortems`, hint);
  }
  const found = await Promise.all(
    paths.length === 0
      ? [findIn(config.folder, project)]
      : paths.map((path) => filesOfPath(path, project)),
  );
  const files = [...new Set(found.flatMap((one) => one.files))].toSorted(compareText);
  if (files.length === 0) {
    const folder = shownPath(config.folder, cwd);
    throw new UsageError(
      `${folder === cwd ? "." : folder}: no postmortems in this folder`,
      describePatterns(project),
    );
  }
  return {
    files,
    setAside: found.flatMap((one) => one.setAside),
    outside: found.flatMap((one) => one.outside),
  };
}

type ParseResult =
  | { readonly postmortem: Postmortem; readonly text: string }
  | { readonly unreadable: UnreadableFile };

function parseOne(
  file: SourceFile,
  context: AssembleContext,
  needs: readonly FactName[],
): ParseResult {
  try {
    return { postmortem: parsePostmortem(file, context, needs), text: file.text };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { unreadable: { path: file.path, message: "nested too deeply to be read" } };
  }
}

function collect(results: readonly ParseResult[]): Omit<ReadFolder, "setAside"> {
  const read = results.flatMap((result) => ("postmortem" in result ? [result] : []));
  return {
    postmortems: read.map(({ postmortem }) => postmortem),
    unreadable: results.flatMap((one) => ("unreadable" in one ? [one.unreadable] : [])),
    texts: new Map(read.map(({ postmortem, text }) => [postmortem.path, text])),
  };
}

/** Reads one document whose text is at hand. */
export function readText(
  file: SourceFile,
  project: Project,
  needs: readonly FactName[],
): ReadFolder {
  return { ...collect([parseOne(file, contextOf(project), needs)]), setAside: [] };
}

/**
 * The frontmatter of the other postmortems of a project's folder, for rules across files; none
 * where no configuration says which folder that is.
 * @param judged shown paths of the documents that are read already.
 */
export async function readOthers(
  project: Project,
  judged: readonly string[],
): Promise<readonly Postmortem[]> {
  const { config, cwd } = project;
  if (config.path === null || (await kindOfPath(config.folder)) !== "folder") return [];
  const here = new Set(judged.map((path) => resolve(cwd, path)));
  const { files } = await findIn(config.folder, project);
  const others = files.filter((path) => !here.has(path));
  if (others.length === files.length) return [];
  return collect(await readAll(others, project, [])).postmortems;
}

async function readSources(
  files: readonly string[],
  { cwd }: Project,
): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = [];
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH);
    const read = batch.map((path) => readSourceFile(path, shownPath(path, cwd)));
    results.push(...(await Promise.all(read)));
  }
  return results;
}

async function readAll(
  files: readonly string[],
  project: Project,
  needs: readonly FactName[],
  progress: Progress = () => undefined,
): Promise<readonly ParseResult[]> {
  const read = await readSources(files, project);
  const texts = read.flatMap((one) => (one.ok ? [one.file.text] : []));
  const dateOrder = project.config.dateOrder ?? commonOrder(texts);
  const context = { ...contextOf(project), dateOrder };
  const results: ParseResult[] = [];
  for (const one of read) {
    results.push(one.ok ? parseOne(one.file, context, needs) : { unreadable: one.unreadable });
    if (results.length % BATCH === 0 || results.length === read.length) {
      // A terminal shows nothing while this thread is busy.
      await setImmediate();
      progress(results.length, read.length);
    }
  }
  return results;
}

/**
 * Reads the postmortems of a project, or those at the paths of a command line.
 * @throws {UsageError} where a path does not exist, or nothing is there to read.
 */
export async function readFolder(
  project: Project,
  paths: readonly string[],
  needs: readonly FactName[],
  progress: Progress = () => undefined,
): Promise<ReadFolder> {
  return readFound(await findFiles(project, paths), project, needs, progress);
}

/** Reads files that were found. */
export async function readFound(
  { files, setAside, outside }: FoundFiles,
  project: Project,
  needs: readonly FactName[],
  progress: Progress = () => undefined,
): Promise<ReadFolder> {
  const read = collect(await readAll(files, project, needs, progress));
  const links = outside.map((path) => ({
    path: shownPath(path, project.cwd),
    message: "a link that leaves the folder",
  }));
  return {
    ...read,
    unreadable: [...read.unreadable, ...links],
    setAside: setAside.map((path) => shownPath(path, project.cwd)),
  };
}
