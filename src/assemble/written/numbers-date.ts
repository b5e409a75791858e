import { memoLast } from "../../core/memo.ts";
import type { ReadOrder } from "../../core/time/calendar.ts";
import { type Form, inText } from "./form.ts";

/** Every way to write a date in numbers alone, the surest first; a further way is a further entry. */
export const NUMBER_FORMS = {
  /** `14/03/2026`, `14.03.26`: the same sign twice; with blanks, `03, 14, 2026`, all of the year. */
  withYear: {
    pattern: String.raw`(?=\d+(?:\/\d+\/|\.\d+\.|-\d+-)|(?<!\d, ?|\d \/ )\d+(?:, ?\d+, ?| \/ \d+ \/ )20\d\d(?!\d))(?<first>\d{1,2})(?<sign>[./-]|, ?| \/ )(?<second>\d{1,2})(?:[./-]|, ?| \/ )(?<year>\d{4}|\d{2})(?!\d)`,
    before: String.raw`(?<![\d./-])`,
    after: String.raw`(?![./-]\d)`,
  },
  /** Day and month alone, `03-26 23:04`: only right before a time of day, for much else looks so. */
  withoutYear: {
    pattern: String.raw`(?<first>\d{1,2})[/-](?<second>\d{1,2})(?=[\sT,]+\d{1,2}[:.]\d{2})`,
    before: String.raw`(?<![\d./:-])`,
  },
  /** The same with dots, `26.03. 23:04`, of which the day comes first: only right before a time with a colon. */
  dotted: {
    pattern: String.raw`(?<first>\d{1,2})(?<sign>\.)(?<second>\d{1,2})\.?(?=[\sT,]+\d{1,2}:\d{2})`,
    before: String.raw`(?<![\d./:-])`,
  },
} satisfies Readonly<Record<string, Form>>;

/** Two dates may be a month apart; of three or more in one month, their days differ. */
const LEAST_DAYS = 3;

const FORMS = Object.values(NUMBER_FORMS).map(inText);
const WITH_YEAR = new RegExp(inText(NUMBER_FORMS.withYear), "giu");
const WITHOUT_YEAR = inText(NUMBER_FORMS.withoutYear);
/** What each of the forms has; most texts with a digit do not. */
const TWO_NUMBERS = /\d(?:[./-]|, ?| \/ )\d/;

/** Both numbers of the first date in numbers of a text, and its year where it has one. */
export function numbersIn(text: string) {
  if (!TWO_NUMBERS.test(text)) return null;
  const match = FORMS.map((form) => form.exec(text)).find((found) => found !== null);
  if (!match) return null;
  const { first, second, year = null, sign } = match.groups ?? {};
  const isDotted = sign === ".";
  return { match, first: Number(first), second: Number(second), year, isDotted };
}

type Numbers = NonNullable<ReturnType<typeof numbersIn>>;

function ownOrder({ first, second, isDotted }: Numbers): ReadOrder | null {
  if (first > 12 && second <= 12) return "day-first";
  if (second <= 12 || first > 12) return null;
  return isDotted ? "month-first" : "slashed-month-first";
}

/** The order that a date of two numbers has by itself; null where it could be either. */
export function orderOfNumbers(text: string): ReadOrder | null {
  const numbers = numbersIn(text);
  return numbers && ownOrder(numbers);
}

/** Whether a text has a date in numbers, whatever they mean. */
export function hasNumbersDate(text: string): boolean {
  return numbersIn(text) !== null;
}

/** The dates in numbers with a year, as they are written. */
const datesIn = memoLast((text): readonly string[] =>
  TWO_NUMBERS.test(text) ? Array.from(text.matchAll(WITH_YEAR), ([written]) => written) : [],
);

/** The same of a whole document, whose dates with a year are looked for once. */
export function hasNumbersDateWithin(text: string): boolean {
  return datesIn(text).length > 0 || WITHOUT_YEAR.test(text);
}

/** The orders of the clear dates of a text, each once. */
export function ordersIn(text: string): readonly ReadOrder[] {
  const orders = new Set<ReadOrder>();
  for (const written of datesIn(text)) {
    const order = orderOfNumbers(written);
    if (order !== null) orders.add(order);
  }
  return [...orders];
}

