import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { resolveDate } from "../../../src/assemble/written/dates.ts";
import { instantOf, readInstant, readWrittenTime } from "../../../src/assemble/written/times.ts";
import { readZone, resolveZone } from "../../../src/assemble/written/zones.ts";
import { CONTEXT } from "../../support/context.ts";

const { zones } = CONTEXT.vocabulary;

describe("the parts of a written time", () => {
  test.each([
    ["02:15", null, "02:15:00", null],
    ["02:15:30", null, "02:15:30", null],
    ["2.15", null, "02:15:00", null],
    ["14h23", null, "14:23:00", null],
    ["1h28m", null, null, null],
    ["2:15 pm", null, "14:15:00", null],
    ["12:05 a.m.", null, "00:05:00", null],
    ["0:25 AM", null, "00:25:00", null],
    ["0:25 PM", null, null, null],
    ["12 pm", null, "12:00:00", null],
    ["9am", null, "09:00:00", null],
    ["02:15 UTC", null, "02:15:00", "UTC"],
    ["02:15 +0200", null, "02:15:00", "+02:00"],
    ["02:15 Europe/Oslo", null, "02:15:00", "Europe/Oslo"],
    ["2026-03-14", "2026-03-14", null, null],
    ["2026-03-14 02:15", "2026-03-14", "02:15:00", null],
    ["2026-03-14T02:15:00-05:00", "2026-03-14", "02:15:00", "-05:00"],
    ["2026-3-4 02:15 CET", "2026-03-04", "02:15:00", "CET"],
    ["2026-02-30", null, null, null],
    ["25:00", null, null, null],
    ["13:15 pm", null, "13:15:00", null],
    ["13:15 am", null, null, null],
    ["1?:00", null, null, null],
    ["later", null, null, null],
    ["", null, null, null],
  ])("%j", (text, date, time, zone) => {
    const written = readWrittenTime(text, CONTEXT.vocabulary);
    const day = written.date && resolveDate(written.date, null);
    expect([day?.toString() ?? null, written.time?.toString() ?? null]).toEqual([date, time]);
    expect(written.zone).toBe(zone);
  });

  test.each([
    ["~02:15", true],
    ["about 02:15", true],
    ["02:15", false],
  ])("%j is approximate: %j", (text, approximate) => {
    expect(readWrittenTime(text, CONTEXT.vocabulary).approximate).toBe(approximate);
  });
});

test.each([
  ["Date and Time in CET", "CET"],
  ["All times in UTC.", "UTC"],
  ["Times (America/New_York)", "America/New_York"],
  ["UTC+2", "UTC+2"],
  ["SEV API", null],
  ["Nowhere/Land", null],
])("the zone of %j is %j", (text, zone) => {
  expect(readZone(text, zones)).toBe(zone);
});

test.each([
  ["CET", "Europe/Paris"],
  ["PT", "America/Los_Angeles"],
  ["AEST", "+10:00"],
  ["greenwich mean time", "+00:00"],
  ["Z", "+00:00"],
  ["UTC+2", "+02:00"],
  ["GMT-10", "-10:00"],
  ["+05:30", "+05:30"],
  ["Europe/Oslo", "Europe/Oslo"],
  ["QQQ", null],
  ["toString", null],
  ["Nowhere/Land", null],
])("%j names %j", (written, zone) => {
  expect(resolveZone(written, zones)).toBe(zone);
});

test("an instant of a zone heeds its summer time", () => {
  const at = (date: string) =>
    new Date(
      instantOf(Temporal.PlainDate.from(date), Temporal.PlainTime.from("12:00"), "Europe/Oslo"),
    ).toISOString();
  expect(at("2026-01-14")).toBe("2026-01-14T11:00:00.000Z");
  expect(at("2026-07-14")).toBe("2026-07-14T10:00:00.000Z");
});

describe("an instant in the frontmatter", () => {
  const at = Date.parse("2026-03-14T02:15:00Z");

  test.each(["2026-03-14T02:15:00Z", "2026-03-14T03:15+01:00", " 2026-03-14 02:15Z "])(
    "%j is one",
    (text) => {
      expect(readInstant(text, "Europe/Oslo")).toEqual({ kind: "instant", at });
    },
  );

  test.each(["2026-03-14T03:15", "2026-03-14 03:15:00"])("%j lacks its offset", (text) => {
    expect(readInstant(text, "Europe/Oslo")).toEqual({ kind: "no-offset", at });
  });

  test.each(["2026-03-14", "02:15", "2026-02-30T02:15Z", "yesterday", ""])(
    "%j cannot be read",
    (text) => {
      expect(readInstant(text, "UTC")).toEqual({ kind: "unreadable" });
    },
  );
});

test("an instant as it is mostly written is what Temporal makes of it", () => {
  const two = (most: number) =>
    fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, "0"));
  const offset = fc.oneof(
    fc.constant("Z"),
    fc.tuple(fc.constantFrom("+", "-"), two(25), two(61)).map(([sign, h, m]) => `${sign}${h}:${m}`),
  );
  const seconds = fc.oneof(
    fc.constant(""),
    two(61).map((value) => `:${value}`),
  );
  const year = fc.integer({ min: 900, max: 9999 }).map((value) => String(value).padStart(4, "0"));
  const written = fc
    .tuple(year, two(13), two(32), two(25), two(61), seconds, offset)
    .map(([y, mo, d, h, mi, s, o]) => `${y}-${mo}-${d}T${h}:${mi}${s}${o}`);
  fc.assert(
    fc.property(written, (text) => {
      let at: number | null;
      try {
        at = Temporal.Instant.from(text).epochMilliseconds;
      } catch {
        at = null;
      }
      const read = readInstant(text, "UTC");
      expect(read.kind === "instant" ? read.at : null).toBe(at);
    }),
    { numRuns: 500 },
  );
});
