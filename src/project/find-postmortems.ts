import { dirname } from "node:path";
import { readsLikePostmortem } from "../assemble/document-kind.ts";
import { compareBy, compareText } from "../core/compare.ts";
import type { SourceFile } from "../core/source-file.ts";
import { shownPath } from "../read/find-files.ts";
import { readSourceFile } from "../read/read-file.ts";
import { findIn } from "./postmortem-files.ts";
import { contextOf, type Project } from "./project.ts";

/** Folders below the one that is looked through. */
const DEPTH = 3;
/** More files than these nobody waits for; the first of them show where the others lie. */
const MOST_FILES = 1000;
/** A folder with so large a part of them is rather theirs than the one above it. */
const MOST_PART = 0.75;

/** Where postmortems lie already. */
export interface PostmortemPlace {
  /** Relative to the folder that was looked through; `.` for that folder itself. */
  readonly folder: string;
  readonly count: number;
}

function reads(file: SourceFile, project: Project): boolean {
  try {
    return readsLikePostmortem(file, contextOf(project));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}

async function foldersOfPostmortems(root: string, project: Project): Promise<readonly string[]> {
  const { files } = await findIn(root, project);
  const near = files
    .map((path) => ({ path, shown: shownPath(path, root) }))
    .filter(({ shown }) => shown.split("/").length <= DEPTH + 1);
  const folders: string[] = [];
  for (const { path, shown } of near.slice(0, MOST_FILES)) {
    const read = await readSourceFile(path, shown);
    if (read.ok && reads(read.value, project)) folders.push(dirname(shown));
  }
  return folders;
}

/** The folders right below one, with how many of the postmortems each holds; the fullest first. */
function below(folder: string, folders: readonly string[]): readonly PostmortemPlace[] {
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
      compareBy<PostmortemPlace>(
        (a, b) => b.count - a.count,
        (a, b) => compareText(a.folder, b.folder),
      ),
    );
}

/** The folder, at or below one, that holds most of the files that read like postmortems; null for none. */
export async function findPostmortems(
  root: string,
  project: Project,
): Promise<PostmortemPlace | null> {
  const folders = await foldersOfPostmortems(root, project);
  if (folders.length === 0) return null;
  let place: PostmortemPlace = { folder: ".", count: folders.length };
  for (;;) {
    const [fullest] = below(place.folder, folders);
    if (!fullest || fullest.count < place.count * MOST_PART) return place;
    place = fullest;
  }
}
