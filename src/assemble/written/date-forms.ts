import { escapePattern } from "../../core/text/escape-pattern.ts";
import { anyOf, type Form } from "./form.ts";
import { NUMBER_FORMS } from "./numbers-date.ts";

/** A date as a document writes it; the year only where it does. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** Names of the months, January first, each with its spellings. */
export type MonthNames = readonly (readonly string[])[];

/** The parts of a date that a form names: `year`, `month`, `day`. */
export type DateParts = Readonly<Record<string, string | undefined>>;

/** A way to write a date that says which number is the month. */
export interface DateForm extends Form {
  /** It is looked for in the whole text before those of a later turn are. */
  readonly turn: 1 | 2;
  readonly read: (parts: DateParts) => WrittenDate;
}

const ORDINAL = "(?:st|nd|rd|th|er)";
/** Between day, month and year: `14 of March`, `14 de marzo del 2026`. */
const OF = "(?:of|de|del)";
/** What is no time of day: "Feb 7 2036 UTC" and "Feb 8 0117 UTC" tell no year. */
const YEAR = String.raw`(?:19|20)\d{2}(?!\d|:\d|\s?(?:h|hrs?|hours|z)\b|(?:(?<=19\d\d)|(?<=20[3-9]\d))\s?(?:utc|gmt)\b)`;
/** Two digits are a year only between signs that dates have: `30/Mar/26`. */
const SHORT_YEAR = String.raw`(?:(?<=\p{L}\.?[/-])\d{2}(?![\d:.]))`;
/** The last of several days, of which the first counts: `14-19`. */
const LAST_DAY = String.raw`\d{1,2}(?:${ORDINAL}|\.)?(?!\d|[:.]\d)`;
/** Behind a month, so that what a row tells after its date is no day of it: `March 14 - 12 nodes fail`. */
const TO_LAST_DAY = String.raw`(?:[-–—]${LAST_DAY}|\s*[-–—]\s*${LAST_DAY}(?=\s*$|\s*[:;)\]]|,?\s+${YEAR})|\s+(?:to|through)\s+${LAST_DAY}(?=,?\s+${YEAR}))`;

function yearOf({ year }: DateParts): number | null {
  return year === undefined ? null : Number(year.padStart(4, "20"));
}

function inNumbers(parts: DateParts): WrittenDate {
  return { year: yearOf(parts), month: Number(parts["month"]), day: Number(parts["day"]) };
}

/** The name of a way to write a date that is not in numbers alone. */
export type DateFormName = "iso" | "kanji" | "yearFirst" | "monthFirst" | "dayFirst";

/** Every way to write a date but those in numbers alone; a further way is a further entry here. */
export function dateForms(months: MonthNames): Readonly<Record<DateFormName, DateForm>> {
  const name = String.raw`(?<month>${months.flat().map(escapePattern).join("|")})\b\.?`;
  const read = (parts: DateParts): WrittenDate => {
    const written = parts["month"]?.toLowerCase() ?? "";
    const month = months.findIndex((names) => names.includes(written)) + 1;
    return { year: yearOf(parts), month, day: Number(parts["day"]) };
  };
  return {
    /** `2026-03-14`; not the folder of a year before a day that has its own, `2026/02-03-2026`. */
    iso: {
      turn: 1,
      pattern: String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})`,
      before: String.raw`(?<!\d)(?!\d{4}\/\d{1,2}(?:-\d{1,2}-|\.\d{1,2}\.)\d{4}(?!\d))`,
      after: String.raw`(?!\d)`,
      read: inNumbers,
    },
    /** `2026年2月11日`. */
    kanji: {
      turn: 1,
      pattern: String.raw`(?:(?<year>\d{4})\s*年\s*)?(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日(?:\s*[(（]\p{Lo}[)）])?`,
      read: inNumbers,
    },
    /** `2026-Mar-14`, `2026 March 14`. */
    yearFirst: {
      turn: 2,
      pattern: String.raw`(?<year>(?:19|20)\d{2})[\s/-]${name}[\s/-](?<day>\d{1,2})(?!\d|:\d)`,
      before: String.raw`(?<![\d:.])`,
      read,
    },
    /** `March 14th, 2026`, `March, 14, 2026`. */
    monthFirst: {
      turn: 2,
      pattern: String.raw`${name}(?:\s+|,\s+(?=\d{1,2},?\s+\d{4}(?!\d))|-(?=\d{1,2}-\d{4}))(?<day>\d{1,2})(?:${ORDINAL}|\.(?=\s*[-–—]\s*\d|\s+\d{4}))?(?!\d|:\d)${TO_LAST_DAY}?(?:(?:,?\s+|-)(?<year>${YEAR}))?`,
      before: String.raw`\b`,
      read,
    },
    /** `14 Mar 2026`, `14th of March`, `14–16 March`; of `Day 1 - January 23, 2026` the number is another's. */
    dayFirst: {
      turn: 2,
      pattern: String.raw`(?<day>\d{1,2})(?:${ORDINAL}|[.º°])?(?:\s*(?:[-–—]|\b(?:to|and|until)\b)\s*${LAST_DAY})?(?:[\s/-]+|(?<=\d\.))(?:${OF}\s+)?${name}(?:,?[\s/-]+(?:${OF}\s+)?(?<year>${YEAR}|${SHORT_YEAR}))?(?!\.?\s+\d{1,2}${ORDINAL}?,?\s+${YEAR})`,
      before: String.raw`(?<![\d:.])`,
      read,
    },
  };
}

/** The pattern of a date, in whichever way it is written. */
export function datePattern(months: MonthNames): string {
  return anyOf([...Object.values(dateForms(months)), ...Object.values(NUMBER_FORMS)]);
}
