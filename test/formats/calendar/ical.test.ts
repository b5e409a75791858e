import { describe, expect, test } from "vitest";
import type { CalendarEvent } from "../../../src/core/time/calendar-event.ts";
import { calendarText } from "../../../src/formats/calendar/ical.ts";

const AS_OF = Date.parse("2026-07-01T12:00:00Z");
const EVENT: CalendarEvent = {
  key: ["action", "one", "Game day"],
  date: "2026-12-31",
  summary: "Action due: Game day",
  description: ["Owner: platform", "Incident: One, two; three \\ four"],
};

/** Logical lines, unfolded. */
function linesOf(text: string): readonly string[] {
  return text.replaceAll("\r\n ", "").split("\r\n");
}

test("an all-day event, stamped with --as-of", () => {
  expect(linesOf(calendarText([EVENT], AS_OF))).toEqual([
    ...[
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//postmortem-signal//pm//EN",
      "CALSCALE:GREGORIAN",
    ],
    "BEGIN:VEVENT",
    expect.stringMatching(/^UID:[0-9a-f]{32}@postmortem-signal$/),
    "DTSTAMP:20260701T120000Z",
    "DTSTART;VALUE=DATE:20261231",
    "DTEND;VALUE=DATE:20270101",
    "SUMMARY:Action due: Game day",
    "DESCRIPTION:Owner: platform\\nIncident: One\\, two\\; three \\\\ four",
    ...["TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", ""],
  ]);
});

test("the UID stays when the date or the wording around it changes, and is one's own", () => {
  const uid = (event: CalendarEvent) =>
    linesOf(calendarText([event], AS_OF)).find((line) => line.startsWith("UID:"));
  expect(uid({ ...EVENT, date: "2027-01-01", description: [] })).toBe(uid(EVENT));
  expect(uid({ ...EVENT, key: [...EVENT.key, "2"] })).not.toBe(uid(EVENT));
});

describe("lines", () => {
  const hostile = `Ü${"ö".repeat(80)}🚒${"x".repeat(100)}\r\nATTENDEE:mailto:a@b\u0007\u202e`;
  const text = calendarText([{ ...EVENT, summary: hostile }], AS_OF);

  test("are at most 75 octets, folded between characters, and end in CRLF", () => {
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text).not.toContain("\ufffd");
  });

  test("of a text make no property of their own", () => {
    const lines = linesOf(text);
    expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toEqual([]);
    expect(lines.find((line) => line.startsWith("SUMMARY:"))).toBe(
      `SUMMARY:Ü${"ö".repeat(80)}🚒${"x".repeat(100)} ATTENDEE:mailto:a@b\\\\u{7}\\\\u{202e}`,
    );
  });
});

test("no event is still a calendar", () => {
  expect(linesOf(calendarText([], AS_OF))).toHaveLength(6);
});
