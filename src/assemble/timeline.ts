import type { Temporal } from "temporal-polyfill";
import type { EpochMs, Timeline, TimelineRow } from "../core/postmortem.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import type { DateOrder } from "./date-text.ts";
import { orderOfNumbers, resolveDate } from "./date-text.ts";
import type { KnownSection } from "./sections.ts";
import {
  instantOf,
  readRelativeMinutes,
  readWrittenTime,
  readZone,
  resolveZone,
  startOfDay,
} from "./time-text.ts";
import type { TimelineEntry } from "./timeline-entries.ts";
import { timelineEntries } from "./timeline-entries.ts";

const ZONE_NOTE = /\b(?:times?|timestamps?|all in|zone)\b/i;
/** The zone that holds for the whole timeline: from its heading, a note in it, or a table's head. */
function statedZone(sections: readonly KnownSection[], vocabulary: Vocabulary): string | null {
  for (const { heading, blocks } of sections) {
    const notes = blocks.flatMap((block) => {
      if (block.type === "paragraph") return ZONE_NOTE.test(block.text) ? [block.text] : [];
      return block.type === "table" ? block.head.map(({ text }) => text) : [];
    });
    for (const text of [heading.text, ...notes]) {
      const zone = readZone(text, vocabulary.zones);
      if (zone) return zone;
    }
  }
  return null;
}

/** The first order of numbers in dates that the document itself makes clear. */
function dateOrderOf(entries: readonly TimelineEntry[]): DateOrder | null {
  for (const { time } of entries) {
    const order = orderOfNumbers(time.text);
    if (order !== null) return order;
  }
  return null;
}

/** Where placing rows begins. */
interface Start {
  readonly date: Temporal.PlainDate | null;
  readonly timeZone: string;
  /** What `T+12m` counts from; null where nobody says. */
  readonly startedAt: EpochMs | null;
}

interface Placed extends TimelineRow {
  readonly isOnlyHeading: boolean;
}

/** Whether an hour steps back so far that it must be the next day's. */
function isNextDay(before: Temporal.PlainTime | null, clock: Temporal.PlainTime): boolean {
  return before !== null && before.hour - clock.hour > 12;
}

/**
 * Places rows on days and in zones. A row without a date has that of the row before it, or the next
 * day where its time steps back by more than half a day; a row without a zone has the timeline's.
 */
function placeRows(
  entries: readonly TimelineEntry[],
  start: Start,
  vocabulary: Vocabulary,
): readonly Placed[] {
  const order = dateOrderOf(entries);
  let { date } = start;
  let before: Temporal.PlainTime | null = null;
  return entries.map(({ time, text }) => {
    const written = readWrittenTime(time.text, vocabulary, order);
    const clock = written.time;
    const ownDate = written.date && resolveDate(written.date, date);
    if (ownDate) date = ownDate;
    else if (date && clock && isNextDay(before, clock)) date = date.add({ days: 1 });
    if (ownDate && !clock) before = null;
    if (clock) before = clock;
    const zone = (written.zone && resolveZone(written.zone, vocabulary.zones)) ?? start.timeZone;
    const relative = written.date === null ? readRelativeMinutes(time.text) : null;
    const isDay = ownDate !== null && clock === null && !written.hasDigitsLeft;
    const row = { written: time.text, text, range: time.range, day: null };
    const isOnlyHeading = isDay && text === "";
    if (relative !== null && start.startedAt !== null) {
      return { ...row, at: start.startedAt + relative * 60_000, isOnlyHeading };
    }
    if (isDay) return { ...row, at: null, day: startOfDay(ownDate, zone), isOnlyHeading };
    const at = relative === null && date && clock ? instantOf(date, clock, zone) : null;
    return { ...row, at, isOnlyHeading };
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
function rowsOf(
  entries: readonly TimelineEntry[],
  start: Start,
  vocabulary: Vocabulary,
): readonly TimelineRow[] {
  const placed = placeRows(entries, start, vocabulary);
  const rows = isNewestFirst(placed) ? placeRows(entries.toReversed(), start, vocabulary) : placed;
  return rows
    .filter(({ isOnlyHeading }) => !isOnlyHeading)
    .map(({ at, day, written, text, range }) => ({ at, day, written, text, range }));
}

/**
 * The timeline of a document; null where it has none.
 * @param start the date of its first row where that row has none, the Temporal zone for times where
 *   the document names none, and the start that the document states elsewhere.
 */
export function readTimeline(
  sections: readonly KnownSection[],
  start: Start,
  vocabulary: Vocabulary,
): Timeline | null {
  const own = sections.filter((section) => section.kind === "timeline");
  const entries = timelineEntries(own, vocabulary);
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last || entries.length === 0) return null;
  const zone = statedZone(own, vocabulary);
  const timeZone = (zone ? resolveZone(zone, vocabulary.zones) : null) ?? start.timeZone;
  return {
    rows: rowsOf(entries, { ...start, timeZone }, vocabulary),
    zone,
    range: { start: first.range.start, end: last.range.end },
  };
}
