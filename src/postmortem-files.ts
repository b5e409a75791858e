import { resolve } from "node:path";
import { compareText } from "./core/compare.ts";
import { UsageError } from "./core/errors.ts";
import type { Project } from "./project.ts";
import type { FoundFiles } from "./read/find-files.ts";
import { expandPattern, findInFolder, kindOfPath, shownPath } from "./read/find-files.ts";

/** The postmortems in a folder. */
export async function findIn(folder: string, { config, vocabulary }: Project): Promise<FoundFiles> {
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
  if (kind === "file") return { files: [absolute], named: [absolute], setAside: [], outside: [] };
  const matched = await expandPattern(path, project.cwd);
  if (matched === null) throw new UsageError(`${path}: no such file or folder`);
  if (matched.length === 0) throw new UsageError(`${path}: no file matches this pattern`);
  return { files: matched, named: matched, setAside: [], outside: [] };
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
    named: found.flatMap((one) => one.named ?? []),
    setAside: found.flatMap((one) => one.setAside),
    outside: found.flatMap((one) => one.outside),
  };
}
