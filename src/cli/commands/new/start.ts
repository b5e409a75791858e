import { Temporal } from "temporal-polyfill";
import { UsageError } from "../../../core/errors.ts";
import { zoned } from "../../../core/time/calendar.ts";
import { MS_PER_MINUTE } from "../../../core/time/milliseconds.ts";

/** When an incident started, and how the new document writes it. */
export interface Start {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** With the offset that was typed, else that of the configured zone. */
  readonly text: string;
}

const WITH_OFFSET = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}))?\s*(Z|[+-]\d{2}:?\d{2})$/i;
const CLOCK = /^(\d{1,2}):(\d{2})$/;

/** What `pm new` takes as a start, said where it takes none. */
const EXPECTED =
  "Give a time (10:15), a date with a time (2026-03-14 02:15), or an instant with an offset (2026-03-14T02:15+01:00).";

function offsetText(offset: string): string {
  if (/^z$/i.test(offset)) return "Z";
  return offset.includes(":") ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

function ofInstant(written: string): Start | null {
  const [, date, clock, seconds = "00", offset] = WITH_OFFSET.exec(written) ?? [];
  if (date === undefined || clock === undefined || offset === undefined) return null;
  const text = `${date}T${clock}:${seconds}${offsetText(offset)}`;
  try {
    return { at: Temporal.Instant.from(text).epochMilliseconds, text };
  } catch {
    return null;
  }
}

/** An instant as it is on the clocks of a zone, with its offset; `Z` in UTC. */
function inZone(local: Temporal.ZonedDateTime): Start {
  const plain = local.toPlainDateTime().toString({ smallestUnit: "second" });
  const offset = local.offset === "+00:00" ? "Z" : local.offset;
  return { at: local.epochMilliseconds, text: `${plain}${offset}` };
}

function ofLocal(written: string, now: number, timeZone: string): Start | null {
  const today = zoned(now, timeZone);
  const [, hour, minute] = CLOCK.exec(written) ?? [];
  try {
    if (hour !== undefined && minute !== undefined) {
      const time = Temporal.PlainTime.from(
        { hour: Number(hour), minute: Number(minute) },
        { overflow: "reject" },
      );
      const at = today.toPlainDate().toZonedDateTime({ timeZone, plainTime: time });
      // A time later than now was yesterday's: incidents are written down after they began.
      return inZone(at.epochMilliseconds > now ? at.subtract({ days: 1 }) : at);
    }
    if (!/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/.test(written)) return null;
    const local = Temporal.PlainDateTime.from(written.replace(" ", "T"), { overflow: "reject" });
    return inZone(local.toZonedDateTime(timeZone));
  } catch {
    return null;
  }
}

/** Whether a time is written without its day. */
export function isClock(written: string): boolean {
  return CLOCK.test(written.trim());
}

/** The day's time, the day before and the day after; none where it is no time of day. */
function clockTimes(written: string, near: number, timeZone: string): readonly Start[] {
  const day = zoned(near, timeZone);
  return [-1, 0, 1].flatMap((days) => {
    const end = day.add({ days }).toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone);
    const start = ofLocal(written, end.epochMilliseconds - 1, timeZone);
    return start === null ? [] : [start];
  });
}

/** A time of day, on the day on which it is nearest to an instant. Throws a UsageError for what is none. */
export function startNear(written: string, near: number, timeZone: string): Start {
  const distance = ({ at }: Start) => Math.abs(at - near);
  const [nearest] = clockTimes(written.trim(), near, timeZone).toSorted(
    (a, b) => distance(a) - distance(b),
  );
  return nearest ?? startOf(written, near, timeZone);
}

/** The first time of day from an instant on. Throws a UsageError for what is none. */
export function endAfter(written: string, start: number, timeZone: string): Start {
  const later = clockTimes(written.trim(), start, timeZone).find(({ at }) => at >= start);
  return later ?? startOf(written, start, timeZone);
}

/** The current minute, in UTC. */
export function startNow(now: number): Start {
  const at = now - (now % MS_PER_MINUTE);
  return { at, text: new Date(at).toISOString().replace(/\.\d+Z$/, "Z") };
}

/**
 * Reads the start of an incident: an instant keeps the offset that was typed; a time alone is today's,
 * or yesterday's if it is still to come; what has no offset is in the configured zone.
 */
export function readStart(written: string, now: number, timeZone: string): Start | null {
  const text = written.trim();
  return ofInstant(text) ?? ofLocal(text, now, timeZone);
}

/** The same, for options. Throws a UsageError for what is no time. */
export function startOf(written: string | undefined, now: number, timeZone: string): Start {
  if (written === undefined) return startNow(now);
  const start = readStart(written, now, timeZone);
  if (start) return start;
  throw new UsageError(`Unexpected start time "${written}"`, EXPECTED);
}
