import { realpath, stat } from "node:fs/promises";
import { basename, dirname, resolve, sep } from "node:path";
import { isDynamicPattern } from "tinyglobby";
import { compareText } from "../core/compare.ts";
import { once } from "../core/memo.ts";
import type { UnreadableFile } from "../core/source-file.ts";
import { DATED_NAME } from "../core/time/dated-name.ts";
import type { FileStamp } from "./file-stamp.ts";
import { isInside, leavesFolders, realPath } from "./leaving-links.ts";
import { inAnyCase, type MatchedPaths, matchPaths } from "./match-paths.ts";
import { isOwnPage } from "./own-pages.ts";
import { plainWalk } from "./plain-walk.ts";
import { shownPath } from "./shown-path.ts";

export { realPath, shownPath };

/** Which files of a folder are postmortems. */
export interface FileSelection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Patterns of file names, without ending, that are set aside with a word. */
  readonly setAside: readonly string[];
  /** Names of files, without ending, that are the document of a folder which holds no other. */
  readonly bundles?: readonly string[];
  /** Words in the names of files that are looked for under other endings (regular expressions). */
  readonly namedAs?: readonly string[];
}

export interface FoundFiles {
  /** Absolute, in code-unit order. */
  readonly files: readonly string[];
  /** Their stamps, as they were when somebody first asked: before any of the files is opened. */
  readonly stamps?: () => readonly (FileStamp | null)[];
  /** Those of them that the command line names one by one. */
  readonly named?: readonly string[];
  /** Absolute paths of files that look like no postmortem: a README, an index, a template. */
  readonly setAside: readonly string[];
  /** Absolute paths of files that may be postmortems by their names, and have other endings. */
  readonly otherEndings?: readonly string[];
  /** What would be read if it were a file of the folder, by absolute path, and what it is instead. */
  readonly left: readonly UnreadableFile[];
}

/** What becomes of a link; null where what it leads to is read without it. */
async function reasonToLeave(
  link: string,
  folders: readonly string[],
  seen: readonly string[],
): Promise<string | null> {
  const target = await realpath(link).catch(() => null);
  if (target === null) return "a broken link";
  if (await leavesFolders(link, folders)) return "a link that leaves the folder";
  if (seen.some((path) => isInside(path, target))) return null;
  return "a link to what is not read itself";
}

/** The last part of a path as a walk gives it. To look at all of its letters, as is done for any path, takes longer. */
function nameOf(path: string): string {
  return sep === "/" ? path.slice(path.lastIndexOf(sep) + 1) : basename(path);
}

/** The folder of such a path. */
function folderOf(path: string): string {
  return (sep === "/" && path.slice(0, path.lastIndexOf(sep))) || dirname(path);
}

/** Parts what was matched into files and what is left, with the reason. */
async function withoutLinks(
  { files, links, others, closed }: MatchedPaths,
  folders: readonly string[],
): Promise<Pick<FoundFiles, "files" | "left">> {
  const left = [
    ...others.map((path) => ({ path, message: "not a regular file" })),
    ...closed.map((path) => ({ path, message: "no permission to look into this folder" })),
  ];
  const inside: string[] = [];
  // No file here is a link itself, so that all of one folder leave or stay.
  const leaves = new Map<string, boolean>();
  for (const path of files) {
    const folder = folderOf(path);
    const leaving = leaves.get(folder) ?? (await leavesFolders(folder, folders));
    leaves.set(folder, leaving);
    if (!leaving) inside.push(path);
    else left.push({ path, message: "a link that leaves the folder" });
  }
  const seen = links.length > 0 ? await Promise.all(inside.map(realPath)) : [];
  for (const path of links) {
    const message = await reasonToLeave(path, folders, seen);
    if (message !== null) left.push({ path, message });
  }
  return { files: inside, left: left.toSorted((a, b) => compareText(a.path, b.path)) };
}

