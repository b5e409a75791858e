import type { SyntaxFault } from "../../core/document/syntax-fault.ts";
import type { Edit } from "../../core/places/edit.ts";
import type { Range } from "../../core/position.ts";

/** Steps from the top of data to a value: keys of mappings and indexes of lists. */
export type DataPath = readonly (string | number)[];

/** What is wrong with written data. */
export interface DataProblem {
  readonly fault: SyntaxFault;
  readonly range: Range;
  /** Edits that mend it for certain. */
  readonly fix?: readonly Edit[];
}

/** A comment without its `#`. */
interface DataComment {
  readonly text: string;
  readonly range: Range;
}

/** Plain data with the place of each of its keys and values. */
export interface LocatedData {
  /** Undefined where the text cannot be parsed. */
  readonly data: unknown;
  readonly problems: readonly DataProblem[];
  /** Range of the value at a path, or of the nearest that exists around it. */
  readonly valueRange: (path: DataPath) => Range;
  /** Range of the key at a path, or of the nearest that exists around it. */
  readonly keyRange: (path: DataPath) => Range;
  /**
   * The edit that puts another text where a path has a text on one line, quoted as that is; null
   * where the path has none.
   */
  readonly replaceText: (path: DataPath, text: string) => Edit | null;
  /**
   * The edit that adds a text at the end of the list at a path; a mapping without that key gets it.
   * Null where the path leads to something else.
   */
  readonly addText: (path: DataPath, text: string) => Edit | null;
  readonly comments: readonly DataComment[];
}
