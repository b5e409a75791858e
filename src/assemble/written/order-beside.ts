import { Temporal } from "temporal-polyfill";
import type { ReadOrder } from "../../core/time/calendar.ts";
import type { MonthNames } from "./date-forms.ts";
import { readWrittenDate, resolveDate } from "./dates.ts";
import { type OpenDate, openDates } from "./numbers-date.ts";

/** Dates this close tell of the same incident. */
const NEAR_DAYS = 2;
/** A reading that is farther from every clear date than this is that of another day. */
const FAR_DAYS = 20;
/** Where a document says on which day it happened: its name, its title, its first lines. */
const MOST_LINES = 60;

function clearDays(texts: readonly string[], months: MonthNames): readonly Temporal.PlainDate[] {
  return texts.flatMap((text) => {
    const found = readWrittenDate(text, months, null);
    const day = found && found.date.year !== null ? resolveDate(found.date, null) : null;
    return day ?? [];
  });
}

function dayOf([year, month, day]: OpenDate["dayFirst"]): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** How many days a date is from the nearest of some. */
function apart(date: OpenDate["dayFirst"], days: readonly Temporal.PlainDate[]): number {
  const own = dayOf(date);
  if (own === null) return Number.POSITIVE_INFINITY;
  return Math.min(...days.map((day) => Math.abs(own.until(day, { largestUnit: "days" }).days)));
}

function orderOfDate(date: OpenDate, days: readonly Temporal.PlainDate[]): ReadOrder | null {
  const [dayFirst, monthFirst] = [apart(date.dayFirst, days), apart(date.monthFirst, days)];
  if (dayFirst <= NEAR_DAYS && monthFirst > FAR_DAYS) return "day-first";
  return monthFirst <= NEAR_DAYS && dayFirst > FAR_DAYS ? "slashed-month-first" : null;
}

/** A speaker's id before a time, as the text export of a chat has it, which always writes the day first. */
const DAY_FIRST_CHAT = /^> .{1,60} \[[A-Z][A-Z\d]{6,20}\] @ \d\d\/\d\d\/\d{4} \d\d:/m;

/**
 * The order of day and month that a document's clear dates show for those in numbers: beside the
 * title "2026-05-04 Queue stuck", 04/05/2026 has the day first. Null where they leave it open.
 * @param name that of its file
 */
export function orderBeside(name: string, text: string, months: MonthNames): ReadOrder | null {
  const open = openDates(text);
  if (open.length === 0) return null;
  if (DAY_FIRST_CHAT.test(text)) return "day-first";
  const days = clearDays([name, ...text.split("\n", MOST_LINES)], months);
  const orders = new Set(open.flatMap((date) => orderOfDate(date, days) ?? []));
  const [order] = orders;
  return order !== undefined && orders.size === 1 ? order : null;
}
