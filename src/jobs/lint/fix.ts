import type { Finding } from "../../core/finding.ts";
import { applyEdits } from "../../core/places/apply-edits.ts";
import type { Edit } from "../../core/places/edit.ts";
import type { SourceFile, UnreadableFile } from "../../core/source-file.ts";
import type { Project } from "../../project/project.ts";
import { editDocument, type EditedFile } from "../../write/edit-document.ts";
import { checkText } from "./check-text.ts";
import type { LintedProject, RuleCheck } from "./lint.ts";

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

/** The edits of a finding, with what was probably meant only where that is asked for. */
type EditsOf = (finding: Finding) => readonly Edit[];

const safeEdits: EditsOf = ({ fix }) => fix ?? [];
const allEdits: EditsOf = ({ fix, unsafeFix }) => fix ?? unsafeFix ?? [];

/** The edits one round after the other: mending some can show more. */
function fixRounds(
  file: SourceFile,
  project: Project,
  ruleCheck: RuleCheck,
  editsOf: EditsOf,
): readonly (readonly Edit[])[] {
  const rounds: (readonly Edit[])[] = [];
  let { text } = file;
  while (rounds.length < PASSES) {
    const edits = checkText({ ...file, text }, project, ruleCheck).findings.flatMap(editsOf);
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
    rounds.push(edits);
  }
  return rounds;
}

/**
 * Applies the fixes of rules to the documents that were checked.
 * @param withUnsafe whether also those that write what was probably meant.
 */
export async function fixProject(
  { findings, texts }: LintedProject,
  project: Project,
  ruleCheck: RuleCheck,
  withUnsafe = false,
): Promise<FixedProject> {
  const editsOf = withUnsafe ? allEdits : safeEdits;
  const fixable = findings.filter((finding) => editsOf(finding).length > 0);
  const files: FixedFile[] = [];
  const skipped: UnreadableFile[] = [];
  for (const path of new Set(fixable.map((finding) => finding.path))) {
    const seen = { path, text: texts.get(path) ?? "" };
    const rounds = fixRounds(seen, project, ruleCheck, editsOf);
    const edited = await editDocument(seen, project.cwd, rounds, () => null);
    const count = fixable.filter((finding) => finding.path === path).length;
    if (edited.ok) files.push({ ...edited.value, count });
    else skipped.push({ path, message: edited.why });
  }
  return { files, skipped };
}
