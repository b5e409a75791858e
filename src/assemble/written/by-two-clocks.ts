import { memo } from "../../core/memo.ts";
import { escapePattern } from "../../core/text/escape-pattern.ts";
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../../core/time/minutes-text.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { minuteOf, minutesAfter } from "./minutes-of-day.ts";

type Zones = Vocabulary["zones"];

/** No clock is further ahead of another: what seems to be is behind it. */
const MOST_AHEAD = 14 * MINUTES_PER_HOUR;
/** Clocks that are less apart are those of two moments, and such by another part of an hour. */
const LEAST_APART = MINUTES_PER_HOUR;
const STEP = 30;

/** A date and a weekday may stand before the time; what stands further behind is told in words. */
const LONGEST_BEFORE = 30;

/** A time without a zone, and in brackets the same by the clock of a zone: "09:05 (00:05 UTC)". */
const pairOf = memo((zones: Zones): RegExp => {
  const names = Object.keys(zones)
    .filter((name) => /^[A-Z]{1,5}$/.test(name))
    .map(escapePattern)
    .join("|");
  return new RegExp(
    String.raw`^([^(]{0,${String(LONGEST_BEFORE)}}(?<![\d:.–—-]|[–—-]\s))(\d{1,2}):(\d{2})\s?\((\d{1,2}):(\d{2})\s?(${names})\)`,
    "u",
  );
});

/** By how many minutes one time of day is ahead of another, as clocks of two zones are. */
export function minutesAhead(one: number, other: number): number {
  const ahead = minutesAfter(one, other);
  return ahead > MOST_AHEAD ? ahead - MINUTES_PER_DAY : ahead;
}

/** The offset that the name of a zone stands for, in minutes. */
function offsetOf(name: string, zones: Zones): number {
  const entry = zones[name];
  const written = typeof entry === "string" ? entry : (entry?.offset ?? "+00:00");
  const [, sign = "+", hours = "0", minutes = "0"] = /^([+-])(\d{2}):(\d{2})$/.exec(written) ?? [];
  return (Number(hours) * MINUTES_PER_HOUR + Number(minutes)) * (sign === "-" ? -1 : 1);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** A text that begins with a time, with the offset of that behind it, where brackets tell the same time by another clock. */
export function inOneZone(text: string, zones: Zones): string {
  if (!text.includes("(")) return text;
  return text.replace(
    pairOf(zones),
    (whole: string, before: string, ...parts: readonly string[]) => {
      const [hour = "0", minute = "0", otherHour = "0", otherMinute = "0", zone = ""] = parts;
      const own = minuteOf({ hour: Number(hour), minute: Number(minute) });
      const other = minuteOf({ hour: Number(otherHour), minute: Number(otherMinute) });
      const ahead = minutesAhead(own, other);
      if (Math.abs(ahead) < LEAST_APART || ahead % STEP !== 0) return whole;
      const offset = offsetOf(zone, zones) + ahead;
      const [sign, size] = [offset < 0 ? "-" : "+", Math.abs(offset)];
      const behind = `${twoDigits(Math.floor(size / MINUTES_PER_HOUR))}:${twoDigits(size % MINUTES_PER_HOUR)}`;
      return `${before}${hour}:${minute} ${sign}${behind}`;
    },
  );
}
