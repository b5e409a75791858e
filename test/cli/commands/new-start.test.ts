import { describe, expect, test } from "vitest";
import { readStart } from "../../../src/cli/commands/new/start.ts";

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
