import type { Range } from "../core/position.ts";
import type { Postmortem } from "../core/postmortem.ts";

/**
 * Whether something is missing only because a table lacks a column that it misspells, or its head: one
 * finding about the table says so, rather than one for each row.
 */
export function isOfUnreadTable(
  { problems }: Pick<Postmortem, "problems">,
  missing: "owner" | "due" | "status",
  range: Range,
): boolean {
  const { offset } = range.start;
  return problems.some((problem) => {
    const isOdd =
      problem.kind === "table-undelimited" ||
      (problem.kind === "column-slip" && problem.missing.includes(missing));
    if (!isOdd || problem.covers === undefined) return false;
    return problem.covers.start.offset <= offset && offset < problem.covers.end.offset;
  });
}
