import { MS_PER_MINUTE } from "./milliseconds.ts";

/** So far apart two statements of one time are no contradiction: clocks differ, and people round. */
export const SAME_TIME_MS = 5 * MS_PER_MINUTE;

/** Whether two instants, in milliseconds, may be two statements of one time. */
export function isSameTime(one: number, other: number): boolean {
  return Math.abs(one - other) <= SAME_TIME_MS;
}
