import type { SortedWords } from "../text/sorted-words.ts";

/** Names that people have, in small letters and without marks. */
export interface Names {
  readonly first: SortedWords;
  /** Last names that are no first names. */
  readonly last: SortedWords;
  /** Last names that stand before the first name: "Zhang Xiaoming". */
  readonly lastAhead: SortedWords;
}
