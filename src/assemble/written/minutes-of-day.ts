import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../../core/time/minutes-text.ts";
import { readClock } from "./clock-times.ts";

/** A time of day in minutes from midnight. */
export function minuteOf({
  hour,
  minute,
}: {
  readonly hour: number;
  readonly minute: number;
}): number {
  return hour * MINUTES_PER_HOUR + minute;
}

/** The time of day that a text tells, in minutes from midnight; null where it tells none. */
export function minuteIn(text: string): number | null {
  const clock = readClock(text);
  return clock && minuteOf(clock);
}

/** How many minutes one time of day is after another, which may be of the day before. */
export function minutesAfter(one: number, other: number): number {
  return (one - other + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}
