import { describe, expect, test } from "vitest";
import { endAfter, readStart, startNear } from "../../../src/cli/commands/new/start.ts";

const NOW = Date.parse("2026-11-26T09:30:15Z");

describe("readStart", () => {
  test.each<[written: string, zone: string, text: string]>([
    ["2026-03-14T02:15Z", "UTC", "2026-03-14T02:15:00Z"],
    ["2026-03-14T02:15:30+01:00", "UTC", "2026-03-14T02:15:30+01:00"],
    ["2026-03-14 02:15 +0100", "UTC", "2026-03-14T02:15:00+01:00"],
    ["2026-03-14 02:15", "UTC", "2026-03-14T02:15:00Z"],
    ["2026-03-14 02:15", "Europe/Berlin", "2026-03-14T02:15:00+01:00"],
    ["2026-07-14 02:15", "Europe/Berlin", "2026-07-14T02:15:00+02:00"],
    ["2026-07-14", "Europe/Berlin", "2026-07-14T00:00:00+02:00"],
    ["9:15", "UTC", "2026-11-26T09:15:00Z"],
    ["10:15", "Europe/Berlin", "2026-11-26T10:15:00+01:00"],
    // Still to come, so it was yesterday.
    ["23:50", "UTC", "2026-11-25T23:50:00Z"],
  ])("%s in %s", (written, zone, text) => {
    const start = readStart(written, NOW, zone);
    expect(start?.text).toBe(text);
    expect(start?.at).toBe(Date.parse(text));
  });

  test.each(["soon", "25:00", "10:75", "2026-02-30", "2026-02-30T10:00Z", ""])(
    "%j is no start",
    (written) => {
      expect(readStart(written, NOW, "UTC")).toBeNull();
    },
  );
});

describe("a time of day without its day", () => {
  const ALERT = Date.parse("2026-03-14T00:10:00Z");

  test.each<[written: string, zone: string, text: string]>([
    ["00:05", "UTC", "2026-03-14T00:05:00Z"],
    ["23:50", "UTC", "2026-03-13T23:50:00Z"],
    ["3:00", "UTC", "2026-03-14T03:00:00Z"],
    ["01:00", "Europe/Berlin", "2026-03-14T01:00:00+01:00"],
    ["20:00", "America/New_York", "2026-03-13T20:00:00-04:00"],
  ])("%s in %s is on the day of the exports", (written, zone, text) => {
    expect(startNear(written, ALERT, zone).text).toBe(text);
  });

  test.each<[written: string, text: string]>([
    ["00:10", "2026-03-14T00:10:00Z"],
    ["00:05", "2026-03-15T00:05:00Z"],
    ["23:00", "2026-03-14T23:00:00Z"],
  ])("the end %s is the first one after the start", (written, text) => {
    expect(endAfter(written, ALERT, "UTC").text).toBe(text);
  });

  test.each([startNear, endAfter])("25:00 is none", (read) => {
    expect(() => read("25:00", ALERT, "UTC")).toThrow('Unexpected start time "25:00"');
  });
});
