import type { Range } from "../core/position.ts";
import type { Postmortem } from "../core/postmortem.ts";

/**
 * Whether something is missing only because a table is not read as one, or lacks a column that it
 * misspells: one finding about the table says so, rather than one for each row.
 */
export function isOfUnreadTable(
  { problems }: Pick<Postmortem, "problems">,
  missing: "owner" | "due" | "status",
  range: Range,
): boolean {
  const { offset } = range.start;
  return problems.some((problem) => {
    const isAbout =
      problem.kind === "table-undelimited" ||
      (problem.kind === "column-slip" && problem.missing.includes(missing));
    if (!isAbout) return false;
    return problem.covers.start.offset <= offset && offset < problem.covers.end.offset;
  });
}
