import type { Temporal } from "temporal-polyfill";
import { memo } from "../../core/memo.ts";
import type { EpochMs, TimelineRow } from "../../core/postmortem.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { ReadOrder } from "../../core/time/calendar.ts";
import { MS_PER_HOUR } from "../../core/time/milliseconds.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { WrittenDate } from "../written/date-forms.ts";
import { nearestDate, resolveDate } from "../written/dates.ts";
import { orderOfNumbers } from "../written/numbers-date.ts";
import { splitTimeHead, weekdayIn } from "../written/time-head.ts";
import { instantOf, readWrittenTime, startOfDay, type WrittenTime } from "../written/times.ts";
import { resolveZone, type ZoneFit, zoneFit } from "../written/zones.ts";
import { type RowClock, rowClocks } from "./clock.ts";
import { withCounted } from "./counted.ts";
import { firstDay, isFarOff, isNextDay } from "./day.ts";
import { daysInNumbers, orderNear } from "./day-numbers.ts";
import type { TimelineEntry } from "./entry.ts";
import { daysOff } from "./moved.ts";
import type { Placed, PlacingStart } from "./start.ts";
import { isZoneNote } from "./zone-notes.ts";

const HALF_DAY_MS = 12 * MS_PER_HOUR;

/** The first order of numbers in dates that the document itself makes clear. */
function dateOrderOf(entries: readonly TimelineEntry[]): ReadOrder | null {
  for (const { time } of entries) {
    const order = orderOfNumbers(time.text);
    if (order !== null) return order;
  }
  return null;
}

/** Entries with what their times say, and the day on which they begin. */
interface Timed {
  readonly entries: readonly TimelineEntry[];
  readonly times: readonly WrittenTime[];
  readonly clocks: readonly RowClock[];
  /** From Monday on, 1 to 7, where an entry is the name of a day alone. */
  readonly weekdays: readonly (number | null)[];
  /** The same, where it stands beside a date. */
  readonly namedDays: readonly (number | null)[];
  /** The second day of an entry that is of several, "9 May → 10 May": what follows it is of that day. */
  readonly lastDates: readonly (WrittenDate | null)[];
  /** Whether an entry says that it is of the day after: "9:10 (next day)". */
  readonly areNext: readonly boolean[];
  readonly start: PlacingStart;
}

const nextDayOf = memo(
  ({ clock_words: { next_day: words } }: Vocabulary) =>
    new RegExp(String.raw`^[\s\p{P}]{0,3}${anyWord(words)}(?!\p{L})`, "iu"),
);

/** Whether the words for the day after stand right behind a time, or within its cell. */
function isNextNamed({ time, text }: TimelineEntry, vocabulary: Vocabulary): boolean {
  const pattern = nextDayOf(vocabulary);
  const behind = time.text.replace(/^[\d:.h\s]+(?:[ap]\.?m\.?)?/i, "");
  return pattern.test(text) || (behind !== "" && pattern.test(behind));
}

function timed(
  entries: readonly TimelineEntry[],
  start: PlacingStart,
  vocabulary: Vocabulary,
): Timed {
  const texts = entries.map(({ time }) => time.text);
  const day = start.day?.value ?? null;
  const order = dateOrderOf(entries) ?? start.dateOrder ?? orderNear(texts, day);
  const inNumbers = daysInNumbers(texts, order, day);
  const times = texts.map((text, index) => {
    const written = readWrittenTime(text, vocabulary, order);
    const date = written.date ?? inNumbers[index] ?? null;
    return date === written.date ? written : { ...written, date, time: null, hasDigitsLeft: false };
  });
  const weekdays = texts.map((text) => weekdayIn(text, vocabulary));
  const namedDays = texts.map((text) => weekdayIn(/\p{L}+/u.exec(text)?.[0] ?? "", vocabulary));
  const areNext = entries.map((entry) => isNextNamed(entry, vocabulary));
  const lastDates = entries.map(({ text }, index) => {
    const isDay = times[index]?.date != null && times[index].time === null;
    const second = isDay ? splitTimeHead(text, vocabulary)?.head : undefined;
    return second === undefined ? null : readWrittenTime(second, vocabulary, order).date;
  });
  const named = { weekdays, namedDays, lastDates, areNext };
  return { entries, times, clocks: rowClocks(texts, times), ...named, start };
}

