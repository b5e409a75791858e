import { resolve } from "node:path";
import { counted } from "../../../core/counted.ts";
import { UsageError } from "../../../core/errors.ts";
import type { Finding } from "../../../core/finding.ts";
import {
  type BaselineFile,
  compareWithFile,
  prunedBaseline,
  readBaselineFile,
  rewriteBaseline,
  updatedBaseline,
} from "../../../jobs/lint/baseline-file.ts";
import type { LintedProject } from "../../../jobs/lint/lint.ts";
import { fileUnreadable } from "../../../lint/rules/file-unreadable.ts";
import type { Project } from "../../../project/project.ts";
import type { LintOptions } from "./options.ts";

/** What remains to be reported without known problems. */
interface Remaining {
  readonly findings: readonly Finding[];
  /** Sentences for standard error; may be empty. */
  readonly notes: readonly string[];
}

async function openBaseline(options: LintOptions, { cwd, config }: Project): Promise<BaselineFile> {
  const given = typeof options.baseline === "string" ? resolve(cwd, options.baseline) : null;
  const file = await readBaselineFile(given ?? config.baselinePath, cwd);
  const isNeeded = given !== null || options.pruneBaseline === true;
  if (file.entries === null && isNeeded && !options.updateBaseline) {
    throw new UsageError(`${file.path}: no such file`, "Create it with --update-baseline.");
  }
  return file;
}

/** The findings of files that could not be read, and all others. */
function partition(
  findings: readonly Finding[],
): readonly [readonly Finding[], readonly Finding[]] {
  const isUnreadable = ({ ruleId }: Finding) => ruleId === fileUnreadable.id;
  return [findings.filter(isUnreadable), findings.filter((one) => !isUnreadable(one))];
}

/** Leaves out the findings in the baseline, and rewrites the baseline on request. */
export async function applyBaseline(
  linted: LintedProject,
  options: LintOptions,
  project: Project,
): Promise<Remaining> {
  if (options.baseline === false) return { findings: linted.findings, notes: [] };
  const file = await openBaseline(options, project);
  if (options.updateBaseline) {
    // What nobody can read has no known problems: later ones in the same file would stay hidden.
    const [unreadable, findings] = partition(linted.findings);
    const readable = { ...linted, findings };
    await rewriteBaseline(file, (now) => updatedBaseline(readable, now, project.cwd), project);
    const recorded = counted(findings.length, "problem");
    return {
      findings: unreadable,
      notes: [`Wrote ${file.path}: ${recorded} in ${counted(linted.files.length, "file")}`],
    };
  }
  if (file.entries === null) return { findings: linted.findings, notes: [] };
  const comparison = await compareWithFile(linted, file, project.cwd);
  const { fresh, known, gone } = comparison;
  const notes =
    known.length > 0 ? [`${counted(known.length, "known problem")} left out (${file.path})`] : [];
  if (gone.length === 0) return { findings: fresh, notes };
  const goneText = `${counted(gone.length, "problem")} in ${file.path}`;
  if (!options.pruneBaseline) {
    const note = `${goneText} ${gone.length === 1 ? "is" : "are"} gone: remove ${gone.length === 1 ? "it" : "them"} with pm lint --prune-baseline`;
    return { findings: fresh, notes: [...notes, note] };
  }
  const pruned = async (now: BaselineFile) =>
    prunedBaseline(now, await compareWithFile(linted, now, project.cwd));
  await rewriteBaseline(file, pruned, project);
  return {
    findings: fresh,
    notes: [...notes, `Wrote ${file.path}: ${counted(gone.length, "problem")} removed`],
  };
}
