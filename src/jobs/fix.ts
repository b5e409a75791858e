import { applyEdits } from "../core/apply-edits.ts";
import type { Edit } from "../core/edit.ts";
import type { Finding } from "../core/finding.ts";
import type { SourceFile, UnreadableFile } from "../core/source-file.ts";
import type { Project } from "../project/project.ts";
import { editDocument, type EditedFile } from "../write/edit-document.ts";
import { type LintedProject, lintText, type RuleCheck } from "./lint.ts";

/** One fix can allow another; a document that still changes after this many rounds never settles. */
const PASSES = 10;

/** A document with what could be mended, mended. */
export interface FixedFile extends EditedFile {
  /** How many findings the fixes resolve. */
  readonly count: number;
}

export interface FixedProject {
  /** Sorted by path; only documents that change. */
  readonly files: readonly FixedFile[];
  /** Documents that could have been fixed but were left unchanged, and why. */
  readonly skipped: readonly UnreadableFile[];
}

function fixable(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ fix }) => fix !== null);
}

function editsOf(findings: readonly Finding[]): readonly Edit[] {
  return findings.flatMap(({ fix }) => fix ?? []);
}

/** The findings that can be mended one round after the other: mending some can show more. */
function fixRounds(
  file: SourceFile,
  project: Project,
  ruleCheck: RuleCheck,
): readonly (readonly Finding[])[] {
  const rounds: (readonly Finding[])[] = [];
  let { text } = file;
  while (rounds.length < PASSES) {
    const findings = fixable(lintText({ ...file, text }, project, ruleCheck).findings);
    if (findings.length === 0) break;
    text = applyEdits(text, editsOf(findings));
    rounds.push(findings);
  }
  return rounds;
}

/** Applies the safe fixes of rules to the documents that were checked. */
export async function fixProject(
  { findings, texts }: LintedProject,
  project: Project,
  ruleCheck: RuleCheck,
): Promise<FixedProject> {
  const files: FixedFile[] = [];
  const skipped: UnreadableFile[] = [];
  for (const path of new Set(fixable(findings).map((finding) => finding.path))) {
    const seen = { path, text: texts.get(path) ?? "" };
    const rounds = fixRounds(seen, project, ruleCheck);
    const edited = await editDocument(seen, project.cwd, rounds.map(editsOf), () => null);
    if (edited.ok) files.push({ ...edited.value, count: rounds[0]?.length ?? 0 });
    else skipped.push({ path, message: edited.why });
  }
  return { files, skipped };
}
