import { compareBy, compareText } from "./compare.ts";
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
}

/** The total order in which findings are printed: by file, place, rule and message. */
export const compareFindings = compareBy<Finding>(
  (a, b) => compareText(a.path, b.path),
  (a, b) => a.range.start.offset - b.range.start.offset,
  (a, b) => a.range.end.offset - b.range.end.offset,
  (a, b) => compareText(a.ruleId, b.ruleId),
  (a, b) => compareText(a.message, b.message),
);
