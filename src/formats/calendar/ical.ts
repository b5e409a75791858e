import type { EpochMs } from "../../core/postmortem.ts";
import { sha256 } from "../../core/sha256.ts";
import { printable } from "../../core/text/printable.ts";
import type { CalendarEvent } from "../../core/time/calendar-event.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";

/** Octets of a line, without its end (RFC 5545, section 3.1). */
const LINE = 75;
const HASH_LENGTH = 32;

/** A value of type TEXT (section 3.3.11), on one line and without what cannot be seen. */
function textOf(lines: readonly string[]): string {
  return lines
    .map((line) =>
      printable(line)
        .trim()
        .replace(/[\\;,]/g, "\\$&"),
    )
    .join("\\n");
}

/** A content line, folded between characters (section 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    // A continuation begins with a blank, which counts.
    const room = parts.length === 0 ? LINE : LINE - 1;
    if (Buffer.byteLength(part + character) > room) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part].join("\r\n ");
}

/** A date as DATE values have it: 20260314. */
function dateOf(date: string): string {
  return date.replaceAll("-", "");
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + MS_PER_DAY).toISOString().slice(0, 10);
}

function uidOf(key: readonly string[]): string {
  const hash = sha256(JSON.stringify(key));
  return `${hash.slice(0, HASH_LENGTH)}@postmortem-signal`;
}

function eventLines({ key, date, summary, description }: CalendarEvent, stamp: string) {
  return [
    "BEGIN:VEVENT",
    `UID:${uidOf(key)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dateOf(date)}`,
    `DTEND;VALUE=DATE:${dateOf(dayAfter(date))}`,
    `SUMMARY:${textOf([summary])}`,
    ...(description.length > 0 ? [`DESCRIPTION:${textOf(description)}`] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/**
 * All-day events as iCalendar (RFC 5545), the same on every run; lines end in CRLF.
 * @param asOf when the events were true, for DTSTAMP.
 */
export function calendarText(events: readonly CalendarEvent[], asOf: EpochMs): string {
  const stamp = `${new Date(asOf).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//postmortem-signal//pm//EN",
    "CALSCALE:GREGORIAN",
    ...events.flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
