import { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../../core/postmortem.ts";
import { zoned } from "../../core/time/calendar.ts";
import type { WrittenTime } from "../written/times.ts";

/** Rows so far from the day of their document were left over from another, or mistyped. */
const FARTHEST_DAYS = 60;
const HALF_DAY_HOURS = 12;

/** The day of the first row, and the time of day that comes before it; null where nobody says. */
export interface FirstDay {
  readonly date: Temporal.PlainDate | null;
  readonly before: Temporal.PlainTime | null;
}

/**
 * The day of a timeline whose first row has none: that of the start which the document states, or
 * the day before where the first row's time is later by more than half a day; else `day`.
 */
export function firstDay(
  startedAt: EpochMs | null,
  day: Temporal.PlainDate | null,
  timeZone: string,
  first: WrittenTime | undefined,
): FirstDay {
  if (startedAt === null) return { date: day, before: null };
  const start = zoned(startedAt, timeZone);
  const isBefore = (first?.time?.hour ?? 0) - start.hour > HALF_DAY_HOURS;
  const date = start.toPlainDate().subtract({ days: isBefore ? 1 : 0 });
  return { date, before: isBefore ? null : start.toPlainTime() };
}

/** Whether an hour steps back so far that it must be the next day's. */
export function isNextDay(before: Temporal.PlainTime | null, clock: Temporal.PlainTime): boolean {
  return before !== null && before.hour - clock.hour > HALF_DAY_HOURS;
}

/** Whether every date of a timeline is far from the day that its document tells as its own. */
export function isFarOff(
  dates: readonly Temporal.PlainDate[],
  day: Temporal.PlainDate | null,
): boolean {
  if (day === null || dates.length === 0) return false;
  return dates.every(
    (date) => Math.abs(date.until(day, { largestUnit: "days" }).days) > FARTHEST_DAYS,
  );
}
