import { basename, dirname } from "node:path";
import { readsLikePostmortem } from "../assemble/document-kind.ts";
import { compareBy, compareText } from "../core/compare.ts";
import type { SourceFile } from "../core/source-file.ts";
import { shownPath } from "../read/find-files.ts";
import { readSources } from "../read/read-sources.ts";
import { findIn } from "./postmortem-files.ts";
import { contextOf, type Project } from "./project.ts";

/** Folders below the one that is looked through. */
const DEPTH = 8;
/** Files of site generators that are markdown before they are made into pages. */
const OTHER_INCLUDE = ["**/*.{md,markdown,mdx,qmd}", "**/*.{md,markdown}.erb", "**/*.{Rmd,rmd}"];
/** More files than these nobody waits for; the first of them show where the others lie. */
const MOST_FILES = 1000;
/** A folder with so large a part of them is rather theirs than the one above it. */
const MOST_PART = 0.75;

/** Where postmortems lie already. */
export interface PostmortemPlace {
  /** Relative to the folder that was looked through; `.` for that folder itself. */
  readonly folder: string;
  readonly count: number;
  /** Patterns of files where pm would not look for them by itself; null where it would. */
  readonly include: readonly string[] | null;
}

function reads(file: SourceFile, project: Project): boolean {
  try {
    return readsLikePostmortem(file, contextOf(project));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}

/** The files that read like postmortems, relative to the folder. */
async function pathsOfPostmortems(root: string, given: Project): Promise<readonly string[]> {
  const project = { ...given, config: { ...given.config, include: OTHER_INCLUDE } };
  const { files } = await findIn(root, project);
  const near = files.filter((path) => shownPath(path, root).split("/").length <= DEPTH + 1);
  const found: string[] = [];
  for await (const read of readSources(near.slice(0, MOST_FILES), root)) {
    if (read.ok && reads(read.value, project)) found.push(read.value.path);
  }
  return found;
}

/** How the files in a folder end: `.html.md.erb`; null where pm looks for such files anyway. */
function includeOf(paths: readonly string[], folder: string): readonly string[] | null {
  const inside = paths.filter((path) => folder === "." || path.startsWith(`${folder}/`));
  const endings = inside.flatMap((path) => /(?:\.[a-z]{1,8}){1,3}$/i.exec(path)?.[0] ?? []);
  const others = [...new Set(endings.filter((ending) => /\.(?:erb|rmd)$/i.test(ending)))];
  if (others.length === 0) return null;
  return ["**/*.md", ...others.toSorted(compareText).map((ending) => `**/*${ending}`)];
}

/** The folders right below one, with how many of the postmortems each holds; the fullest first. */
function below(
  folder: string,
  folders: readonly string[],
): readonly Omit<PostmortemPlace, "include">[] {
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
      compareBy<Omit<PostmortemPlace, "include">>(
        (a, b) => b.count - a.count,
        (a, b) => compareText(a.folder, b.folder),
      ),
    );
}

function isBundle(path: string, { vocabulary }: Project): boolean {
  const name = (basename(path).split(".")[0] ?? "").toLowerCase();
  return dirname(path) !== "." && vocabulary.bundles.includes(name);
}

/** The folder, at or below one, that holds most of the files that read like postmortems; null for none. */
export async function findPostmortems(
  root: string,
  project: Project,
): Promise<PostmortemPlace | null> {
  const paths = await pathsOfPostmortems(root, project);
  if (paths.length === 0) return null;
  // Of a bundle the folder above it holds the others, too.
  const folders = paths.map((path) =>
    isBundle(path, project) ? dirname(dirname(path)) : dirname(path),
  );
  let place: Omit<PostmortemPlace, "include"> = { folder: ".", count: folders.length };
  for (;;) {
    const [fullest] = below(place.folder, folders);
    if (!fullest || fullest.count < place.count * MOST_PART) {
      return { ...place, include: includeOf(paths, place.folder) };
    }
    place = fullest;
  }
}
