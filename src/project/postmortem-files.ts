import { dirname, resolve } from "node:path";
import { compareText } from "../core/compare.ts";
import { UsageError } from "../core/errors.ts";
import { firstOf } from "../core/first-of.ts";
import { once } from "../core/memo.ts";
import { stampOf } from "../read/file-stamp.ts";
import {
  expandPattern,
  findInFolder,
  type FoundFiles,
  kindOfPath,
  shownPath,
} from "../read/find-files.ts";
import { isInside } from "../read/leaving-links.ts";
import { type Project, projectFolders } from "./project.ts";

/** The postmortems in a folder. */
export async function findIn(folder: string, { config, vocabulary }: Project): Promise<FoundFiles> {
  const { include, exclude } = config;
  return findInFolder(folder, {
    include,
    exclude,
    setAside: vocabulary.set_aside,
    bundles: vocabulary.bundles,
    namedAs: vocabulary.incident_words,
  });
}

/** The postmortems that lie directly in a folder. */
export async function findBeside(folder: string, project: Project): Promise<FoundFiles> {
  const include = project.config.include.map((pattern) => pattern.replace(/^\*\*\//, ""));
  return findIn(folder, { ...project, config: { ...project.config, include } });
}

/** The postmortems of the folder that a project's configuration names; null where there is no such folder. */
export async function findOwn(project: Project): Promise<FoundFiles | null> {
  const { path, folder } = project.config;
  if (path === null || (await kindOfPath(folder)) !== "folder") return null;
  return findIn(folder, project);
}

/** A search without result, with what was left in it. */
function nothingFound(
  message: string,
  hint: string | null,
  left: FoundFiles["left"],
  { cwd }: Project,
): UsageError {
  const named = left.map((one) => `${shownPath(one.path, cwd)} was left out: ${one.message}`);
  return new UsageError([message, ...named].join("\n"), hint);
}

/** The files that one path of the command line names. */
async function filesOfPath(path: string, project: Project): Promise<FoundFiles> {
  const absolute = resolve(project.cwd, path);
  const kind = await kindOfPath(absolute);
  if (kind === "folder") {
    const found = await findIn(absolute, project);
    if (found.files.length > 0 || (await isOwnAndEmpty(absolute, project))) return found;
    const message = `${path}: no postmortems in this folder`;
    throw nothingFound(message, describePatterns(project), found.left, project);
  }
  if (kind === "file") return { files: [absolute], named: [absolute], setAside: [], left: [] };
  const matched = await expandPattern(path, project.cwd, projectFolders(project));
  if (matched === null) throw new UsageError(`${path}: no such file or folder`);
  const { files, left } = matched;
  if (files.length > 0) return { files, named: files, setAside: [], left };
  throw nothingFound(`${path}: no file matches this pattern`, null, left, project);
}

/** What to do where nothing was found: what counts, and the command that goes on from here. */
function describePatterns({ config }: Project): string {
  const files = `Files that match ${config.include.join(", ")} are postmortems; READMEs and templates are not.`;
  const next =
    config.path === null
      ? "`pm init` finds those of a repository and sets it up"
      : '`pm new "What broke"` writes the first';
  return `${files} ${next}.`;
}

/** Whether the folder that `pm.yaml` names holds no file yet, save those that are no postmortems by name. */
async function isEmptyFolder({ config, vocabulary }: Project): Promise<boolean> {
  if (config.path === null) return false;
  const selection = { include: ["**/*"], exclude: config.exclude, setAside: vocabulary.set_aside };
  const { files, left } = await findInFolder(config.folder, selection);
  return files.length + left.length === 0;
}

/** Whether a folder of the command line is, or holds, that of `pm.yaml`, in which there is nothing yet. */
async function isOwnAndEmpty(folder: string, project: Project): Promise<boolean> {
  const own = project.config.folder;
  return (own === folder || isInside(own, folder)) && (await isEmptyFolder(project));
}

/** How files with other endings are read, where they are all that there is. */
function hintFor(others: readonly string[], project: Project): string {
  if (others.length === 0) return describePatterns(project);
  const shown = others.map((path) => shownPath(path, project.cwd));
  return `${firstOf(shown, 1)} may be postmortems: name their ending in \`include\` of pm.yaml.`;
}

/**
 * The postmortems of a project, or those at the paths of a command line.
 * None where the project's folder holds no file yet: that is how it begins.
 * @throws {UsageError} where a path does not exist, or nothing is there to read.
 */
export async function findFiles(project: Project, paths: readonly string[]): Promise<FoundFiles> {
  const { config, cwd } = project;
  if (paths.length === 0 && (await kindOfPath(config.folder)) !== "folder") {
    const hint = "Set `folder` in pm.yaml, use --dir, or write the first one with `pm new`.";
    throw new UsageError(`${shownPath(config.folder, cwd)}: no such folder of postmortems`, hint);
  }
  if (paths.length === 0 && config.path === null && dirname(config.folder) === config.folder) {
    const hint = "Name the folder of postmortems with --dir, or run `pm init` in your repository.";
    throw new UsageError(`${config.folder}: pm does not read a whole file system`, hint);
  }
  const found: readonly FoundFiles[] = await Promise.all(
    paths.length === 0
      ? [findIn(config.folder, project)]
      : paths.map((path) => filesOfPath(path, project)),
  );
  const [only, ...others] = found;
  // Those of one folder or pattern are sorted already, each once.
  const files =
    only && others.length === 0
      ? only.files
      : [...new Set(found.flatMap((one) => one.files))].toSorted(compareText);
  const isEmpty = files.length === 0 && (await isEmptyFolder(project));
  if (files.length === 0 && !isEmpty) {
    const folder = shownPath(config.folder, cwd);
    const message = `${folder === cwd ? "." : folder}: no postmortems in this folder`;
    const left = found.flatMap((one) => one.left);
    const others = found.flatMap((one) => one.otherEndings ?? []);
    throw nothingFound(message, hintFor(others, project), left, project);
  }
  const left = new Map(found.flatMap((one) => one.left.map((file) => [file.path, file])));
  for (const path of files) left.delete(path);
  return {
    files,
    stamps: once(() => files.map(stampOf)),
    named: found.flatMap((one) => one.named ?? []),
    setAside: found.flatMap((one) => one.setAside),
    otherEndings: found.flatMap((one) => one.otherEndings ?? []),
    left: [...left.values()],
  };
}
