import { basename, dirname } from "node:path";
import { isCalledLikePostmortem, type Likeness, likenessOf } from "../assemble/document-kind.ts";
import { compareBy, compareText } from "../core/compare.ts";
import type { SourceFile } from "../core/source-file.ts";
import { shownPath } from "../read/find-files.ts";
import { readSources } from "../read/read-sources.ts";
import { findIn } from "./postmortem-files.ts";
import { contextOf, type Project } from "./project.ts";

/** Folders below the one that is looked through. */
const DEPTH = 8;
/** Files of site generators that are markdown before they are made into pages. */
const USUAL_INCLUDE = "**/*.{md,markdown,mdx,qmd}";
const OTHER_INCLUDE = [USUAL_INCLUDE, "**/*.{md,markdown}.erb", "**/*.{Rmd,rmd}"];
/** More files than these nobody waits for; the first of them show where the others lie. */
const MOST_FILES = 1000;
/** A folder with so large a part of them is rather theirs than the one above it. */
const MOST_PART = 0.75;

/** Where postmortems lie already. */
export interface PostmortemPlace {
  /** Relative to the folder that was looked through; `.` for that folder itself. */
  readonly folder: string;
  /** Patterns of files where pm would not look for them by itself; null where it would. */
  readonly include: readonly string[] | null;
  /** The folders in it to which `include` keeps, where most of what lies beside them is something else. */
  readonly within?: readonly string[];
}

/** A file, and what it reads like. */
interface Look {
  /** Relative to the folder that was looked through. */
  readonly path: string;
  readonly like: Likeness;
}

/** What lies in a folder; paths are relative to the one looked through. */
interface FolderContent {
  /** How many files read like postmortems. */
  readonly count: number;
  /** What pm reads all the same, as nothing says what else it is. */
  readonly unlike: readonly string[];
  /** What it sets aside, each with what it is: `x.md (a runbook)`. */
  readonly setAside: readonly string[];
}

/** What `pm init` learns about the documents of a repository. */
export interface Survey {
  /** The folder, at or below the one looked through, that holds most of the postmortems; null for none. */
  readonly place: PostmortemPlace | null;
  /** The same for what is called like postmortems and does not read like one. */
  readonly likelyPlace: PostmortemPlace | null;
  readonly contentOf: (folder: string, within?: readonly string[]) => FolderContent;
  /** What reads like a postmortem and lies elsewhere. */
  readonly outside: (folder: string, within?: readonly string[]) => readonly string[];
}

function look(file: SourceFile, project: Project): Likeness {
  try {
    return likenessOf(file, contextOf(project));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { other: "nested too deeply to read" };
  }
}

/** The files that may be postmortems, each with what it reads like. */
async function looksOf(root: string, given: Project): Promise<readonly Look[]> {
  const project = { ...given, config: { ...given.config, include: OTHER_INCLUDE } };
  const { files } = await findIn(root, project);
  const near = files.filter((path) => shownPath(path, root).split("/").length <= DEPTH + 1);
  const found: Look[] = [];
  for await (const read of readSources(near.slice(0, MOST_FILES), root)) {
    if (read.ok) found.push({ path: read.value.path, like: look(read.value, project) });
  }
  return found;
}

function isIn(folder: string, path: string): boolean {
  return folder === "." || path.startsWith(`${folder}/`);
}

/** How the files in a folder end: `.html.md.erb`; null where pm looks for such files anyway. */
function includeOf(paths: readonly string[], folder: string): readonly string[] | null {
  const inside = paths.filter((path) => isIn(folder, path));
  const endings = inside.flatMap((path) => /(?:\.[a-z]{1,8}){1,3}$/i.exec(path)?.[0] ?? []);
  const others = [...new Set(endings.filter((ending) => /\.(?:erb|rmd)$/i.test(ending)))];
  if (others.length === 0) return null;
  return ["**/*.md", ...others.toSorted(compareText).map((ending) => `**/*${ending}`)];
}

interface Fullness {
  readonly folder: string;
  readonly count: number;
}

/** The folders right below one, with how many of the postmortems each holds; the fullest first. */
function below(folder: string, folders: readonly string[]): readonly Fullness[] {
  const head = folder === "." ? "" : `${folder}/`;
  const inside = folders.filter((one) => one !== "." && one.startsWith(head));
  const counts = new Map<string, number>();
  for (const one of inside) {
    const [name = ""] = one.slice(head.length).split("/");
    counts.set(`${head}${name}`, (counts.get(`${head}${name}`) ?? 0) + 1);
  }
  return [...counts]
    .map(([path, count]) => ({ folder: path, count }))
    .toSorted(
      compareBy<Fullness>(
        (a, b) => b.count - a.count,
        (a, b) => compareText(a.folder, b.folder),
      ),
    );
}

