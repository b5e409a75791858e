import { Temporal } from "temporal-polyfill";
import type { ReadOrder } from "../../core/calendar.ts";
import { memo } from "../../core/memo.ts";
import { numbersIn, orderOf } from "./numbers-date.ts";

/** A date as a document writes it; the year only where it does. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** A date with the part of the text that says it. */
export interface FoundDate {
  readonly date: WrittenDate;
  readonly index: number;
  readonly length: number;
}

/** Names of the months, January first, each with its spellings. */
export type MonthNames = readonly (readonly string[])[];

const ISO = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const ORDINAL = String.raw`(?:st|nd|rd|th|\.)?`;
/** The last of several days, of which the first counts: `14-19`. */
const MORE_DAYS = String.raw`(?:\s*[-–—]\s*\d{1,2}${ORDINAL}(?![\d:]))?`;

interface NamedPatterns {
  readonly monthFirst: RegExp;
  readonly dayFirst: RegExp;
}

const patternsOf = memo((months: MonthNames): NamedPatterns => {
  const name = String.raw`(${months.flat().join("|")})\b\.?`;
  const year = String.raw`(?:,?\s+(\d{4})(?!\d)(?!:))?`;
  return {
    monthFirst: new RegExp(
      String.raw`\b${name}\s+(\d{1,2})${ORDINAL}(?![\d:])${MORE_DAYS}${year}`,
      "i",
    ),
    dayFirst: new RegExp(
      String.raw`(?<![\d:.])(\d{1,2})${ORDINAL}${MORE_DAYS}[\s/-]+(?:of\s+)?${name}(?:,?[\s/-]+(\d{4})(?!\d)(?!:))?`,
      "i",
    ),
  };
});

function isDate({ year, month, day }: WrittenDate): boolean {
  try {
    // A year that is not written may be a leap year.
    Temporal.PlainDate.from({ year: year ?? 2000, month, day }, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

function found(match: RegExpExecArray, date: WrittenDate): FoundDate | null {
  return isDate(date) ? { date, index: match.index, length: match[0].length } : null;
}

function isoDate(text: string): FoundDate | null {
  const match = ISO.exec(text);
  if (!match) return null;
  return found(match, { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
}

function monthNamed(name: string, months: MonthNames): number {
  const folded = name.toLowerCase().replace(/\.$/, "");
  return months.findIndex((names) => names.includes(folded)) + 1;
}

/** `March 14th, 2026`, `14 Mar 2026`, `14th of March`. */
function namedDate(text: string, months: MonthNames): FoundDate | null {
  const { monthFirst, dayFirst } = patternsOf(months);
  const yearOf = (written: string | undefined) => (written === undefined ? null : Number(written));
  const american = monthFirst.exec(text);
  const european = dayFirst.exec(text);
  if (european && (!american || european.index <= american.index)) {
    const [, day = "", month = ""] = european;
    return found(european, {
      year: yearOf(european[3]),
      month: monthNamed(month, months),
      day: Number(day),
    });
  }
  if (!american) return null;
  const [, month = "", day = ""] = american;
  return found(american, {
    year: yearOf(american[3]),
    month: monthNamed(month, months),
    day: Number(day),
  });
}

function numbersDate(text: string, assumed: ReadOrder | null): FoundDate | null {
  const numbers = numbersIn(text);
  if (!numbers) return null;
  const order = orderOf(numbers, assumed);
  if (order === null) return null;
  const { match, first, second } = numbers;
  const year = numbers.year ? Number(numbers.year.padStart(4, "20")) : null;
  const [day, month] = order === "day-first" ? [first, second] : [second, first];
  return found(match, { year, month, day });
}

/**
 * The first date that a text writes: ISO, with the name of a month, or in numbers.
 * @param order how numbers are read that could be either; null for not at all.
 */
export function readWrittenDate(
  text: string,
  months: MonthNames,
  order: ReadOrder | null,
): FoundDate | null {
  return isoDate(text) ?? namedDate(text, months) ?? numbersDate(text, order);
}

/** Every date that a text writes, read in the same way. */
export function readWrittenDates(
  text: string,
  months: MonthNames,
  order: ReadOrder | null,
): readonly WrittenDate[] {
  const dates: WrittenDate[] = [];
  let rest = text;
  while (/\d/.test(rest)) {
    const next = readWrittenDate(rest, months, order);
    if (!next) break;
    dates.push(next.date);
    rest = rest.slice(0, next.index) + " ; " + rest.slice(next.index + next.length);
  }
  return dates;
}

/**
 * The day that a written date means. One without a year is that of the day before it in the
 * document, or of the year after where that would go back by more than half a year; null where
 * nothing tells the year.
 */
export function resolveDate(
  { year, month, day }: WrittenDate,
  before: Temporal.PlainDate | null,
): Temporal.PlainDate | null {
  if (year === null && before === null) return null;
  const assumed = year ?? before?.year ?? 0;
  const make = (inYear: number) => {
    try {
      return Temporal.PlainDate.from({ year: inYear, month, day }, { overflow: "reject" });
    } catch {
      return null;
    }
  };
  const date = make(assumed);
  const isBack =
    year === null && before && date && date.until(before, { largestUnit: "days" }).days > 183;
  return isBack ? make(assumed + 1) : date;
}
