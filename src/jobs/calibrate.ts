import { dirname, resolve } from "node:path";
import { UsageError } from "../core/errors.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { Report } from "../core/table.ts";
import { findFiles } from "../project/postmortem-files.ts";
import type { Project } from "../project/project.ts";
import { printable, type ReadFolder, readFolder, readFound } from "../project/read-postmortems.ts";
import { readTexts } from "../project/read-texts.ts";
import { filesAtCommit } from "../read/changed-files.ts";
import { kindOfPath, shownPath } from "../read/find-files.ts";
import { realPath } from "../read/leaving-links.ts";
import { calibrateReport } from "../reports/calibrate/calibrate.ts";

/** What is asked of the documents. */
const NEEDS = ["gaps", "texts"] as const;

/** The report, and what became of the files of each rater. */
export interface Calibrated {
  readonly report: Report;
  readonly read: readonly ReadFolder[];
}

/** Refuses a path that is given twice: it would agree with itself. */
async function refuseRepeats(paths: readonly string[], { cwd }: Project): Promise<void> {
  const real = await Promise.all(paths.map((path) => realPath(resolve(cwd, path))));
  const repeated = real.findIndex((path, at) => real.indexOf(path) !== at);
  if (repeated === -1) return;
  const shown = shownPath(real[repeated] ?? "", await realPath(cwd));
  const hint = "Give each person's own copies, or --against a branch.";
  throw new UsageError(`${shown} is given twice, and agrees with itself`, hint);
}

/** Paths by rater: a folder is one rater's, files are by their folders, and copies in one folder are one each. */
async function pathsByRater(
  paths: readonly string[],
  { cwd }: Project,
): Promise<readonly (readonly string[])[]> {
  const byFolder = new Map<string, string[]>();
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const folder = (await kindOfPath(absolute)) === "folder" ? absolute : dirname(absolute);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), path]);
  }
  const folders = [...byFolder.values()];
  return folders.length > 1 ? folders : paths.map((path) => [path]);
}

/** Copies of one document in one folder have file names of their own, and mean the same document. */
function sameDocument(
  raters: readonly (readonly Postmortem[])[],
): readonly (readonly Postmortem[])[] {
  const isSingle = raters.every((rater) => rater.length === 1);
  const first = raters[0]?.[0];
  if (!isSingle || first === undefined) return raters;
  return raters.map((rater) => rater.map((one) => ({ ...one, id: first.id })));
}

/**
 * How far the copies of some documents are tagged alike.
 * @throws {UsageError} where fewer than two raters are given, one twice, or a path does not exist.
 */
export async function calibrateCopies(
  paths: readonly string[],
  project: Project,
): Promise<Calibrated> {
  await refuseRepeats(paths, project);
  const raters = await pathsByRater(paths, project);
  if (raters.length < 2) {
    const hint = "Give a folder (or files) for each, or --against a branch.";
    throw new UsageError("Agreement needs the tags of at least two people", hint);
  }
  const read: ReadFolder[] = [];
  for (const own of raters) read.push(await readFolder(project, own, NEEDS));
  const postmortems = sameDocument(read.map((one) => one.postmortems));
  return { report: calibrateReport(postmortems, project.taxonomy), read };
}

/** Documents by the names that git gives them at a commit; of those of today more is said already. */
function atCommit(ref: string, { postmortems, unreadable, ...read }: ReadFolder): ReadFolder {
  const named = <File extends { readonly path: string }>(file: File): File => {
    return { ...file, path: `${ref}:${file.path}` };
  };
  const files = { postmortems: postmortems.map(named), unreadable: unreadable.map(named) };
  return { ...read, ...files, setAside: [], doubtful: [], foreign: [] };
}

/**
 * How far documents are tagged as they were at a commit.
 * @throws {UsageError} where git knows no such commit, or it holds none of them.
 */
export async function calibrateAgainst(
  ref: string,
  paths: readonly string[],
  project: Project,
): Promise<Calibrated> {
  const { cwd, config } = project;
  const present = await findFiles(project, paths);
  const found = await filesAtCommit({ cwd, folder: config.folder }, ref, present.files);
  if (!found.ok) throw new UsageError(found.why.message, found.why.hint);
  if (found.value.size === 0) throw new UsageError(`\`${ref}\` holds none of these documents`);
  const files = [...found.value].map(([path, text]) => ({ path: shownPath(path, cwd), text }));
  const there = readTexts(files, project, { needs: NEEDS, keep: printable(project) });
  const here = await readFound(present, project, NEEDS);
  const report = calibrateReport([here.postmortems, there.postmortems], project.taxonomy);
  return { report, read: [here, atCommit(ref, there)] };
}
