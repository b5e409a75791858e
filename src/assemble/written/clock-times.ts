import { Temporal } from "temporal-polyfill";
import { anyOf, type Form, inText } from "./form.ts";

/** How the time of day before it is meant: `about 02:15`. */
export const ABOUT = String.raw`(?:about|around|approx\w*|circa|ca|(?<![\p{L}.])c(?=\.))\b\.?`;

/** The halves of the day in Japanese. */
const HALVES: ReadonlyMap<string, string> = new Map([
  ["午前", "a"],
  ["午後", "p"],
]);
const HALF = String.raw`(?<half>[ap])`;
const HOUR = String.raw`(?<hour>\d{1,2})`;
/** What stands between the two ends of a range. */
const TO = String.raw`(?:-|–|—|to|until|till|and)`;
const FOUR = String.raw`(?:[01]\d|2[0-3])[0-5]\d`;
/** Behind a time in four digits: what says that it is one, and no year. */
const AT_FOUR = String.raw`(?<=\b(?:at|by|until|and|to|from|since|around|about)\s\d{4})`;
const BEHIND_DATE = String.raw`(?<=\d{4}-\d{2}-\d{2}[ T]\d{4}|^\s{1,4}\d{4})`;
/** Behind a month and its day: a number that is no year there. */
const AT_DAY = String.raw`(?<=^\s{1,4}\d{4}|\p{L}{3}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d\s\p{L}{3,9}\s\d{4})`;
const UNBROKEN = String.raw`(?<![\d:.-])`;

/** A time to the minute or the second; `end` is what must not follow before its half of the day. */
function toMinute(end: string): string {
  return String.raw`${HOUR}(?:[:.]|h(?=\d{2}(?![\dm]))|\sh\s(?=\d{2}(?!\d|\s?m)))(?<minute>\d{2})(?:[:.](?<second>\d{2})(?:\.\d+)?)?(?!${end})(?:\s*${HALF}(?:\.?m|(?<=\d[ap]))\b\.?)?`;
}

/** The name of a way to write a time of day. */
export type ClockFormName = "toMinute" | "hour" | "inKanji" | "inFour";

/** Every way to write a time of day; a further way is a further entry here. */
function clockForms(end: string): Readonly<Record<ClockFormName, Form>> {
  return {
    /** `02:15`, `2.15 pm`, `14h23`, `02:15:30`. */
    toMinute: { pattern: toMinute(end), before: UNBROKEN },
    /** `9am`, `2 p.m.`. */
    hour: { pattern: String.raw`${HOUR}\s*${HALF}\.?m\b\.?`, before: UNBROKEN },
    /**
     * `0310 hrs`, `0447Z`, `2026-03-14 0251:`; a number from 1900 on is a year where only a zone stands
     * behind it, unless it says when: `at 1915 UTC`, `hours of 1900 and 2100 UTC`.
     */
    inFour: {
      pattern: String.raw`(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?=\s*(?:h|hrs?|hours|Z)\b|(?:(?<!(?:19|20)\d\d)|${AT_FOUR}|(?<!20[0-2]\d)${AT_DAY})\s*(?:UTC|GMT)\b|\s*${TO}\s*${FOUR}\s*(?:UTC|GMT|Z|hrs?|hours)\b|${BEHIND_DATE}\s*(?:[:,;–—-]|$))`,
      before: UNBROKEN,
    },
    /** `13時20分`, `午後1時`. */
    inKanji: {
      pattern: String.raw`(?:(?<half>午前|午後)\s*)?${HOUR}\s*時(?!間)(?:\s*(?<minute>\d{1,2})\s*分)?`,
    },
  };
}

/** The pattern of a time of day, and of one or two that are a range. A share, `11.17%`, begins no row. */
export const CLOCK = anyOf(Object.values(clockForms(String.raw`[\d%]`)));
export const CLOCKS = String.raw`${CLOCK}(?:\s*${TO}\s*${CLOCK})?`;

const READERS = Object.values(clockForms(String.raw`[\d:]`)).map(inText);
const ENDS = String.raw`(?<from>\d{1,2}(?:[:.]\d{2})?)\s*${TO}\s*(?<to>\d{1,2}(?:[:.]\d{2})?)`;
const RANGE_WITH_ONE_HALF = new RegExp(String.raw`${UNBROKEN}${ENDS}\s*${HALF}\.?m?\b`, "iu");

/** Gives the first time of `1:00 - 2:30 PM` its half of the day: the second's, unless it is later. */
function withBothHalves(text: string): string {
  const found = RANGE_WITH_ONE_HALF.exec(text);
  if (!found) return text;
  const { from = "", to = "", half = "" } = found.groups ?? {};
  const [start, end] = [from, to].map((time) => Number.parseFloat(time.replace(":", ".")));
  const isOther = (start ?? 0) % 12 > (end ?? 0) % 12;
  const other = half.toLowerCase() === "p" ? "a" : "p";
  const both = `${from} ${isOther ? other : half}m – ${to} ${half}m`;
  return text.slice(0, found.index) + both + text.slice(found.index + found[0].length);
}

/** Whether a text tells by which half of the day a time is meant: `2 p.m.`. */
export function saysHalf(text: string): boolean {
  return /\d\s*[ap]\.?m\b/i.test(text);
}

/** The time that stands first in a text, however it is written: "8am until 12:00". */
function firstTime(text: string): RegExpExecArray | null {
  let first: RegExpExecArray | null = null;
  for (const reader of READERS) {
    const match = reader.exec(text);
    if (match && (first === null || match.index < first.index)) first = match;
  }
  return first;
}

/** The time of day that a text tells, the first of a range; null where it tells none. */
export function readClock(text: string): Temporal.PlainTime | null {
  const whole = withBothHalves(text);
  const found = firstTime(whole);
  if (!found) return null;
  const { hour: written = "", minute = "0", second = "0", half: named } = found.groups ?? {};
  const half = HALVES.get(named ?? "") ?? named?.toLowerCase();
  const number = Number(written);
  // "13:55 PM" and "0:15 AM" say by a clock of 24 hours what their half says again.
  const isTwice = half === "p" ? number > 12 : number === 0;
  if (half && ((number > 12 && half === "a") || (number === 0 && half === "p"))) return null;
  const hour = half && !isTwice ? (number % 12) + (half === "p" ? 12 : 0) : number;
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return Temporal.PlainTime.from({ hour, minute: Number(minute), second: Number(second) });
}
