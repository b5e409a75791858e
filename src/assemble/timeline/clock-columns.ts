import { MINUTES_PER_DAY } from "../../core/time/minutes-text.ts";
import type { TableBlock } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { minutesAhead } from "../written/by-two-clocks.ts";
import { minuteIn } from "../written/minutes-of-day.ts";
import { kindOfHeading } from "../written/phrases.ts";
import { readZone, resolveZone } from "../written/zones.ts";

/** Columns of a table that tell the same times of day by several clocks: "JST | UTC | Event". */
export interface ClockColumns {
  readonly all: readonly number[];
  /** The one that is read, and the zone that its head names. */
  readonly read: number;
  readonly zone: string;
  /** The rows of which the columns tell different instants, or of which nobody can tell the day. */
  readonly doubted: ReadonlySet<number>;
}

interface Clock {
  readonly column: number;
  readonly zone: string | null;
  /** Minutes from midnight in each row; null where it tells none. */
  readonly minutes: readonly (number | null)[];
}

const CLOCK = /\d{1,2}[:.h]\d{2}/;
const DATED = /\d{4}-\d{2}|\d\s?\p{L}{3}|\p{L}{3}\.?\s\d/u;
/** Offsets of zones differ by so many minutes, or several times as many. */
const STEP = 15;
/** Clocks of which fewer rows agree are those of two moments. */
const LEAST_SHARE = 0.6;
const LEAST_ROWS = 2;

function minutesIn(text: string): number | null {
  return CLOCK.test(text) ? minuteIn(text) : null;
}

/** The columns that tell times of day under a head that names a time or a zone. */
function clocksOf(
  { head, rows }: TableBlock,
  { columns, zones }: Pick<Vocabulary, "columns" | "zones">,
): readonly Clock[] {
  return head.flatMap(({ text }, column) => {
    const written = readZone(text, zones) ?? text.trim();
    const zone = resolveZone(written, zones) === null ? null : written;
    if (zone === null && kindOfHeading(text, columns) !== "time") return [];
    const minutes = rows.map((row) => minutesIn(row[column]?.text ?? ""));
    const told = minutes.filter((one) => one !== null);
    return told.length >= LEAST_ROWS && told.length >= rows.length * LEAST_SHARE
      ? [{ column, zone, minutes }]
      : [];
  });
}

/** By how much a clock is ahead of another in each row. */
function aheadOf(one: Clock, other: Clock): readonly (number | null)[] {
  return one.minutes.map((minutes, row) => {
    const from = other.minutes[row] ?? null;
    return minutes === null || from === null ? null : minutesAhead(minutes, from);
  });
}

/** By how much a clock is ahead of another in most rows; null where it is no whole number of steps, or differs from row to row. */
function usualOf(ahead: readonly (number | null)[]): number | null {
  const told = ahead.filter((one) => one !== null);
  const counts = new Map<number, number>();
  for (const one of told) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [usual, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const isZone = usual !== 0 && usual % STEP === 0 && count >= LEAST_ROWS;
  return isZone && count >= told.length * LEAST_SHARE ? usual : null;
}

/** The clock whose times are read: that of the zone that the head of the days names, else that of UTC, else the first with a zone. */
function clockToRead(clocks: readonly Clock[], ofDays: string | null, zones: Vocabulary["zones"]) {
  const zoned = clocks.filter(({ zone }) => zone !== null);
  const idOf = ({ zone }: Clock) => zone && resolveZone(zone, zones);
  return (
    zoned.find((one) => ofDays !== null && idOf(one) === resolveZone(ofDays, zones)) ??
    zoned.find((one) => idOf(one) === resolveZone("UTC", zones)) ??
    zoned[0]
  );
}

/**
 * The columns that tell the same times by several clocks; null where a table has no two of them.
 * @param date the column of the days, -1 for none.
 */
export function clockColumns(
  table: TableBlock,
  date: number,
  vocabulary: Pick<Vocabulary, "columns" | "zones">,
): ClockColumns | null {
  if (table.head.length <= 2) return null;
  const clocks = clocksOf(table, vocabulary);
  if (clocks.length < 2) return null;
  const { zones } = vocabulary;
  const ofDays = readZone(table.head[date]?.text ?? "", zones);
  const read = clockToRead(clocks, ofDays, zones);
  if (!read || read.zone === null) return null;
  const others = clocks.filter((one) => one !== read);
  const doubted = new Set<number>();
  let areAll = false;
  for (const other of others) {
    const ahead = aheadOf(other, read);
    const usual = usualOf(ahead);
    if (usual === null) return null;
    const isWritten = (row: number) => DATED.test(table.rows[row]?.[read.column]?.text ?? "");
    for (const [row, minutes] of read.minutes.entries()) {
      if (minutes === null) continue;
      const there = minutes + usual;
      const isOtherDay = there < 0 || there >= MINUTES_PER_DAY;
      // Where nothing says whose days they are, the first row tells that of all.
      const isDayOpen = ofDays === null && !isWritten(row) && (date !== -1 || row === 0);
      if ((ahead[row] ?? usual) !== usual || (isOtherDay && isDayOpen)) doubted.add(row);
      // All others are placed by the first row.
      if (row === 0 && date === -1 && isOtherDay && isDayOpen) areAll = true;
    }
  }
  return {
    all: clocks.map(({ column }) => column),
    ...{ read: read.column, zone: read.zone },
    doubted: areAll ? new Set(table.rows.keys()) : doubted,
  };
}
