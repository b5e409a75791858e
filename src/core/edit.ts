import type { Range } from "./position.ts";

/** Puts another text in the place of a range; the range may be empty, to insert. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}
