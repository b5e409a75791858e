import type { Temporal } from "temporal-polyfill";
import type { EpochMs, Timeline, TimelineRow } from "../core/postmortem.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import type { DateOrder } from "../core/calendar.ts";
import { orderOfNumbers, resolveDate } from "./date-text.ts";
import type { KnownSection } from "./sections.ts";
import { blockTexts } from "./sections.ts";
import {
  instantOf,
  readRelativeMinutes,
  readWrittenTime,
  readZone,
  resolveZone,
  startOfDay,
} from "./time-text.ts";
import { rowClocks } from "./timeline-clock.ts";
import type { TimelineEntry } from "./timeline-entries.ts";
import { timelineEntries } from "./timeline-entries.ts";

const ZONE_NOTE = /\b(?:times?|timestamps?|all in|zone)\b/i;
const CLOCK_WITH_ZONE = /\b\d{1,2}(?:[:.]\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?\s*\(?[A-Z]{3,4}\b/g;

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

/** The zone that all times elsewhere in a document name; null where none does, or they differ. */
function zoneElsewhere(sections: readonly KnownSection[], { zones }: Vocabulary): string | null {
  const texts = sections.flatMap(({ blocks }) => blocks.flatMap(blockTexts));
  const named = texts.flatMap(({ text }) =>
    Array.from(text.matchAll(CLOCK_WITH_ZONE), ([clock]) => readZone(clock, zones) ?? []).flat(),
  );
  const [zone] = named;
  return zone !== undefined && named.every((one) => one === zone) ? zone : null;
}

/** The first order of numbers in dates that the document itself makes clear. */
function dateOrderOf(entries: readonly TimelineEntry[]): DateOrder | null {
  for (const { time } of entries) {
    const order = orderOfNumbers(time.text);
    if (order !== null) return order;
  }
  return null;
}

/** Where reading a timeline begins. */
interface Start {
  readonly date: Temporal.PlainDate | null;
  /** The zone of times that state none. */
  readonly timeZone: string;
  /** How dates in numbers are read that the timeline leaves open. */
  readonly dateOrder: DateOrder | null;
  /** What `T+12m` counts from; null where nobody says. */
  readonly startedAt: EpochMs | null;
}

/** Where placing rows begins, once the timeline's own zone is known. */
interface PlacingStart extends Start {
  /** The zone in which a day without a time begins: that of reports, which show its date. */
  readonly dayZone: string;
}

interface Placed {
  readonly row: TimelineRow;
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
  start: PlacingStart,
  vocabulary: Vocabulary,
): readonly Placed[] {
  const order = dateOrderOf(entries) ?? start.dateOrder;
  const times = entries.map(({ time }) => readWrittenTime(time.text, vocabulary, order));
  const clocks = rowClocks(
    entries.map(({ time }) => time.text),
    times,
  );
  let { date } = start;
  let before: Temporal.PlainTime | null = null;
  return entries.flatMap(({ time, text }, index): readonly Placed[] => {
    const [written, placed] = [times[index], clocks[index]];
    if (!written || !placed) return [];
    const { clock, isAssumed } = placed;
    const ownDate = written.date && resolveDate(written.date, date);
    if (ownDate) date = ownDate;
    else if (date && clock && isNextDay(before, clock)) date = date.add({ days: 1 });
    if (ownDate && !clock) before = null;
    if (clock) before = clock;
    const zone = (written.zone && resolveZone(written.zone, vocabulary.zones)) ?? start.timeZone;
    const relative = written.date === null ? readRelativeMinutes(time.text) : null;
    const isDay = ownDate !== null && clock === null && !written.hasDigitsLeft;
    const confidence = isAssumed ? ({ confidence: "low" } as const) : {};
    const row = { written: time.text, text, range: time.range, day: null, ...confidence };
    const isOnlyHeading = isDay && text === "";
    if (relative !== null && start.startedAt !== null) {
      return [{ row: { ...row, at: start.startedAt + relative * 60_000 }, isOnlyHeading }];
    }
    if (isDay)
      return [
        { row: { ...row, at: null, day: startOfDay(ownDate, start.dayZone) }, isOnlyHeading },
      ];
    const isPlaced = relative === null && !written.isDateUnclear;
    const at = isPlaced && date && clock ? instantOf(date, clock, zone) : null;
    return [{ row: { ...row, at }, isOnlyHeading }];
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
  start: PlacingStart,
  vocabulary: Vocabulary,
): readonly TimelineRow[] {
  const placed = placeRows(entries, start, vocabulary);
  const isReversed = isNewestFirst(placed.map(({ row }) => row));
  const ordered = isReversed ? placeRows(entries.toReversed(), start, vocabulary) : placed;
  return ordered.flatMap(({ row, isOnlyHeading }) => (isOnlyHeading ? [] : [row]));
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
  const zone = statedZone(own, vocabulary) ?? zoneElsewhere(sections, vocabulary);
  const timeZone = (zone ? resolveZone(zone, vocabulary.zones) : null) ?? start.timeZone;
  return {
    rows: rowsOf(entries, { ...start, timeZone, dayZone: start.timeZone }, vocabulary),
    zone,
    range: { start: first.range.start, end: last.range.end },
  };
}
