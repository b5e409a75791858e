import { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../../core/postmortem.ts";
import type { ReadOrder } from "../../core/time/calendar.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { ABOUT, readClock } from "./clock-times.ts";
import { type CountedTime, readCountedTime } from "./counted-time.ts";
import type { WrittenDate } from "./date-forms.ts";
import { readWrittenDate } from "./dates.ts";
import { hasNumbersDate } from "./numbers-date.ts";
import { readZone } from "./zones.ts";

/** What a written time says, each part only where it says it. */
export interface WrittenTime {
  readonly date: WrittenDate | null;
  /** A date in numbers is written that could be one of two days. */
  readonly isDateUnclear: boolean;
  readonly time: Temporal.PlainTime | null;
  /** How far from the start it is, where it says so: `T+25m`. */
  readonly counted: CountedTime | null;
  /** As written: `UTC`, `CET`, `+02:00`, `Europe/Oslo`. */
  readonly zone: string | null;
  /** Written with `~`, "about" or the like. */
  readonly approximate: boolean;
  /** Whether something besides the date is written that could be a time. */
  readonly hasDigitsLeft: boolean;
}

const APPROXIMATE = new RegExp(String.raw`[~≈]|\b${ABOUT}|\dish\b`, "iu");

/** Parts the two ends of `09:00-11:00`, which would else be a time with an offset. */
function withoutRange(text: string): string {
  return text.replace(/(?<=\d)\s*-\s*(?=\d{1,2}[:.]\d{2})/g, " – ");
}

function without(text: string, { index, length }: CountedTime): string {
  return `${text.slice(0, index)} ${text.slice(index + length)}`;
}

/**
 * Reads a time of a timeline; every part that the text does not have is null.
 * @param order how dates in numbers are read that could be either.
 */
export function readWrittenTime(
  text: string,
  { zones, months }: Pick<Vocabulary, "zones" | "months">,
  order: ReadOrder | null = null,
): WrittenTime {
  const found = readWrittenDate(text, months, order);
  const before = found ? text.slice(0, found.index) : text;
  const after = found ? text.slice(found.index + found.length) : "";
  const all = `${before} ${after.replace(/^\s*T(?=\d)/, " ")}`;
  const counted = readCountedTime(all);
  const rest = counted ? without(all, counted) : all;
  return {
    date: found?.date ?? null,
    isDateUnclear: found === null && hasNumbersDate(text),
    time: readClock(rest),
    counted,
    zone: readZone(/T\d/.test(text) ? rest : withoutRange(rest), zones),
    approximate: APPROXIMATE.test(text),
    hasDigitsLeft: /\d/.test(rest),
  };
}

/** The instant of a date and time in a zone that Temporal knows. */
export function instantOf(
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  timeZone: string,
): EpochMs {
  return date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
}

/** The instant at which a day begins in a zone that Temporal knows. */
export function startOfDay(date: Temporal.PlainDate, timeZone: string): EpochMs {
  return date.toZonedDateTime(timeZone).epochMilliseconds;
}

/** What an instant in the frontmatter says: with an offset, without one, or not readable. */
export type WrittenInstant =
  | { readonly kind: "instant"; readonly at: EpochMs }
  | { readonly kind: "no-offset"; readonly at: EpochMs }
  | { readonly kind: "unreadable" };

/** An instant as it is mostly written: `2026-03-14T02:15:00Z`. */
const PLAIN_INSTANT =
  /^([1-9]\d{3})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?(?:Z|([+-])(\d\d):(\d\d))$/;

/** Such an instant, where each of its numbers is in range; null for any other text, which may be one as well. */
function plainInstant(text: string): EpochMs | null {
  const [all, year, month, day, hour, minute, second = "0", sign, ahead = "0", more = "0"] =
    PLAIN_INSTANT.exec(text) ?? [];
  if (all === undefined) return null;
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  const [offsetHours, offsetMinutes] = [Number(ahead), Number(more)];
  if (hours > 23 || minutes > 59 || seconds > 59 || offsetHours > 23 || offsetMinutes > 59)
    return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!isDay) return null;
  const offset = (offsetHours * 60 + offsetMinutes) * (sign === "-" ? -1 : 1);
  return date.getTime() + ((hours * 60 + minutes - offset) * 60 + seconds) * 1000;
}

/** Reads an ISO date-time; one without an offset is read in the given zone. */
export function readInstant(text: string, timeZone: string): WrittenInstant {
  const plain = plainInstant(text);
  if (plain !== null) return { kind: "instant", at: plain };
  try {
    return { kind: "instant", at: Temporal.Instant.from(text.trim()).epochMilliseconds };
  } catch {
    try {
      const local = Temporal.PlainDateTime.from(text.trim().replace(/(?:(?<!\s)\s+)?Z$/, ""));
      const hasTime = /\d[T ]\d/.test(text);
      if (!hasTime) return { kind: "unreadable" };
      return { kind: "no-offset", at: local.toZonedDateTime(timeZone).epochMilliseconds };
    } catch {
      return { kind: "unreadable" };
    }
  }
}
