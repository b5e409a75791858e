import { Temporal } from "temporal-polyfill";
import type { ReadOrder } from "../../core/time/calendar.ts";
import type { Block, Text } from "../../parse/body/body.ts";
import type { KnownSection } from "../sections/sections.ts";
import type { WrittenDate } from "../written/date-forms.ts";
import { nearestDate } from "../written/dates.ts";

/** Day and month alone, in either order, at the beginning of a row: "01/07 – disks fill". */
const ROW =
  /^[^\p{L}\d]{0,4}(\d{1,2}\/\d{1,2}|\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.)(?![\d/.-]|:\d)[^\p{L}\d]{0,6}(?=\p{L})/u;
const ALONE = /^[^\p{L}\d]{0,4}(\d{1,2})(?:[/-](\d{1,2})|\.(\d{1,2})\.?)[^\p{L}\d]{0,4}$/u;
/** Fewer rows of which each begins so may be fractions, or the numbers of something. */
const LEAST_ROWS = 3;
/** Rows that lie farther from the day of their document are read in the wrong order. */
const NEAR_DAYS = 31;

interface DayRow {
  readonly time: Text;
  readonly text: string;
}

function rowIn({ text, range }: Text): readonly DayRow[] {
  const [head = "", day] = ROW.exec(text) ?? [];
  return day === undefined ? [] : [{ time: { text: day, range }, text: text.slice(head.length) }];
}

/** Two digits each, as fractions hardly have them. */
const PADDED = /^\d\d\D\d\d/;

/** The same, of which nothing says that they are a timeline: not such as "1/3 of all replicas". */
function paddedDayRows(blocks: readonly Block[]): readonly DayRow[] {
  const rows = dayRows(blocks);
  return rows.every(({ time }) => PADDED.test(time.text)) ? rows : [];
}

/** The one section whose rows begin with days and months in numbers, with its rows; none where several do. */
export function inNumberedDays(
  sections: readonly KnownSection[],
): readonly (KnownSection & { readonly entries: readonly DayRow[] })[] {
  const found = sections
    .map((section) => ({ ...section, entries: paddedDayRows(section.blocks) }))
    .filter(({ entries }) => entries.length > 0);
  return found.length === 1 ? found : [];
}

/** The rows of lists and paragraphs, nearly each of which begins with a day and a month in numbers; else none. */
export function dayRows(blocks: readonly Block[]): readonly DayRow[] {
  const texts = blocks.flatMap((block) => {
    if (block.type === "list") return block.items;
    return block.type === "paragraph" ? block.lines : [];
  });
  const rows = texts.flatMap(rowIn);
  return rows.length >= LEAST_ROWS && rows.length * 2 > texts.length ? rows : [];
}

interface Numbers {
  readonly first: number;
  readonly second: number;
  readonly isDotted: boolean;
}

function numbersOf(text: string): Numbers | null {
  const [, first, second, dotted] = ALONE.exec(text) ?? [];
  const month = second ?? dotted;
  if (first === undefined || month === undefined) return null;
  return { first: Number(first), second: Number(month), isDotted: dotted !== undefined };
}

/** Whether a text is a day and a month in numbers and nothing else. */
export function isDayInNumbers(text: string): boolean {
  return ALONE.test(text);
}

function dateOf({ first, second }: Numbers, order: ReadOrder): WrittenDate {
  return order === "day-first"
    ? { year: null, month: second, day: first }
    : { year: null, month: first, day: second };
}

/** How many days each row is from a day if read in an order; empty where no day is known. */
function apart(
  rows: readonly Numbers[],
  order: ReadOrder,
  day: Temporal.PlainDate | null,
): readonly number[] {
  if (day === null) return [];
  return rows.map((row) => {
    const date = nearestDate(dateOf(row, order), day);
    return date === null
      ? Number.POSITIVE_INFINITY
      : Math.abs(date.until(day, { largestUnit: "days" }).days);
  });
}

/** The one of some orders in which all rows lie near a day, and one on it where several do so. */
function orderBy(
  orders: readonly ReadOrder[],
  rows: readonly Numbers[],
  day: Temporal.PlainDate | null,
): ReadOrder | null {
  const near = orders.filter((order) => {
    const days = apart(rows, order, day);
    return days.length > 0 && days.every((count) => count <= NEAR_DAYS);
  });
  const same = near.filter((order) => apart(rows, order, day).includes(0));
  const [order, ...others] = same.length > 0 ? same : near;
  return order !== undefined && others.length === 0 ? order : null;
}

/** The order of day and month that rows and the day of their document show; null where it is open. */
function orderOf(
  rows: readonly Numbers[],
  assumed: ReadOrder | null,
  day: Temporal.PlainDate | null,
): ReadOrder | null {
  const orders = (["day-first", "month-first"] as const).filter((order) =>
    rows.every((row) => {
      const { month, day: inMonth } = dateOf(row, order);
      return month >= 1 && month <= 12 && inMonth >= 1 && inMonth <= 31;
    }),
  );
  // "01.07" may as well be a time of day: only days around that of the document are none.
  if (rows.some(({ isDotted }) => isDotted)) {
    const isOnDay = apart(rows, "day-first", day).includes(0);
    return isOnDay ? orderBy(["day-first"], rows, day) : null;
  }
  if (orders.length < 2) return orders[0] ?? null;
  return orderBy(orders, rows, day) ?? assumed;
}

/**
 * The days of texts that are a day and a month in numbers and nothing else, "01/07"; null for each other text, and
 * where the document leaves their order open.
 * @param assumed the order of other dates in numbers
 */
export function daysInNumbers(
  texts: readonly string[],
  assumed: ReadOrder | null,
  day: Temporal.PlainDate | null,
): readonly (WrittenDate | null)[] {
  const found = texts.map(numbersOf);
  const rows = found.flatMap((one) => one ?? []);
  const order = rows.length >= LEAST_ROWS ? orderOf(rows, assumed, day) : null;
  return found.map((one) => (one && order ? dateOf(one, order) : null));
}

/** The order in which dates without a year, each before a time, "01/07 10:00", lie near the day of their document. */
export function orderNear(
  texts: readonly string[],
  day: Temporal.PlainDate | null,
): ReadOrder | null {
  const rows = texts.flatMap((text) => {
    const [, first, second] =
      /^\W{0,4}(\d{1,2})[/-](\d{1,2})(?=[\sT,]+\d{1,2}[:.]\d{2})/.exec(text) ?? [];
    return first === undefined || second === undefined
      ? []
      : [{ first: Number(first), second: Number(second), isDotted: false }];
  });
  return rows.length < LEAST_ROWS ? null : orderOf(rows, null, day);
}
