import { Temporal } from "temporal-polyfill";
import { inDoubt } from "../../core/document/fact.ts";
import { memo } from "../../core/memo.ts";
import type { Fact } from "../../core/postmortem.ts";
import { anyWord, escapePattern } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { ARROWS } from "../written/arrows.ts";
import { type FoundDate, readWrittenDate, resolveDate } from "../written/dates.ts";
import { isPlaceholder } from "../written/phrases.ts";

/** What reading the dates of actions needs to know beside them: the day of their document. */
export interface ActionContext extends AssembleContext {
  /** A date without a year is that of this day, or of the next year; null where nobody tells one. */
  readonly near?: Temporal.PlainDate | null;
  /** Whether nobody asks anything of an action but who does it. */
  readonly isOwnerAlone?: boolean;
}

/** Later, and either reading of a date is as likely a slip. */
const MOST_DAYS_AHEAD = 366;

/** Words that may stand beside a date without changing it: "by", "due on", "Friday". */
const besideDate = memo(({ action_phrases: { due, by }, weekdays, zones }: Vocabulary): RegExp => {
  const words = [...due, ...by, ...weekdays.flat()].map(escapePattern).join("|");
  const zone = String.raw`(?:[+-]\d{2}:?\d{2}|${Object.keys(zones).map(escapePattern).join("|")})(?![\p{L}\d])`;
  return new RegExp(
    String.raw`(?<!\p{L})(?:${words}|on|the|of)(?!\p{L})|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b)?(?:\s?${zone})?|T(?=\d)|[\p{P}\p{S}\s]|Z$`,
    "giu",
  );
});

/** A day and a month in numbers alone, `4/17`, which is a date where nothing else may stand. */
function dayAndMonth(text: string, order: ActionContext["dateOrder"]): FoundDate | null {
  const [, one = "", other = "", behind = ""] =
    /^\D{0,12}(\d{1,2})[/.](\d{1,2})\.?(\D{0,6})$/.exec(text) ?? [];
  if (one === "") return null;
  const [first, second] = [Number(one), Number(other)];
  const isDayFirst = first > 12 || (second <= 12 && order === "day-first");
  if (second <= 12 && first <= 12 && order == null) return null;
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const index = text.indexOf(one);
  return { date: { year: null, month, day }, index, length: text.length - behind.length - index };
}

/** A date of eight digits alone: "20260515". */
function unspacedDate(text: string): FoundDate | null {
  const [whole, year, month, day] = /^\s*(20\d{2})([01]\d)([0-3]\d)\s*$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return { date, index: 0, length: whole.length };
}

/** A year in two digits behind an apostrophe: "1 Sep '26". */
const SHORT_YEAR = /\s['’](\d{2})$/;

const movedTo = memo(
  ({ action_phrases: { moved } }: Vocabulary): RegExp =>
    new RegExp(String.raw`(?:${ARROWS}|(?<!\p{L})${anyWord(moved)}(?!\p{L}))`, "giu"),
);

/** Of a day that was put off, "20 August, moved to 1 September", the last. */
function sinceMoved(text: string, vocabulary: Vocabulary): string {
  const last = text.split(movedTo(vocabulary)).at(-1) ?? "";
  return /\d/.test(last) ? last : text;
}

/** The day that a text is, whatever it is written as; null where it says more, or none. */
export function dayOf(text: string, context: ActionContext): Temporal.PlainDate | null {
  const { vocabulary, dateOrder = null, near = null } = context;
  const whole = text.replace(/(?:(?<!\s)\s+)?\([^()]*\)\s*$/, "");
  const bare = sinceMoved(whole, vocabulary).replace(SHORT_YEAR, " 20$1");
  const found =
    readWrittenDate(bare, vocabulary.months, dateOrder) ??
    dayAndMonth(bare, dateOrder) ??
    unspacedDate(bare);
  if (!found) return null;
  const rest = bare.slice(0, found.index) + bare.slice(found.index + found.length);
  if (rest.replace(besideDate(vocabulary), "") !== "") return null;
  const day = resolveDate(found.date, found.date.year === null ? near : null);
  return day && aheadOf(day, bare, near);
}

/** A date without a year is one, whatever day it is near. */
export const ANY_DAY = Temporal.PlainDate.from("2000-01-01");

/** Whether a text is a day, also one of a year that nobody tells. */
export function isDay(text: string, context: ActionContext): boolean {
  return dayOf(text, { ...context, near: context.near ?? ANY_DAY }) !== null;
}

/** A date whose numbers could be either, the other way round where only so it lies after the incident. */
function aheadOf(
  day: Temporal.PlainDate,
  written: string,
  near: Temporal.PlainDate | null,
): Temporal.PlainDate {
  const isOpen = /\d{1,2}\/\d{1,2}\/\d{2}/.test(written) && day.day <= 12 && day.day !== day.month;
  if (near === null || !isOpen) return day;
  const other = day.with({ month: day.day, day: day.month });
  const days = (one: Temporal.PlainDate) => near.until(one, { largestUnit: "days" }).days;
  return days(day) < 0 && days(other) >= 0 && days(other) < MOST_DAYS_AHEAD ? other : day;
}

/** A day and a month of which nobody tells which is which: "12/4", "03/04/2026". */
const OPEN_DAY = /^\D{0,12}\d{1,2}[/.]\d{1,2}(?:[/.](?:\d{2}|\d{4}))?\D{0,6}$/;

/**
 * A date as an ISO calendar date where it is one day, else as it is written, in doubt where it may be two;
 * null where something stands in for one that is still to come, "TBD", or for none.
 */
export function dateFact(
  written: Fact<string> | null,
  context: ActionContext,
): Fact<string> | null {
  if (!written) return null;
  const { placeholders, no_value: none } = context.vocabulary;
  const isNone = none.includes(written.value.trim().toLowerCase());
  if (isNone || isPlaceholder(written.value, placeholders)) return null;
  const day = dayOf(written.value, context)?.toString();
  if (day === undefined) {
    const isOpen = OPEN_DAY.test(written.value) || isDay(written.value, context);
    return isOpen ? inDoubt(written) : written;
  }
  if (day === written.value) return written;
  return { ...written, value: day, written: written.written ?? written.value };
}
