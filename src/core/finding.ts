import { compareBy, compareText } from "./compare.ts";
import type { Edit } from "./places/edit.ts";
import type { Range } from "./position.ts";

/** How much a rule matters: an error fails `pm lint`, a warning is only shown. */
export type Level = "error" | "warning";

/** What a rule level may be set to in `pm.yaml`. */
export type LevelSetting = Level | "off";

/** One thing that `pm lint` has to say about one place. */
export interface Finding {
  readonly ruleId: string;
  readonly level: Level;
  readonly path: string;
  readonly range: Range;
  readonly message: string;
  /** What to do about it, where that is not plain from the message. */
  readonly hint: string | null;
  /** Edits, none overlapping another, that mend it for certain; null where a person has to. */
  readonly fix: readonly Edit[] | null;
  /** Edits that write what was probably meant, where nothing mends it for certain. */
  readonly unsafeFix?: readonly Edit[];
  /**
   * What stays the same when lines move: the rule, the message, the words of the place, and which
   * one of several alike in its file it is. Hexadecimal; unique within a file.
   */
  readonly fingerprint: string;
}

/** The total order in which findings are printed: by file, place, rule and message. */
export const compareFindings = compareBy<Pick<Finding, "path" | "range" | "ruleId" | "message">>(
  (a, b) => compareText(a.path, b.path),
  (a, b) => a.range.start.offset - b.range.start.offset,
  (a, b) => a.range.end.offset - b.range.end.offset,
  (a, b) => compareText(a.ruleId, b.ruleId),
  (a, b) => compareText(a.message, b.message),
);
