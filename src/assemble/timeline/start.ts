import type { EpochMs, Fact, TimelineRow } from "../../core/postmortem.ts";
import type { ReadOrder } from "../../core/time/calendar.ts";
import type { DocumentDay } from "../times/document-day.ts";

/** Where reading a timeline begins. */
export interface Start {
  /** The day that the document tells as its own. */
  readonly day: DocumentDay | null;
  /** The zone of times that state none. */
  readonly timeZone: string;
  /** How dates in numbers are read that the timeline leaves open. */
  readonly dateOrder: ReadOrder | null;
  /** The start that the frontmatter states. */
  readonly startedAt: EpochMs | null;
  /** What `T+12m` counts from; null where nobody says. */
  readonly statedStart: () => Fact<EpochMs> | null;
  /** The timeline's own zone as written; null where the document names none. */
  readonly zone: string | null;
  /** Whether the timeline names a zone that nobody knows, or has only that of who sent it. */
  readonly isZoneUnknown: boolean;
}

/** Where placing rows begins. */
export interface PlacingStart extends Start {
  /** Whether the entries are those of several incidents. */
  readonly areSeveral: boolean;
  /** The zone in which a day without a time begins: that of reports, which show its date. */
  readonly dayZone: string;
}

/** An entry that was placed. */
export interface Placed {
  readonly row: TimelineRow;
  readonly isOnlyHeading: boolean;
}
