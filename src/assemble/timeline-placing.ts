import type { Temporal } from "temporal-polyfill";
import type { DateOrder } from "../core/calendar.ts";
import type { EpochMs, TimelineRow } from "../core/postmortem.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import { orderOfNumbers, resolveDate } from "./date-text.ts";
import type { DocumentDay } from "./document-day.ts";
import type { WrittenTime } from "./time-text.ts";
import { instantOf, readRelativeMinutes, readWrittenTime, startOfDay } from "./time-text.ts";
import type { RowClock } from "./timeline-clock.ts";
import { rowClocks } from "./timeline-clock.ts";
import { firstDay, isFarOff, isNextDay } from "./timeline-day.ts";
import type { TimelineEntry } from "./timeline-entries.ts";
import type { ZoneFit } from "./zones.ts";
import { resolveZone, zoneFit } from "./zones.ts";

/** The first order of numbers in dates that the document itself makes clear. */
function dateOrderOf(entries: readonly TimelineEntry[]): DateOrder | null {
  for (const { time } of entries) {
    const order = orderOfNumbers(time.text);
    if (order !== null) return order;
  }
  return null;
}

/** Where reading a timeline begins. */
export interface Start {
  /** The day that the document tells as its own. */
  readonly day: DocumentDay | null;
  /** The zone of times that state none. */
  readonly timeZone: string;
  /** How dates in numbers are read that the timeline leaves open. */
  readonly dateOrder: DateOrder | null;
  /** What `T+12m` counts from; null where nobody says. */
  readonly startedAt: EpochMs | null;
}

/** Where placing rows begins, once the timeline's own zone is known. */
export interface PlacingStart extends Start {
  /** As written; null where the document names none. */
  readonly zone: string | null;
  /** Whether the entries are those of several incidents. */
  readonly areSeveral: boolean;
  /** The zone in which a day without a time begins: that of reports, which show its date. */
  readonly dayZone: string;
}

interface Placed {
  readonly row: TimelineRow;
  readonly isOnlyHeading: boolean;
}

/** Entries with what their times say, and the day on which they begin. */
interface Timed {
  readonly entries: readonly TimelineEntry[];
  readonly times: readonly WrittenTime[];
  readonly clocks: readonly RowClock[];
  readonly start: PlacingStart;
}

function timed(
  entries: readonly TimelineEntry[],
  start: PlacingStart,
  vocabulary: Vocabulary,
): Timed {
  const order = dateOrderOf(entries) ?? start.dateOrder;
  const texts = entries.map(({ time }) => time.text);
  const times = texts.map((text) => readWrittenTime(text, vocabulary, order));
  return { entries, times, clocks: rowClocks(texts, times), start };
}

/** Whether nobody can be sure on which days the rows lie. */
function isDayUnsure(timed: Timed): boolean {
  const { day, startedAt } = timed.start;
  if (startedAt !== null) return false;
  const dates = timed.times.flatMap(({ date }) => (date && resolveDate(date, null)) ?? []);
  return dates.length === 0 ? day?.isUnsure === true : isFarOff(dates, day?.value ?? null);
}

/** The day of each row: its own, that of the row before it, or the next one past midnight. */
function datesOf({ times, clocks, start }: Timed): readonly (Temporal.PlainDate | null)[] {
  const { startedAt, day, timeZone } = start;
  let { date, before } = firstDay(startedAt, day?.value ?? null, timeZone, times[0]);
  return times.map((written, index) => {
    const clock = clocks[index]?.clock ?? null;
    const ownDate = written.date && resolveDate(written.date, date);
    if (ownDate) date = ownDate;
    else if (date && clock && isNextDay(before, clock)) date = date.add({ days: 1 });
    if (ownDate && !clock) before = null;
    if (clock) before = clock;
    return date;
  });
}

/** The instant of a row, and how its zone goes with it; null where that cannot be told. */
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

/**
 * Places rows on days and in zones. A row without a date has that of the row before it, or the next
 * day where its time steps back by more than half a day; a row without a zone has the timeline's.
 */
function placeRows(timed: Timed, vocabulary: Vocabulary): readonly Placed[] {
  const { entries, times, clocks, start } = timed;
  const dates = datesOf(timed);
  const isUnsure = isDayUnsure(timed);
  return entries.flatMap(({ time, text }, index): readonly Placed[] => {
    const [written, placed, date] = [times[index], clocks[index], dates[index] ?? null];
    if (!written || !placed) return [];
    const { clock, isAssumed } = placed;
    const relative = clock === null ? readRelativeMinutes(time.text) : null;
    const isDay =
      written.date !== null && date !== null && clock === null && !written.hasDigitsLeft;
    const row = { written: time.text, text, range: time.range, day: null };
    const isOnlyHeading = isDay && text === "";
    if (relative !== null && start.startedAt !== null) {
      return [{ row: { ...row, at: start.startedAt + relative * 60_000 }, isOnlyHeading }];
    }
    const doubts = {
      ...(isAssumed || start.areSeveral ? ({ confidence: "low" } as const) : {}),
      ...(isUnsure ? ({ unsure: "day" } as const) : {}),
    };
    if (isDay) {
      const day = startOfDay(date, start.dayZone);
      return [{ row: { ...row, ...doubts, at: null, day }, isOnlyHeading }];
    }
    const found = relative === null ? placeRow(written, date, clock, start, vocabulary) : null;
    const zone = found?.fit === "contrary" && !isUnsure ? ({ unsure: "zone" } as const) : {};
    return [{ row: { ...row, ...doubts, ...zone, at: found?.at ?? null }, isOnlyHeading }];
  });
}

/** Whether most rows stand after a later one: the timeline begins with what happened last. */
function isNewestFirst(rows: readonly TimelineRow[]): boolean {
  const times = rows.flatMap(({ at }) => at ?? []);
  const steps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const back = steps.filter((step) => step < 0).length;
  const first = times[0] ?? 0;
  return steps.length > 1 && back > steps.length / 2 && (times.at(-1) ?? 0) < first;
}

/** Rows in the order of what happened, without entries that only name the day of others. */
export function rowsOf(
  entries: readonly TimelineEntry[],
  start: PlacingStart,
  vocabulary: Vocabulary,
): readonly TimelineRow[] {
  const placed = placeRows(timed(entries, start, vocabulary), vocabulary);
  const isReversed = isNewestFirst(placed.map(({ row }) => row));
  const ordered = isReversed
    ? placeRows(timed(entries.toReversed(), start, vocabulary), vocabulary)
    : placed;
  return ordered.flatMap(({ row, isOnlyHeading }) => (isOnlyHeading ? [] : [row]));
}
