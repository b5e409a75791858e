import type { ComparedPostmortem, Postmortem } from "../../core/postmortem.ts";
import type { SourceFile } from "../../core/source-file.ts";
import type { ReadOrder } from "../../core/time/calendar.ts";
import { type LintOutcome, runRules } from "../../lint/run.ts";
import type { Project } from "../../project/project.ts";
import { keepAll } from "../../project/read-postmortems.ts";
import { readTexts } from "../../project/read-texts.ts";
import { linterOf, NEEDS, type RuleCheck } from "./lint.ts";

/** What the rules say of one document, and the document as it was read. */
export interface CheckedText extends LintOutcome {
  /** Null where it could not be read. */
  readonly postmortem: Postmortem | null;
}

/** What else is known where one document is judged. */
export interface Beside {
  /** The other postmortems, for the rules across files. */
  readonly others?: readonly ComparedPostmortem[];
  /** How the dates of their folder are ordered, as `orderOfFolder` tells. */
  readonly order?: ReadOrder | null;
}

/** What judges single documents by the rules of a project. */
export function textChecker(
  project: Project,
  ruleCheck: RuleCheck,
): (file: SourceFile, beside?: Beside) => CheckedText {
  const linter = linterOf(project, ruleCheck);
  return (file, { others = [], order = null } = {}) => {
    const read = readTexts([file], project, { needs: NEEDS, keep: keepAll }, order);
    const outcome = runRules({ ...linter, ...read, others });
    return { ...outcome, postmortem: read.postmortems[0] ?? null };
  };
}

/** Judges one document whose text is at hand: by itself, or beside others. */
export function checkText(
  file: SourceFile,
  project: Project,
  ruleCheck: RuleCheck,
  beside: Beside = {},
): CheckedText {
  return textChecker(project, ruleCheck)(file, beside);
}
