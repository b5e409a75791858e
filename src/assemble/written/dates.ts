import { Temporal } from "temporal-polyfill";
import { memo } from "../../core/memo.ts";
import { hasDay, type ReadOrder } from "../../core/time/calendar.ts";
import { type DateForm, dateForms, type MonthNames, type WrittenDate } from "./date-forms.ts";
import { inText } from "./form.ts";
import { numbersIn, orderOf } from "./numbers-date.ts";

/** A date with the part of the text that says it. */
export interface FoundDate {
  readonly date: WrittenDate;
  readonly index: number;
  readonly length: number;
}

/** A form with what finds it in a text. */
type Reader = Pick<DateForm, "turn" | "read"> & { readonly inText: RegExp };

const readersOf = memo((months: MonthNames): readonly Reader[] =>
  Object.values(dateForms(months)).map((form) => {
    return { turn: form.turn, read: form.read, inText: inText(form) };
  }),
);

function found(match: RegExpExecArray, date: WrittenDate): FoundDate | null {
  // A year that is not written may be a leap year.
  return hasDay(date.year ?? 2000, date.month, date.day)
    ? { date, index: match.index, length: match[0].length }
    : null;
}

/** The first date in a text whose form has that turn. */
function dateInTurn(text: string, turn: DateForm["turn"], months: MonthNames): FoundDate | null {
  const matches = readersOf(months).flatMap((reader) => {
    const match = reader.turn === turn ? reader.inText.exec(text) : null;
    return match ? [{ match, read: reader.read }] : [];
  });
  const [first] = matches.toSorted((a, b) => a.match.index - b.match.index);
  return first ? found(first.match, first.read(first.match.groups ?? {})) : null;
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
  // Every form has a digit, and most texts have none.
  if (!/\d/.test(text)) return null;
  return dateInTurn(text, 1, months) ?? dateInTurn(text, 2, months) ?? numbersDate(text, order);
}

/** The first date that a text writes and no calendar has: "2026-13-45", "30 February 2026", "31/04/2026"; else null. */
export function impossibleDate(text: string, months: MonthNames): string | null {
  if (!/\d/.test(text)) return null;
  for (const { inText: pattern, read } of readersOf(months)) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const { year, month, day } = read(match.groups ?? {});
    return hasDay(year ?? 2000, month, day) ? null : match[0].trim();
  }
  const numbers = numbersIn(text);
  if (!numbers?.year) return null;
  const { match, first, second } = numbers;
  const year = Number(numbers.year.padStart(4, "20"));
  const isDay = hasDay(year, first, second) || hasDay(year, second, first);
  return isDay ? null : match[0].trim();
}

/** More dates than any heading or paragraph of a postmortem has. */
const MOST_DATES = 40;

/** Every date that a text writes, read in the same way; of very many, those that are read first. */
export function readWrittenDates(
  text: string,
  months: MonthNames,
  order: ReadOrder | null,
): readonly WrittenDate[] {
  const dates: WrittenDate[] = [];
  let rest = text;
  while (dates.length < MOST_DATES && /\d/.test(rest)) {
    const next = readWrittenDate(rest, months, order);
    if (!next) break;
    dates.push(next.date);
    rest = rest.slice(0, next.index) + " ; " + rest.slice(next.index + next.length);
  }
  return dates;
}

/** The day that a written date means; one without a year is the one that is nearest to a day. */
export function nearestDate(
  written: WrittenDate,
  near: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (written.year !== null) return resolveDate(written, null);
  const years = [near.year, near.year - 1, near.year + 1];
  const dates = years.flatMap((year) => resolveDate({ ...written, year }, null) ?? []);
  const apart = (date: Temporal.PlainDate) =>
    Math.abs(date.until(near, { largestUnit: "days" }).days);
  return dates.toSorted((a, b) => apart(a) - apart(b))[0] ?? null;
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
  const make = (inYear: number) =>
    hasDay(inYear, month, day) ? new Temporal.PlainDate(inYear, month, day) : null;
  const date = make(assumed);
  const isBack =
    year === null && before && date && date.until(before, { largestUnit: "days" }).days > 183;
  return isBack ? make(assumed + 1) : date;
}
