import type { EpochMs } from "../core/postmortem.ts";
import { MS_PER_DAY, MS_PER_HOUR } from "../core/time/milliseconds.ts";
import type { EventKind, SourceEvent } from "./define.ts";

/** Talk just before and after an incident belongs to it. */
const AROUND_MS = 2 * MS_PER_HOUR;
/** A change may show only after a day. */
const CHANGES_BEFORE_MS = MS_PER_DAY;

/** Kinds that happen whether or not there is an incident, or long after it. */
const ANY_TIME: ReadonlySet<EventKind> = new Set(["message", "note", "change", "close"]);

/** When the incident was, as far as is known. */
export interface IncidentTime {
  readonly start: EpochMs | null;
  readonly end: EpochMs | null;
}

/** Whether an event tells when an incident was: an alert, an acknowledgement, a milestone. */
export function tellsTime({ kind }: SourceEvent): boolean {
  return !ANY_TIME.has(kind);
}

/** The time of an incident: as given, otherwise from the first alert or milestone to the last. */
export function incidentTime(events: readonly SourceEvent[], given: IncidentTime): IncidentTime {
  const times = events.filter(tellsTime).map(({ at }) => at);
  const near = times.filter((at) => given.start === null || at >= given.start - AROUND_MS);
  // A call with a list as its arguments has a limit that large exports exceed.
  const first = near.reduce<EpochMs | null>((a, b) => (a === null || b < a ? b : a), null);
  const last = near.reduce<EpochMs | null>((a, b) => (a === null || b > a ? b : a), null);
  return { start: given.start ?? first, end: given.end ?? last };
}

/** Whether an event belongs to the time of an incident; changes do from a day before it. */
export function isWithin({ kind, at }: SourceEvent, { start, end }: IncidentTime): boolean {
  const before = kind === "change" ? CHANGES_BEFORE_MS : AROUND_MS;
  return (start === null || at >= start - before) && (end === null || at <= end + AROUND_MS);
}

/** A file of one day, as channel exports have them; the day is that of some zone. */
const DAY_FILE = /(?:^|[\\/:])(?<day>\d{4}-\d{2}-\d{2})\.json$/;

/** Whether a file holds only another day than an incident of a given time, by its name. */
export function isOtherDay(name: string, { start, end }: IncidentTime): boolean {
  const day = DAY_FILE.exec(name)?.groups?.["day"];
  const midnight = day === undefined ? Number.NaN : Date.parse(day);
  if (Number.isNaN(midnight)) return false;
  const isBefore = start !== null && midnight + 2 * MS_PER_DAY < start - AROUND_MS;
  const isAfter = end !== null && midnight - MS_PER_DAY > end + AROUND_MS;
  return isBefore || isAfter;
}