/** How many of the files lie in each folder, or below it. */
function countInside(files: readonly string[]): ReadonlyMap<string, number> {
  const own = new Map<string, number>();
  for (const path of files) {
    const folder = dirname(path);
    own.set(folder, (own.get(folder) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const [folder, count] of own) {
    for (let outer = folder, inner = ""; outer !== inner; inner = outer, outer = dirname(outer)) {
      counts.set(outer, (counts.get(outer) ?? 0) + count);
    }
  }
  return counts;
}

/** Endings of texts, in which postmortems are kept too. */
const OTHER_ENDINGS = "txt text rmd adoc asciidoc rst org erb html htm docx odt wiki textile".split(
  " ",
);
/** Files with these, and with none. */
const OTHER_FILES = [inAnyCase(`**/*.{${OTHER_ENDINGS.join()}}`), "**/!(*.*)"];
const OTHER_NAME = new RegExp(`^[^.]+$|\\.(?:${OTHER_ENDINGS.join("|")})$`, "i");
/** Files without an ending that every repository has. */
const NO_DOCUMENTS = /^(?:[A-Z\d_-]+|\w+file|\..*)$/;

/** Patterns that name a file, as `**\/README.md` does: what they match is meant. */
function namingPatterns(include: readonly string[]): readonly string[] {
  return include.filter((pattern) =>
    /^[^*?{}[\]]+$/.test((pattern.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "")),
  );
}

/** Files of other endings that lie beside postmortems or are called as they are. */
async function withOtherEndings(
  folder: string,
  { include, namedAs = [] }: FileSelection,
  ignore: readonly string[],
  { files, names }: MatchedPaths,
): Promise<readonly string[]> {
  if (namedAs.length === 0 || include.some((pattern) => !basename(pattern).includes(".")))
    return [];
  // Such patterns lead the walk through all folders, so that it came across every name.
  const sawAll = include.some((pattern) => pattern.startsWith("**/"));
  if (sawAll && !names.some((name) => OTHER_NAME.test(name))) return [];
  const matched = await matchPaths(OTHER_FILES, folder, ignore);
  const known = new Set(files);
  const folders = new Set(files.map((path) => dirname(path)));
  const words = namedAs.map((pattern) => new RegExp(pattern, "i"));
  const found = matched.files.filter((path) => {
    if (known.has(path)) return false;
    const name = basename(path);
    if (NO_DOCUMENTS.test(name)) return false;
    return (
      DATED_NAME.test(name) || words.some((word) => word.test(name)) || folders.has(dirname(path))
    );
  });
  const own = await Promise.all(found.map(isOwnPage));
  return found.filter((_, index) => own[index] !== true);
}

/** A name of a file without its last ending; one that begins with its only dot has none. */
function withoutEnding(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}

/** The postmortems in a folder. */
export async function findInFolder(folder: string, selection: FileSelection): Promise<FoundFiles> {
  const { include, exclude } = selection;
  const ignore = ["**/node_modules/**", ...exclude.map(inAnyCase)];
  const matched =
    (exclude.length === 0 ? plainWalk(folder, include) : null) ??
    (await matchPaths(include.map(inAnyCase), folder, ignore));
  const { files, left } = await withoutLinks(matched, [folder]);
  const naming = namingPatterns(include);
  const meant = new Set(
    naming.length > 0 ? (await matchPaths(naming.map(inAnyCase), folder, ignore)).files : [],
  );
  const patterns = selection.setAside.map((pattern) => new RegExp(pattern, "i"));
  const others = once(() => countInside(files));
  const isSetAside = (path: string): boolean => {
    if (meant.has(path)) return false;
    const name = withoutEnding(nameOf(path));
    const isBundle = selection.bundles?.includes(name.toLowerCase()) === true;
    if (isBundle && dirname(path) !== folder && others().get(dirname(path)) === 1) return false;
    return patterns.some((pattern) => pattern.test(name));
  };
  const setAside = [...files, ...left.map(({ path }) => path)].filter(isSetAside);
  const isAside = new Set(setAside);
  return {
    files: files.filter((path) => !isAside.has(path)),
    setAside: setAside.toSorted(compareText),
    otherEndings: await withOtherEndings(folder, selection, ignore, { ...matched, files }),
    left: left.filter(({ path }) => !isAside.has(path)),
  };
}

/** What a path on the command line is: a file, a folder, or nothing. */
export async function kindOfPath(absolutePath: string): Promise<"file" | "folder" | null> {
  try {
    return (await stat(absolutePath)).isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}

/** The folder in which a pattern begins to match. */
function startOfPattern(slashed: string, cwd: string): string {
  const parts = slashed.split("/");
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => isDynamicPattern(part)),
  );
  return resolve(cwd, fixed.join("/") || (slashed.startsWith("/") ? "/" : "."));
}

/**
 * The files that a pattern on the command line matches; null where it is a plain path.
 * @param folders those of the project: a link that leaves them is left, and said so.
 */
export async function expandPattern(
  pattern: string,
  cwd: string,
  folders: readonly string[],
): Promise<Pick<FoundFiles, "files" | "left"> | null> {
  const slashed = pattern.split(sep).join("/");
  if (!isDynamicPattern(slashed)) return null;
  const start = startOfPattern(slashed, cwd);
  const isAround = folders.some((folder) => isInside(start, folder));
  return withoutLinks(await matchPaths([slashed], cwd, []), isAround ? folders : [start]);
}
