import { resolve } from "node:path";
import { parsePostmortem } from "./assemble/postmortem.ts";
import { compareText } from "./core/compare.ts";
import { UsageError } from "./core/errors.ts";
import type { FactName, Postmortem } from "./core/postmortem.ts";
import type { UnreadableFile } from "./core/source-file.ts";
import { contextOf } from "./project.ts";
import type { Project } from "./project.ts";
import type { FoundFiles } from "./read/find-files.ts";
import { expandPattern, findInFolder, kindOfPath, shownPath } from "./read/find-files.ts";
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

async function findFiles(project: Project, paths: readonly string[]): Promise<FoundFiles> {
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

async function readOne(
  path: string,
  project: Project,
  needs: readonly FactName[],
): Promise<ParseResult> {
  const read = await readSourceFile(path, shownPath(path, project.cwd));
  if (!read.ok) return { unreadable: read.unreadable };
  try {
    const postmortem = parsePostmortem(read.file, contextOf(project), needs);
    return { postmortem, text: read.file.text };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { unreadable: { path: read.file.path, message: "nested too deeply to be read" } };
  }
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
  const { files, setAside, outside } = await findFiles(project, paths);
  const results: ParseResult[] = [];
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH);
    results.push(...(await Promise.all(batch.map((path) => readOne(path, project, needs)))));
    progress(results.length, files.length);
  }
  const links = outside.map((path) => ({
    path: shownPath(path, project.cwd),
    message: "a link that leaves the folder",
  }));
  return {
    postmortems: results.flatMap((result) => ("postmortem" in result ? [result.postmortem] : [])),
    unreadable: [
      ...results.flatMap((result) => ("unreadable" in result ? [result.unreadable] : [])),
      ...links,
    ],
    texts: new Map(
      results.flatMap((result) =>
        "postmortem" in result ? [[result.postmortem.path, result.text] as const] : [],
      ),
    ),
    setAside: setAside.map((path) => shownPath(path, project.cwd)),
  };
}
