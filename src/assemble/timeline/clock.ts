import type { Temporal } from "temporal-polyfill";
import { minuteOf } from "../written/minutes-of-day.ts";
import type { WrittenTime } from "../written/times.ts";

const MINUTES_PER_HALF = 12 * 60;
/** Rows that are merely out of order step back by less. */
const LEAST_STEP_BACK = 4 * 60;

/** The time of day of a row, and whether its half of the day was read from the rows before it. */
export interface RowClock {
  readonly clock: Temporal.PlainTime | null;
  readonly isAssumed: boolean;
}

/** Whether rows may be written by a 12-hour clock: no hour of another one, no half, no `09:30`. */
function mayLackHalves(texts: readonly string[], times: readonly WrittenTime[]): boolean {
  const hasHalf = texts.some((text) => /\d\s*[ap](?:\.?m)?\b/i.test(text));
  const isPadded = texts.some((text) => /(?<![\d:.-])0\d[:.]\d{2}/.test(text));
  const hours = times.flatMap(({ time }) => (time ? [time.hour] : []));
  return !hasHalf && !isPadded && hours.every((hour) => hour >= 1 && hour <= 12);
}

/**
 * The times of day of a timeline's rows. Where none has a half of the day and they step back by
 * hours, `11:50` to `1:15`, the later ones are in the other half.
 */
export function rowClocks(
  texts: readonly string[],
  times: readonly WrittenTime[],
): readonly RowClock[] {
  if (!mayLackHalves(texts, times)) {
    return times.map(({ time }) => ({ clock: time, isAssumed: false }));
  }
  let before: Temporal.PlainTime | null = null;
  return times.map(({ date, time }) => {
    if (date) before = null;
    if (!time) return { clock: null, isAssumed: false };
    const isBack: boolean = before !== null && minuteOf(before) - minuteOf(time) >= LEAST_STEP_BACK;
    const clock: Temporal.PlainTime = isBack ? time.add({ minutes: MINUTES_PER_HALF }) : time;
    before = clock;
    return { clock, isAssumed: isBack };
  });
}