/** The one order of all clear dates, by the order of each; null where there is none, or they differ. */
export function orderOfAll(all: Iterable<ReadOrder>): ReadOrder | null {
  const orders = new Set(all);
  if (orders.has("day-first")) return orders.size === 1 ? "day-first" : null;
  return orders.has("month-first") ? "month-first" : ([...orders][0] ?? null);
}

/** The order that every clear date of some texts has; null where none is clear, or they differ. */
export function commonOrder(texts: Iterable<string>): ReadOrder | null {
  return orderOfAll([...texts].flatMap(ordersIn));
}

/** The order that makes one number of dates the same and the other not: days go on within a month. */
function orderOfRun(texts: readonly string[]): ReadOrder | null {
  const dates = texts.flatMap((text) => numbersIn(text) ?? []).filter(({ year }) => year !== null);
  const [firsts, seconds] = [
    new Set(dates.map(({ first }) => first)),
    new Set(dates.map(({ second }) => second)),
  ];
  if (firsts.size >= LEAST_DAYS && seconds.size === 1) return "day-first";
  return seconds.size >= LEAST_DAYS && firsts.size === 1 ? "slashed-month-first" : null;
}

const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;

/** The order by which a date in numbers is one that the text, or the name of its file, writes year first. */
function orderOfSame(text: string, name: string): ReadOrder | null {
  const whole = new Set(Array.from(`${name} ${text}`.matchAll(ISO), ([written]) => written));
  if (whole.size === 0) return null;
  const iso = (year: string, month: number, day: number) =>
    [year, ...[month, day].map((one) => String(one).padStart(2, "0"))].join("-");
  const orders = datesIn(text).flatMap((written): ReadOrder[] => {
    const { first = 0, second = 0, year = null } = numbersIn(written) ?? {};
    if (year?.length !== 4 || first === second) return [];
    const [isDay, isMonth] = [iso(year, second, first), iso(year, first, second)].map((one) =>
      whole.has(one),
    );
    if (isDay === isMonth) return [];
    return [isDay ? "day-first" : "slashed-month-first"];
  });
  return orderOfAll(orders);
}

/** The order of numbers that a document's own dates and its file's name show; null where they leave it open. */
export function orderWithin(text: string, name = ""): ReadOrder | null {
  const clear = commonOrder([text]);
  if (clear !== null) return clear;
  const dates = datesIn(text);
  if (dates.some((written) => orderOfNumbers(written) !== null)) return null;
  return orderOfRun(dates) ?? orderOfSame(text, name);
}

/** A date in numbers whose order is open, each way to read it as year, month and day. */
export interface OpenDate {
  readonly dayFirst: readonly [year: number, month: number, day: number];
  readonly monthFirst: readonly [year: number, month: number, day: number];
}

/** The dates of a text that could be one of two days, in the order in which they stand. */
export function openDates(text: string): readonly OpenDate[] {
  return datesIn(text).flatMap((written): readonly OpenDate[] => {
    const numbers = numbersIn(written);
    if (!numbers || orderOf(numbers, null) !== null || numbers.first === numbers.second) return [];
    const { first, second, year } = numbers;
    const own = Number(year?.padStart(4, "20"));
    return [{ dayFirst: [own, second, first], monthFirst: [own, first, second] }];
  });
}

/** How a date that could be either is read: with dots and the whole year, or none, day first. */
function assumedOrder({ isDotted, year }: Numbers, order: ReadOrder | null): ReadOrder | null {
  if (!isDotted || order === "month-first") return order;
  return year?.length !== 2 || order === "day-first" ? "day-first" : null;
}

/** The order in which the numbers of a date are read; null where nobody says. */
export function orderOf(numbers: Numbers, assumed: ReadOrder | null): ReadOrder | null {
  return ownOrder(numbers) ?? assumedOrder(numbers, assumed);
}

/** A date in numbers that could be one of two days, as it is written; null where there is none. */
export function unclearDate(text: string, order: ReadOrder | null): string | null {
  const numbers = numbersIn(text);
  if (!numbers || orderOf(numbers, order) !== null) return null;
  const { match, first, second } = numbers;
  return [first, second].every((number) => number >= 1 && number <= 12) ? match[0] : null;
}
