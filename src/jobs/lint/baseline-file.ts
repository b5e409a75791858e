import { dirname, relative, resolve, sep } from "node:path";
import {
  type BaselineComparison,
  baselineEntries,
  type BaselineEntry,
  compareWithBaseline,
} from "../../core/settings/baseline.ts";
import type { Project } from "../../project/project.ts";
import { readNeeded } from "../../project/shipped.ts";
import { kindOfPath, shownPath } from "../../read/find-files.ts";
import { baselineText, parseBaseline } from "../../setup/baseline.ts";
import { withoutProblems } from "../../setup/setup-problem.ts";
import { updateInProject } from "../write-files.ts";
import type { LintedProject } from "./lint.ts";

/** A baseline file as it stands. */
export interface BaselineFile {
  /** As shown. */
  readonly path: string;
  readonly absolutePath: string;
  /** Null where there is no file. */
  readonly entries: readonly BaselineEntry[] | null;
}

/**
 * Reads a baseline file, if there is one.
 * @throws {UsageError} with the place of each problem in it.
 */
export async function readBaselineFile(absolutePath: string, cwd: string): Promise<BaselineFile> {
  const named = { path: shownPath(absolutePath, cwd), absolutePath };
  if ((await kindOfPath(absolutePath)) === null) return { ...named, entries: null };
  const file = await readNeeded(absolutePath, cwd);
  return { ...named, entries: withoutProblems(parseBaseline(file)) };
}

/** A shown path as a baseline writes it: the same whatever folder `pm` is started in. */
function entryPathFrom({ absolutePath }: BaselineFile, cwd: string): (shown: string) => string {
  return (shown) => relative(dirname(absolutePath), resolve(cwd, shown)).split(sep).join("/");
}

/** Paths of entries whose file was judged, or is no more. */
async function answeredPaths(
  file: BaselineFile,
  judged: ReadonlySet<string>,
): Promise<Set<string>> {
  const answered = new Set<string>();
  for (const path of new Set(file.entries?.map((entry) => entry.path))) {
    const isGone = (await kindOfPath(resolve(dirname(file.absolutePath), path))) === null;
    if (judged.has(path) || isGone) answered.add(path);
  }
  return answered;
}

/** What a baseline says of the findings of a run. */
export async function compareWithFile(
  { findings, files }: LintedProject,
  file: BaselineFile,
  cwd: string,
): Promise<BaselineComparison> {
  const entryPath = entryPathFrom(file, cwd);
  const answered = await answeredPaths(file, new Set(files.map(entryPath)));
  return compareWithBaseline(findings, file.entries ?? [], entryPath, answered);
}

/** The baseline without entries whose problems are gone. */
export function prunedBaseline(file: BaselineFile, { gone }: BaselineComparison): string {
  return baselineText((file.entries ?? []).filter((entry) => !gone.includes(entry)));
}

/** The baseline of today: all findings of the judged files, and what it had of the others. */
export async function updatedBaseline(
  { findings, files }: LintedProject,
  file: BaselineFile,
  cwd: string,
): Promise<string> {
  const entryPath = entryPathFrom(file, cwd);
  const answered = await answeredPaths(file, new Set(files.map(entryPath)));
  const others = (file.entries ?? []).filter(({ path }) => !answered.has(path));
  return baselineText([...others, ...baselineEntries(findings, entryPath)]);
}

/**
 * Writes a baseline file anew, which may be new; what another run writes at the same time stays.
 * @param textOf what is to stand in the file, by what stands in it now.
 * @throws {UsageError} where it cannot be read or written.
 */
export async function rewriteBaseline(
  { absolutePath, path }: BaselineFile,
  textOf: (now: BaselineFile) => Promise<string>,
  project: Project,
): Promise<void> {
  const now = async () => textOf(await readBaselineFile(absolutePath, project.cwd));
  await updateInProject({ path, absolutePath }, now, project);
}
