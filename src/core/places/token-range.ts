import type { Range } from "../position.ts";
import type { Token } from "../postmortem.ts";

/** The range from the beginning of one token to the end of another, or of the same. */
export function rangeOfTokens(first: Token, last: Token): Range {
  const { line, column, start, end } = last;
  return {
    start: { line: first.line, column: first.column, offset: first.start },
    end: last.until ?? { line, column: column + end - start, offset: end },
  };
}
