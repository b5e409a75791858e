import { UsageError } from "../core/errors.ts";
import type { Range } from "../core/position.ts";

/** Something wrong in a file that configures `pm`. */
export interface SetupProblem {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  readonly hint: string | null;
}

/** A usage error that lists each problem with its place. */
export function setupError(problems: readonly SetupProblem[]): UsageError {
  const lines = problems.map(({ path, range, message, hint }) => {
    const place = `${path}:${range.start.line}:${range.start.column}`;
    return `${place} ${message}${hint ? `\n    ${hint}` : ""}`;
  });
  return new UsageError(lines.join("\n"));
}
