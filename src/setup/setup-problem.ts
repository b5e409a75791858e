import type { Range } from "../core/position.ts";

/** Something wrong in a file that configures `pm`. */
export interface SetupProblem {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  readonly hint: string | null;
}
