import { realpath, stat } from "node:fs/promises";
import { basename, isAbsolute, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { compareText } from "../core/compare.ts";

/** Which files of a folder are postmortems. */
export interface FileSelection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Patterns of file names, without ending, that are set aside with a word. */
  readonly setAside: readonly string[];
}

export interface FoundFiles {
  /** Absolute, in code-unit order. */
  readonly files: readonly string[];
  /** Those of them that the command line names one by one. */
  readonly named?: readonly string[];
  /** Absolute paths of files that look like no postmortem: a README, an index, a template. */
  readonly setAside: readonly string[];
  /** Absolute paths of links that leave the folder, which are not followed. */
  readonly outside: readonly string[];
}

/** A path with forward slashes, relative to a folder where it lies in it. */
export function shownPath(absolutePath: string, from: string): string {
  const within = relative(from, absolutePath);
  const shown = within === "" || isAbsolute(within) ? absolutePath : within;
  return shown.split(sep).join("/");
}

function isInside(path: string, folder: string): boolean {
  const within = relative(folder, path);
  return within !== ".." && !within.startsWith(`..${sep}`) && !isAbsolute(within);
}

/** The postmortems in a folder. */
export async function findInFolder(folder: string, selection: FileSelection): Promise<FoundFiles> {
  const found = await glob([...selection.include], {
    cwd: folder,
    absolute: true,
    onlyFiles: true,
    ignore: ["**/node_modules/**", ...selection.exclude],
    expandDirectories: false,
    followSymbolicLinks: false,
    caseSensitiveMatch: true,
  });
  const patterns = selection.setAside.map((pattern) => new RegExp(pattern, "i"));
  const root = await realpath(folder);
  const files: string[] = [];
  const setAside: string[] = [];
  const outside: string[] = [];
  for (const path of found.map((one) => resolve(one)).toSorted(compareText)) {
    const name = basename(path).replace(/(?<=.)\.[^.]*$/, "");
    if (patterns.some((pattern) => pattern.test(name))) setAside.push(path);
    else if (!isInside(await realPath(path), root) && isInside(path, folder)) {
      outside.push(path);
    } else files.push(path);
  }
  return { files, setAside, outside };
}

/** The path with every link resolved; the path itself where nothing is there. */
export async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** What a path on the command line is: a file, a folder, or nothing. */
export async function kindOfPath(absolutePath: string): Promise<"file" | "folder" | null> {
  try {
    return (await stat(absolutePath)).isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}

/** The files that a pattern on the command line matches; null where it is a plain path. */
export async function expandPattern(
  pattern: string,
  cwd: string,
): Promise<readonly string[] | null> {
  const slashed = pattern.split(sep).join("/");
  if (!isDynamicPattern(slashed)) return null;
  const found = await glob([slashed], {
    cwd,
    absolute: true,
    onlyFiles: true,
    expandDirectories: false,
  });
  return found.map((one) => resolve(one)).toSorted(compareText);
}
