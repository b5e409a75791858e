import { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../postmortem.ts";

/** In which order a date of two numbers and a year is written. */
export type DateOrder = "day-first" | "month-first";

/**
 * The same as other dates show it. That months stand first in dates with slashes says nothing of
 * those with dots, which begin with the day unless they or `date_order` say otherwise.
 */
export type ReadOrder = DateOrder | "slashed-month-first";

/** A length in calendar steps; a quarter is three months. */
export interface Period {
  readonly count: number;
  readonly unit: "days" | "weeks" | "months" | "years";
}

/** What a bound is read against; `timeZone` is an IANA name. */
export interface CalendarContext {
  readonly asOf: EpochMs;
  readonly timeZone: string;
}

const PERIOD = /^(\d{1,4})(d|w|mo|q|y)$/;
/** A date in the form of ISO, whether or not there is such a day. */
export const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt ]\d/;

/** An instant with its local date and time in a zone. */
export function zoned(ms: EpochMs, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
}

/** The ISO calendar date of an instant in a zone: `2026-03-14`. */
export function isoDate(ms: EpochMs, timeZone: string): string {
  return zoned(ms, timeZone).toPlainDate().toString();
}

/** The ISO month of an instant in a zone: `2026-03`. */
export function isoMonth(ms: EpochMs, timeZone: string): string {
  return zoned(ms, timeZone).toPlainDate().toPlainYearMonth().toString();
}

/** The quarter of an instant in a zone: `2026-Q1`. */
export function isoQuarter(ms: EpochMs, timeZone: string): string {
  const { year, month } = zoned(ms, timeZone);
  return `${year}-Q${Math.ceil(month / 3)}`;
}

/** An instant in UTC, cut to its minute: `2026-03-14T02:15Z`. */
export function isoInstant(ms: EpochMs): string {
  // A date writes the same text, and many times faster; behind the minute stands ":00.000Z".
  return `${new Date(ms).toISOString().slice(0, -8)}Z`;
}

/** Whether a name is a time zone's, e.g. `Europe/Berlin` or `UTC`. */
export function isTimeZone(name: string): boolean {
  try {
    // The parser also takes a whole instant for its zone, so the answer must be the name itself.
    return zoned(0, name).timeZoneId.toLowerCase() === name.toLowerCase();
  } catch {
    return false;
  }
}

/** Reads `90d`, `3w`, `6mo`, `2q` or `1y`; null for anything else, and for a period of none. */
export function parsePeriod(text: string): Period | null {
  const [, digits = "", unit = ""] = PERIOD.exec(text.trim()) ?? [];
  const count = Number(digits);
  if (count === 0) return null;
  switch (unit) {
    case "d":
      return { count, unit: "days" };
    case "w":
      return { count, unit: "weeks" };
    case "mo":
      return { count, unit: "months" };
    case "q":
      return { count: count * 3, unit: "months" };
    default:
      return { count, unit: "years" };
  }
}

/**
 * The instant that lies a period before another, in calendar steps of the zone: the same time of
 * day, and the last day of a month that is too short (31 August minus 6 months is 28 February).
 */
export function stepBack(ms: EpochMs, period: Period, timeZone: string): EpochMs {
  const step = { [period.unit]: period.count };
  return zoned(ms, timeZone).subtract(step).epochMilliseconds;
}

/** The instant of an ISO date-time with an offset; null for anything else. */
export function parseInstant(text: string): EpochMs | null {
  try {
    return INSTANT.test(text) ? Temporal.Instant.from(text).epochMilliseconds : null;
  } catch {
    return null;
  }
}

/**
 * How long a stretch is in whole months and years if it is that, else in days from date to date: `6 months`.
 * At which time of its last day it ends makes no difference.
 */
export function describeSpan(since: EpochMs, until: EpochMs, timeZone: string): string {
  const named = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;
  const from = zoned(since, timeZone);
  const end = zoned(until, timeZone);
  const { months } = from.until(end, { largestUnit: "months" });
  // A window that ends now takes a part of its last day, too.
  const ends = [until, end.startOfDay().epochMilliseconds];
  // A step back from a month's end is cut short, so one month more may be what was meant.
  const whole = [months, months + 1].find(
    (count) =>
      count > 0 && ends.some((at) => stepBack(at, { count, unit: "months" }, timeZone) === since),
  );
  if (whole !== undefined) {
    const [years, rest] = [Math.floor(whole / 12), whole % 12];
    if (rest === 0) return named(years, "year");
    // Up to two years, months are what people say.
    return years < 2 ? named(whole, "month") : `${named(years, "year")} ${named(rest, "month")}`;
  }
  const { days } = from.toPlainDate().until(end.toPlainDate(), { largestUnit: "days" });
  return named(Math.max(days, 1), "day");
}

/** Whether a year of the Gregorian calendar, of four digits at most, has that day. */
export function hasDay(year: number, month: number, day: number): boolean {
  if (!(month >= 1 && month <= 12 && day >= 1)) return false;
  if (month === 2) {
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return day <= (isLeap ? 29 : 28);
  }
  return day <= ([4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** Whether a text is a calendar date as ISO writes it: `2026-04-15`. */
export function isCalendarDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return hasDay(year, month, day);
}
