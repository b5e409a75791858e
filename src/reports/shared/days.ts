import type { Postmortem } from "../../core/postmortem.ts";
import { isoDate } from "../../core/time/calendar.ts";
import type { Query } from "../define.ts";

/** The day that a report is about. */
export function today({ window, timeZone }: Query): string {
  return isoDate(window.asOf ?? window.until, timeZone);
}

/** The first day of a report's window; null where it has no beginning. */
export function firstDay({ window, timeZone }: Query): string | null {
  return window.since === null ? null : isoDate(window.since, timeZone);
}

/** The day on which an incident started. */
export function startDay({ milestones }: Postmortem, query: Query): string {
  return isoDate(milestones.started?.value ?? query.window.until, query.timeZone);
}
