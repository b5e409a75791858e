import { UsageError } from "../core/errors.ts";
import type { Range } from "../core/position.ts";
import type { Result } from "../core/result.ts";

/** Something wrong in a file that configures `pm`. */
export interface SetupProblem {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  readonly hint: string | null;
}

/** Problems of one file in its order. */
export function inFileOrder(problems: readonly SetupProblem[]): readonly SetupProblem[] {
  return problems.toSorted((a, b) => a.range.start.offset - b.range.start.offset);
}

/** A usage error that lists each problem with its place. */
export function setupError(problems: readonly SetupProblem[]): UsageError {
  const lines = problems.map(({ path, range, message, hint }) => {
    const place = `${path}:${range.start.line}:${range.start.column}`;
    return `${place} ${message}${hint ? `\n    ${hint}` : ""}`;
  });
  return new UsageError(lines.join("\n"));
}

/**
 * What a file that configures `pm` holds.
 * @throws {UsageError} with the place of each problem in it.
 */
export function withoutProblems<Value>(read: Result<Value, readonly SetupProblem[]>): Value {
  if (!read.ok) throw setupError(read.why);
  return read.value;
}
