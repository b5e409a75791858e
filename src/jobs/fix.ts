import { resolve } from "node:path";
import { applyEdits } from "../core/apply-edits.ts";
import type { Finding } from "../core/finding.ts";
import type { UnreadableFile } from "../core/source-file.ts";
import type { Rule } from "../lint/define.ts";
import type { Project } from "../project/project.ts";
import { type OriginalText, readOriginalText } from "../read/read-file.ts";
import { type LintedProject, lintText } from "./lint.ts";

/** One fix can allow another; a document that still changes after this many rounds never settles. */
const PASSES = 10;

/** A document with its safe fixes applied; nothing is written yet. */
export interface FixedFile {
  /** As shown. */
  readonly path: string;
  readonly absolutePath: string;
  readonly before: string;
  readonly after: string;
  /** The fixed document in the encoding of the file. */
  readonly bytes: Uint8Array;
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

function fixText(
  path: string,
  original: OriginalText,
  project: Project,
  rules: readonly Rule[],
): { readonly text: string; readonly count: number } {
  let { text } = original;
  let count: number | null = null;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const file = { path, text: text.replace(/\r\n?/g, "\n") };
    const findings = fixable(lintText(file, project, rules).findings);
    if (findings.length === 0) break;
    text = applyEdits(
      text,
      findings.flatMap(({ fix }) => fix ?? []),
    );
    count ??= findings.length;
  }
  return { text, count: count ?? 0 };
}

/** Applies the safe fixes of rules to the documents that were checked. */
export async function fixProject(
  { findings, texts }: LintedProject,
  project: Project,
  rules: readonly Rule[],
): Promise<FixedProject> {
  const files: FixedFile[] = [];
  const skipped: UnreadableFile[] = [];
  for (const path of new Set(fixable(findings).map((finding) => finding.path))) {
    const absolutePath = resolve(project.cwd, path);
    const original = await readOriginalText(absolutePath);
    if (original === null || original.plain !== texts.get(path)) {
      skipped.push({ path, message: "it changed while pm read it" });
      continue;
    }
    const { text, count } = fixText(path, original, project, rules);
    const bytes = original.encode(text);
    files.push({ path, absolutePath, before: original.text, after: text, bytes, count });
  }
  return { files, skipped };
}
