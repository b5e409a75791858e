import type { Text } from "../../parse/body/body.ts";

/** One row of a timeline as written, before its time is placed on a day and in a zone. */
export interface TimelineEntry {
  readonly time: Text;
  /** Empty where the time is only a heading for what follows. */
  readonly text: string;
  /** Whether its time is in doubt: two columns of one row tell different instants. */
  readonly isDoubted?: boolean;
}
