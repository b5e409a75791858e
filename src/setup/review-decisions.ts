import { no, ok, type Result } from "../core/result.ts";
import type { ReviewDecision } from "../core/settings/review-decision.ts";
import type { SourceFile } from "../core/source-file.ts";
import { findTerm, idOf, type Taxonomy, type Term } from "../core/taxonomy.ts";
import { isCalendarDate } from "../core/time/calendar.ts";
import { reviewDecisionsSchema, type WrittenDecision } from "../schema/review-decisions.ts";
import { readWrittenFile, type SetupIssue } from "./setup-file.ts";
import type { SetupProblem } from "./setup-problem.ts";

function unknown(
  noun: "owner" | "competency",
  written: string | undefined,
  terms: readonly Term[],
  index: number,
): readonly SetupIssue[] {
  if (written === undefined || terms.length === 0 || findTerm(terms, written)) return [];
  const hint =
    noun === "owner"
      ? "Owners are teams of the taxonomy, never people."
      : "`pm taxonomy list` lists the competencies.";
  const message = `Unknown ${noun} \`${written}\``;
  return [{ path: ["decisions", index, noun], what: "value", message, hint }];
}

function issuesOf(
  { owner, due, competency }: WrittenDecision,
  index: number,
  taxonomy: Taxonomy,
): readonly SetupIssue[] {
  const isDated = due === undefined || isCalendarDate(due);
  return [
    ...(isDated
      ? []
      : [
          {
            path: ["decisions", index, "due"],
            what: "value" as const,
            message: `Unexpected date \`${due}\``,
            hint: "Write it as 2026-08-15.",
          },
        ]),
    ...unknown("owner", owner, taxonomy.teams, index),
    ...unknown("competency", competency, taxonomy.competencies, index),
  ];
}

/**
 * Reads the decisions of one review; at least one problem where the file cannot be used.
 * @param review its month.
 */
export function parseReviewDecisions(
  file: SourceFile,
  review: string,
  taxonomy: Taxonomy,
): Result<readonly ReviewDecision[], readonly SetupProblem[]> {
  const { data, problems, problemAt } = readWrittenFile(file, reviewDecisionsSchema, {
    version: 1,
  });
  if (data === undefined) return no(problems);
  const written = data.decisions ?? [];
  const issues = written.flatMap((one, index) => issuesOf(one, index, taxonomy));
  if (issues.length > 0) return no(issues.map(problemAt));
  return ok(
    written.map(({ decision, owner, due = null, competency, status = "open" }) => ({
      ...{ review, decision, due, state: status },
      owner: owner === undefined ? null : idOf(taxonomy.teams, owner),
      competency: competency === undefined ? null : idOf(taxonomy.competencies, competency),
    })),
  );
}
