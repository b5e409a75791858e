import { Temporal } from "temporal-polyfill";
import { nearestDate, resolveDate } from "../assemble/written/dates.ts";
import { orderWithin } from "../assemble/written/numbers-date.ts";
import { splitTimeHead } from "../assemble/written/time-head.ts";
import { instantOf, readWrittenTime, startOfDay } from "../assemble/written/times.ts";
import { resolveZone } from "../assemble/written/zones.ts";
import type { EpochMs } from "../core/postmortem.ts";
import type { ReadOrder } from "../core/time/calendar.ts";
import { MS_PER_HOUR } from "../core/time/milliseconds.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import type { TimeReading } from "../sources/define.ts";
import { instantOf as isoInstantOf } from "../sources/fields.ts";

/** What times without date, zone or clear order of day and month are read by. */
export interface TimesContext {
  readonly vocabulary: Vocabulary;
  /** IANA name of the zone of times that have none. */
  readonly timeZone: string;
  readonly dateOrder: ReadOrder | null;
  /** When the incident started, where the user says so: times without a date are of that day, or the next. */
  readonly start: EpochMs | null;
  /** Called with each date whose order of day and month nothing decides. */
  readonly onUnclear: () => void;
}

/** Talk before an incident belongs to it; what is earlier in the day is of the day after. */
const BEFORE_START_MS = 12 * MS_PER_HOUR;

/** A time of day in the day from some hours before a start. */
function nearStart(time: Temporal.PlainTime, zone: string, start: EpochMs): EpochMs {
  const first = Temporal.Instant.fromEpochMilliseconds(start - BEFORE_START_MS);
  const day = first.toZonedDateTimeISO(zone).toPlainDate();
  const at = instantOf(day, time, zone);
  return at < first.epochMilliseconds ? instantOf(day.add({ days: 1 }), time, zone) : at;
}

/** A fraction of a second behind a comma, as loggers write it. */
const LOG_FRACTION = /(:\d{2}),\d{1,9}/;

/** What is meant as a date. */
const DATE_LIKE = /\d[-/.]\d{1,2}[-/.]\d/;

/** Reads the times of tables as `pm` reads those of documents. */
export function writtenTimes({
  vocabulary,
  timeZone,
  dateOrder,
  start,
  onUnclear,
}: TimesContext): TimeReading {
  const assumed = dateOrder ?? vocabulary.date_order ?? null;
  const local = (text: string, order: ReadOrder | null, column: string | null) => {
    const head = splitTimeHead(text, vocabulary);
    if (head === null || head.rest.trim() !== "") return "";
    const { date, isDateUnclear, time, zone: own } = readWrittenTime(text, vocabulary, order);
    const zone = own ?? column;
    const id = zone === null ? timeZone : resolveZone(zone, vocabulary.zones);
    if (isDateUnclear) {
      onUnclear();
      return "could be two days; pm.yaml says which is meant by date_order";
    }
    if (id === null) return `is in the zone ${zone ?? ""}, which pm does not know`;
    if (date === null) {
      if (time === null || DATE_LIKE.test(text)) return "";
      return start === null
        ? "has no date; add a column date, or say --started"
        : { at: nearStart(time, id, start) };
    }
    const near = start === null ? null : Temporal.Instant.fromEpochMilliseconds(start);
    const day = near
      ? nearestDate(date, near.toZonedDateTimeISO(id).toPlainDate())
      : resolveDate(date, null);
    if (day === null) return "has no year; write it, or say --started";
    return { at: time === null ? startOfDay(day, id) : instantOf(day, time, id) };
  };
  return {
    orderIn: (text) => orderWithin(text),
    read: (written, { zone, order }) => {
      const text = written.trim().replace(LOG_FRACTION, "$1");
      const at = isoInstantOf(text);
      if (at !== null) return { at };
      const isZone =
        zone !== null &&
        (resolveZone(zone, vocabulary.zones) !== null || /^[A-Z]{3,5}$/.test(zone));
      return local(text, order ?? assumed, isZone ? zone : null);
    },
  };
}