/** The days that rows write, each with its year. */
function writtenDates({ times }: Timed): readonly Temporal.PlainDate[] {
  return times.flatMap(({ date }) => (date && resolveDate(date, null)) ?? []);
}

/** By how many days the rows are off a day of the frontmatter, which counts. */
function daysMoved(timed: Timed): number {
  const { day, startedAt } = timed.start;
  return startedAt === null ? daysOff(writtenDates(timed), day) : 0;
}

/** Whether nobody can be sure on which days the rows lie. */
function isDayUnsure(timed: Timed): boolean {
  const { day, startedAt } = timed.start;
  if (startedAt !== null) return false;
  if (daysMoved(timed) !== 0) return true;
  const dates = writtenDates(timed);
  return dates.length === 0 ? day?.isUnsure === true : isFarOff(dates, day?.value ?? null);
}

/** The day that a row writes; without a year it is near that of the document, or after the row before. */
function dateOfRow(
  written: WrittenDate,
  day: Temporal.PlainDate | null,
  before: Temporal.PlainDate | null,
): Temporal.PlainDate | null {
  return day === null ? resolveDate(written, before) : nearestDate(written, day);
}

/** The day of a row that names its weekday, "23:50 (Wed)": the next, or for the first row the nearest. */
function onWeekday(
  date: Temporal.PlainDate,
  weekday: number,
  isLater: boolean,
): Temporal.PlainDate {
  const ahead = (weekday - date.dayOfWeek + 7) % 7;
  return date.add({ days: !isLater && ahead > 3 ? ahead - 7 : ahead });
}

/** Days that lie further apart are not those of one entry. */
const MOST_DAYS_OF_ENTRY = 7;

function isSoonAfter(first: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  const { days } = first.until(last, { largestUnit: "days" });
  return days > 0 && days <= MOST_DAYS_OF_ENTRY;
}

/** The day of each row: its own, that of the row before it, or the next one past midnight. */
function datesOf(timed: Timed): readonly (Temporal.PlainDate | null)[] {
  const { times, clocks, weekdays, start } = timed;
  const days = daysMoved(timed);
  const { startedAt, day, timeZone } = start;
  let { date, before } = firstDay(startedAt, day?.value ?? null, timeZone, times[0]);
  let weekday: number | null = null;
  let isNext = false;
  return times.map((written, index) => {
    const clock = clocks[index]?.clock ?? null;
    const ownDate = written.date && dateOfRow(written.date, day?.value ?? null, date);
    if (ownDate) {
      date = ownDate;
      weekday = timed.namedDays[index] ?? null;
    } else if (date && weekdays[index] != null) {
      const from = weekday ?? date.dayOfWeek;
      date = date.add({ days: (weekdays[index] - from + 7) % 7 });
      weekday = weekdays[index];
      before = null;
    } else if (date && clock && timed.namedDays[index] != null) {
      date = onWeekday(date, timed.namedDays[index], before !== null);
    } else if (date && clock && (isNextDay(before, clock) || (timed.areNext[index] && !isNext))) {
      date = date.add({ days: 1 });
    }
    // Rows that follow one another may each say that they are of the day after the first.
    if (clock) isNext = timed.areNext[index] === true;
    if (ownDate && !clock) before = null;
    if (clock) before = clock;
    const own = date && days !== 0 ? date.add({ days }) : date;
    const last = timed.lastDates[index];
    const end = ownDate && last ? resolveDate(last, ownDate) : null;
    if (ownDate && end && isSoonAfter(ownDate, end)) date = end;
    return own;
  });
}

/** The instant of a row, and how its zone goes with it; null where that cannot be computed. */
function placeRow(
  { date: ownDate, zone: written, isDateUnclear }: WrittenTime,
  date: Temporal.PlainDate | null,
  clock: Temporal.PlainTime | null,
  { zone, timeZone }: PlacingStart,
  { zones }: Vocabulary,
): { readonly at: EpochMs; readonly fit: ZoneFit } | null {
  if (!date || !clock || (isDateUnclear && ownDate === null)) return null;
  const named = written === null ? null : resolveZone(written, zones);
  const at = instantOf(date, clock, named ?? timeZone);
  const label = named === null ? zone : written;
  return { at, fit: label === null ? "literal" : zoneFit(label, zones, at) };
}

type Doubts = Pick<TimelineRow, "confidence" | "unsure">;

