import { UsageError } from "./core/errors.ts";
import { compareText } from "./core/compare.ts";
import type { Postmortem } from "./core/postmortem.ts";
import type { SourceFile } from "./core/source-file.ts";
import type { Rule } from "./lint/define.ts";
import type { LintOutcome } from "./lint/run.ts";
import { runRules } from "./lint/run.ts";
import type { Progress, ReadFolder } from "./pipeline.ts";
import { findFiles, readFound, readOthers, readText } from "./pipeline.ts";
import type { Project } from "./project.ts";
import { changedFiles } from "./read/changed-files.ts";
import type { FoundFiles } from "./read/find-files.ts";
import { realPath, shownPath } from "./read/find-files.ts";

/** What `pm lint` reads of each document. */
const NEEDS = ["everything", "prose"] as const;

/** Which documents are to be judged. */
export type LintTarget =
  | { readonly kind: "paths"; readonly paths: readonly string[] }
  /** Those of the paths that differ from a commit. */
  | { readonly kind: "changed"; readonly paths: readonly string[]; readonly base: string }
  /** One whose text is at hand. */
  | { readonly kind: "text"; readonly file: SourceFile };

/** What the rules say of the documents of a target. */
export interface LintedProject extends LintOutcome {
  /** Shown paths of the documents that were judged, sorted. */
  readonly files: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  /** Shown paths of files that are no postmortems by their name. */
  readonly setAside: readonly string[];
  /** What else there is to know of the target, as sentences. */
  readonly notes: readonly string[];
}

interface ReadTarget extends ReadFolder {
  readonly notes: readonly string[];
}

function changeNotes(
  judged: readonly string[],
  changed: ReadonlySet<string>,
  base: string,
  { setupPaths, cwd }: Project,
): readonly string[] {
  const setup = setupPaths.filter((path) => changed.has(path)).map((path) => shownPath(path, cwd));
  const advice = "which can concern every document: pm lint without --changed checks all";
  return [
    ...(judged.length === 0 ? [`No postmortem changed since ${base}.`] : []),
    ...(setup.length > 0 ? [`note: ${setup.join(" and ")} changed too, ${advice}`] : []),
  ];
}

async function readChanged(
  found: FoundFiles,
  base: string,
  project: Project,
  progress: Progress,
): Promise<ReadTarget> {
  const changed = await changedFiles(project.config.folder, base);
  if (changed.files === null) throw new UsageError(changed.error, changed.hint);
  const real = await Promise.all(found.files.map((path) => realPath(path)));
  const files = found.files.filter((_path, index) => changed.files.has(real[index] ?? ""));
  const read = await readFound({ files, setAside: [], outside: [] }, project, NEEDS, progress);
  return { ...read, notes: changeNotes(files, changed.files, base, project) };
}

async function readTarget(
  target: LintTarget,
  project: Project,
  progress: Progress,
): Promise<ReadTarget> {
  if (target.kind === "text") return { ...readText(target.file, project, NEEDS), notes: [] };
  const found = await findFiles(project, target.paths);
  if (target.kind === "changed") return readChanged(found, target.base, project, progress);
  return { ...(await readFound(found, project, NEEDS, progress)), notes: [] };
}

/**
 * Judges the documents of a target; rules across files compare them with all of the project's.
 * @throws {UsageError} where there is nothing to read, or git cannot tell what changed.
 */
export async function lintProject(
  project: Project,
  target: LintTarget,
  rules: readonly Rule[],
  progress: Progress,
): Promise<LintedProject> {
  const read = await readTarget(target, project, progress);
  const { postmortems, unreadable, texts, setAside, notes } = read;
  const files = [...postmortems, ...unreadable].map(({ path }) => path).toSorted(compareText);
  const others = await readOthers(project, files);
  return { ...judge(read, others, project, rules), files, texts, setAside, notes };
}

function judge(
  { postmortems, unreadable, texts }: ReadFolder,
  others: readonly Postmortem[],
  { taxonomy, config, language }: Project,
  rules: readonly Rule[],
): LintOutcome {
  const context = { taxonomy, config, language };
  return runRules({ postmortems, others, unreadable, texts, rules, context });
}

/** Judges one document by itself. */
export function lintText(file: SourceFile, project: Project, rules: readonly Rule[]): LintOutcome {
  return judge(readText(file, project, NEEDS), [], project, rules);
}
