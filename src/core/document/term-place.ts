import type { Edit } from "../places/edit.ts";
import type { Range } from "../position.ts";
import type { TermList } from "../taxonomy.ts";

/** A place of a document that names something of the taxonomy. */
export interface TermPlace {
  readonly list: TermList;
  readonly written: string;
  readonly range: Range;
  /** The edit that writes another name there; null where that would change more than the name. */
  readonly replace: (name: string) => Edit | null;
}