function isBundle(path: string, { vocabulary }: Project): boolean {
  const name = (basename(path).split(".")[0] ?? "").toLowerCase();
  return dirname(path) !== "." && vocabulary.bundles.includes(name);
}

/** Whether a folder is that of a year, a month or a day, beside which the next ones will lie. */
function isDated(folder: string): boolean {
  return /^(?:19|20)\d{2}(?:\d{4})?(?!\d)/.test(basename(folder));
}

/** The folder, at or below the one looked through, that holds most of some files; null for none. */
function placeOf(paths: readonly string[], project: Project): PostmortemPlace | null {
  if (paths.length === 0) return null;
  // Of a bundle the folder above it holds the others, too.
  const folders = paths.map((path) =>
    isBundle(path, project) ? dirname(dirname(path)) : dirname(path),
  );
  let place: Fullness = { folder: ".", count: folders.length };
  for (;;) {
    const [fullest] = below(place.folder, folders);
    if (!fullest || fullest.count < place.count * MOST_PART || isDated(fullest.folder)) {
      return { folder: place.folder, include: includeOf(paths, place.folder) };
    }
    place = fullest;
  }
}

/** What folders of postmortems are called, in any language. */
function namesOfFolders(project: Project): RegExp {
  const { registry, vocabularyOf } = project.languages();
  const known = Object.keys(registry).filter((id) => registry[id]?.vocabulary === true);
  const words = [project.vocabulary, ...known.map(vocabularyOf)].flatMap(
    ({ incident_words: own }) => own,
  );
  return new RegExp([...new Set(words)].join("|"), "iu");
}

/** The outermost folder of a file, below another one, that is called like one of postmortems; null for none. */
function calledFolder(path: string, folder: string, names: RegExp): string | null {
  const above = folder === "." ? [] : folder.split("/");
  const parts = dirname(path).split("/").slice(above.length);
  const at = parts.findIndex((part) => names.test(part.replaceAll("_", "-")));
  return at === -1 ? null : [...above, ...parts.slice(0, at + 1)].join("/");
}

function commonFolder([first = ".", ...others]: readonly string[]): string {
  const parts = first.split("/").slice(0, -1);
  while (others.some((one) => !isIn(parts.join("/") || ".", one))) parts.pop();
  return parts.join("/") || ".";
}

/**
 * The folders of a place that are called after incidents, if they hold most of the postmortems and what
 * lies beside them is mostly something else, which reports would count; otherwise the place itself.
 */
function narrowed(
  place: PostmortemPlace,
  looks: readonly Look[],
  project: Project,
): PostmortemPlace {
  const { folder } = place;
  const names = namesOfFolders(project);
  const inside = looks.filter(({ path }) => isIn(folder, path));
  const like = pathsOf(inside, "postmortem");
  const called = like.flatMap((path) => calledFolder(path, folder, names) ?? []);
  const isMixed = pathsOf(inside, "unlike").length > like.length;
  if (!isMixed || called.length * 2 < like.length || names.test(basename(folder))) return place;
  const within = [...new Set(called)].toSorted(compareText);
  const [only] = within;
  if (only === undefined) return place;
  if (within.length === 1) return { folder: only, include: includeOf(like, only) };
  const common = commonFolder(within);
  const patterns = includeOf(called, common) ?? [USUAL_INCLUDE];
  const include = within.flatMap((one) => {
    const own = common === "." ? one : one.slice(common.length + 1);
    return patterns.map((pattern) => `${own}/${pattern}`);
  });
  return { folder: common, include, within };
}

/** The paths of the files that read like something. */
function pathsOf(looks: readonly Look[], wanted: "postmortem" | "unlike"): readonly string[] {
  return looks.flatMap(({ path, like }) => (like === wanted ? [path] : []));
}

function contentOf(looks: readonly Look[]): FolderContent {
  return {
    count: pathsOf(looks, "postmortem").length,
    unlike: pathsOf(looks, "unlike"),
    setAside: looks.flatMap(({ path, like }) =>
      typeof like === "object" ? [`${path} (${like.other})`] : [],
    ),
  };
}

/** Looks through a repository for postmortems. */
export async function surveyPostmortems(root: string, project: Project): Promise<Survey> {
  const looks = await looksOf(root, project);
  const likely = pathsOf(looks, "unlike").filter((path) =>
    isCalledLikePostmortem(path, project.vocabulary),
  );
  const place = placeOf(pathsOf(looks, "postmortem"), project);
  const isInPlace = (path: string, folder: string, within: readonly string[] = [folder]) =>
    within.some((one) => isIn(one, path));
  return {
    place: place && narrowed(place, looks, project),
    likelyPlace: placeOf(likely, project),
    contentOf: (folder, within) =>
      contentOf(looks.filter(({ path }) => isInPlace(path, folder, within))),
    outside: (folder, within) =>
      pathsOf(looks, "postmortem").filter((path) => !isInPlace(path, folder, within)),
  };
}