/** What is in doubt of a row: itself, or with all others the day or the zone that they lie in. */
function doubtsOf({
  isLow,
  isDayUnsure,
  isZoneUnsure,
}: Readonly<Record<"isLow" | "isDayUnsure" | "isZoneUnsure", boolean>>): Doubts {
  const unsure = isDayUnsure ? "day" : isZoneUnsure ? "zone" : null;
  return {
    ...(isLow ? ({ confidence: "low" } as const) : {}),
    ...(unsure === null ? {} : { unsure }),
  };
}

/**
 * Places rows on days and in zones. A row without a date has that of the row before it, or the next
 * day where its time steps back by more than half a day; a row without a zone has the timeline's.
 */
function placeRows(timed: Timed, vocabulary: Vocabulary): readonly Placed[] {
  const { entries, times, clocks, start } = timed;
  const dates = datesOf(timed);
  const isOnUnsureDay = isDayUnsure(timed);
  const found = times.map((written, index) => {
    const clock = clocks[index]?.clock ?? null;
    return placeRow(written, dates[index] ?? null, clock, start, vocabulary);
  });
  const placed = entries.map(({ time, text, isDoubted }, index): Placed => {
    const [written, date] = [times[index], dates[index] ?? null];
    const { clock, isAssumed } = clocks[index] ?? { clock: null, isAssumed: false };
    const isDay = written?.date != null && !clock && !written.counted && !written.hasDigitsLeft;
    const day = isDay && date ? startOfDay(date, start.dayZone) : null;
    const { at = null, fit } = found[index] ?? {};
    const isNameless = start.isZoneUnknown && written?.zone === null;
    const doubts = doubtsOf({
      isLow: isAssumed || start.areSeveral || isDoubted === true,
      isDayUnsure: isOnUnsureDay,
      isZoneUnsure: fit === "contrary" || isNameless,
    });
    const isDated = written?.date?.year != null;
    const row = {
      ...{ written: time.text, text, range: time.range, at, day },
      ...(isDated ? { isDated } : {}),
      ...doubts,
    };
    if (timed.weekdays[index] != null) return { row, isOnlyHeading: true };
    return {
      row,
      isOnlyHeading:
        (text === "" || isZoneNote(text, vocabulary)) &&
        (day !== null || written?.counted?.minutes === 0),
    };
  });
  return withCounted(placed, times, start);
}

/**
 * Whether most rows stand after a later one: the timeline begins with what happened last.
 * @param haveDays whether each row writes its day
 */
function isNewestFirst(rows: readonly TimelineRow[], haveDays: readonly boolean[]): boolean {
  const timedRows = rows.flatMap(({ at }, index) =>
    at === null ? [] : [{ at, hasDay: haveDays[index] === true }],
  );
  const times = timedRows.map(({ at }) => at);
  const steps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  // Back over midnight, an hour without a day steps forward by most of a day.
  const overMidnight = steps.filter(
    (step, index) => step > HALF_DAY_MS && timedRows[index + 1]?.hasDay !== true,
  ).length;
  const back = steps.filter((step) => step < 0).length + overMidnight;
  // Rows with their whole dates that go both ways are in no order at all.
  const isMixed = rows.every(({ isDated }) => isDated === true) && steps.some((step) => step > 0);
  if (isMixed) return false;
  const isBefore = (times.at(-1) ?? 0) < (times[0] ?? 0);
  return steps.length > 1 && back > steps.length / 2 && (isBefore || back === steps.length);
}

/** Rows in the order of what happened, without entries that only name the day of others. */
export function rowsOf(
  entries: readonly TimelineEntry[],
  start: PlacingStart,
  vocabulary: Vocabulary,
): readonly TimelineRow[] {
  const written = timed(entries, start, vocabulary);
  const placed = placeRows(written, vocabulary);
  const haveDays = written.times.map(({ date }) => date !== null);
  const days = placed.flatMap(({ row, isOnlyHeading }) => (isOnlyHeading ? (row.day ?? []) : []));
  // Days above the rows that go forward leave no doubt of their order.
  const areForward = days.length > 1 && days.every((day, index) => day > (days[index - 1] ?? 0));
  const isReversed =
    !areForward &&
    isNewestFirst(
      placed.map(({ row }) => row),
      haveDays,
    );
  const ordered = isReversed
    ? placeRows(timed(entries.toReversed(), start, vocabulary), vocabulary)
    : placed;
  return ordered.flatMap(({ row, isOnlyHeading }) => (isOnlyHeading ? [] : [row]));
}
