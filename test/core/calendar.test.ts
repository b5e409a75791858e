import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  describeSpan,
  isoDate,
  isoInstant,
  isoMonth,
  isTimeZone,
  parsePeriod,
  resolveBound,
  resolveWindow,
} from "../../src/core/calendar.ts";
import { valueOr } from "../../src/core/result.ts";

const at = (text: string) => Date.parse(text);
const UTC = { asOf: at("2026-07-01T00:00Z"), timeZone: "UTC" };
const BERLIN = { asOf: at("2026-07-01T12:00Z"), timeZone: "Europe/Berlin" };

const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu");
const instants = fc.integer({ min: at("1990-01-01T00:00Z"), max: at("2060-01-01T00:00Z") });
const periods = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom("d", "w", "mo", "q", "y"))
  .map(([count, unit]) => `${count}${unit}`);

describe("dates of an instant", () => {
  test("are cut in the zone", () => {
    const lateOnNewYear = at("2025-12-31T23:30Z");
    expect(isoDate(lateOnNewYear, "UTC")).toBe("2025-12-31");
    expect(isoDate(lateOnNewYear, "Europe/Berlin")).toBe("2026-01-01");
    expect(isoMonth(lateOnNewYear, "America/New_York")).toBe("2025-12");
    expect(isoMonth(lateOnNewYear, "Europe/Berlin")).toBe("2026-01");
  });

  test("an instant is cut to its minute", () => {
    expect(isoInstant(at("2026-03-14T02:15:59.999Z"))).toBe("2026-03-14T02:15Z");
  });

  test("an instant that is read back is the minute it was cut to", () => {
    fc.assert(
      fc.property(instants, (ms) => {
        expect(resolveBound(isoInstant(ms), UTC)).toBe(ms - (ms % 60_000));
      }),
    );
  });
});

test.each([
  ["UTC", true],
  ["Europe/Berlin", true],
  ["europe/berlin", true],
  ["Europe/Atlantis", false],
  ["", false],
  ["2026-01-01T00:00Z", false],
])("isTimeZone(%j) is %j", (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

test.each([
  ["6mo", { count: 6, unit: "months" }],
  ["90d", { count: 90, unit: "days" }],
  ["2q", { count: 6, unit: "months" }],
  ["1y", { count: 1, unit: "years" }],
  [" 3w ", { count: 3, unit: "weeks" }],
  ["0d", null],
  ["6", null],
  ["6m", null],
  ["-6mo", null],
  ["1.5y", null],
  ["6 months", null],
  ["99999d", null],
  ["", null],
])("parsePeriod(%j)", (text, expected) => {
  expect(parsePeriod(text)).toEqual(expected);
});

describe("resolveBound", () => {
  test.each([
    ["6mo", "2026-01-01T00:00Z"],
    ["2q", "2026-01-01T00:00Z"],
    ["90d", "2026-04-02T00:00Z"],
    ["3w", "2026-06-10T00:00Z"],
    ["1y", "2025-07-01T00:00Z"],
    ["2026-02-03", "2026-02-03T00:00Z"],
    ["2026-02-03T04:05+02:00", "2026-02-03T02:05Z"],
    ["2026-02-03 04:05:06Z", "2026-02-03T04:05:06Z"],
  ])("%s", (text, expected) => {
    expect(resolveBound(text, UTC)).toBe(at(expected));
  });

  test.each([
    "",
    "soon",
    "2026",
    "2026-02",
    "20260203",
    "2026-02-30",
    "2026-13-01",
    "2026-02-03T04:05",
    "2026-02-03T25:00Z",
  ])("%j cannot be read", (text) => {
    expect(resolveBound(text, UTC)).toBeNull();
  });

  test("a date is its midnight in the zone", () => {
    expect(resolveBound("2026-02-03", BERLIN)).toBe(at("2026-02-02T23:00Z"));
  });

  test("a period keeps the time of day over a change of clocks", () => {
    // 14:00 in Berlin is 12:00Z in July and 13:00Z in January.
    expect(resolveBound("6mo", BERLIN)).toBe(at("2026-01-01T13:00Z"));
    expect(resolveBound("181d", BERLIN)).toBe(at("2026-01-01T13:00Z"));
  });

  test("a month that is too short gives its last day", () => {
    const asOf = at("2026-08-31T00:00Z");
    expect(resolveBound("6mo", { asOf, timeZone: "UTC" })).toBe(at("2026-02-28T00:00Z"));
  });

  test("a longer period never starts later", () => {
    fc.assert(
      fc.property(instants, zones, periods, (asOf, timeZone, period) => {
        const longer = period.replace(/\d+/, (digits) => String(Number(digits) + 1));
        const start = resolveBound(period, { asOf, timeZone }) ?? Number.NaN;
        expect(start).toBeLessThan(asOf);
        expect(resolveBound(longer, { asOf, timeZone })).toBeLessThan(start);
      }),
    );
  });
});

describe("resolveWindow", () => {
  test("a period reaches to as-of, and its prior window as many calendar steps", () => {
    const result = resolveWindow({ ...UTC, since: "6mo", until: null });
    expect(result).toEqual({
      value: {
        since: at("2026-01-01T00:00Z"),
        until: UTC.asOf,
        prior: { since: at("2025-07-01T00:00Z"), until: at("2026-01-01T00:00Z") },
        asOf: UTC.asOf,
      },
      ok: true,
    });
  });

  test("dates have a prior window of as many milliseconds", () => {
    const window = valueOr(
      resolveWindow({ ...UTC, since: "2026-03-01", until: "2026-05-01" }),
      null,
    );
    expect(window).toMatchObject({
      since: at("2026-03-01T00:00Z"),
      until: at("2026-05-01T00:00Z"),
      prior: { since: at("2025-12-30T00:00Z"), until: at("2026-03-01T00:00Z") },
    });
  });

  test("a period that does not reach as-of has a prior window of its own length", () => {
    const window = valueOr(resolveWindow({ ...UTC, since: "6mo", until: "2026-01-11" }), null);
    expect(window?.prior).toEqual({
      since: at("2025-12-22T00:00Z"),
      until: at("2026-01-01T00:00Z"),
    });
  });

  test("without --since it is open, and nothing is prior", () => {
    const window = valueOr(resolveWindow({ ...UTC, since: null, until: null }), null);
    expect(window).toEqual({ since: null, until: UTC.asOf, prior: null, asOf: UTC.asOf });
  });

  test.each([
    ["soon", null, /^Unexpected --since "soon", expected a period \(6mo/],
    ["6mo", "later", /^Unexpected --until "later", expected a period/],
    ["2026-05-01", "2026-03-01", /^Unexpected --since 2026-05-01, later than --until 2026-03-01$/],
    [
      "2026-05-01T09:00Z",
      "2026-05-01T08:00Z",
      /^Unexpected --since 2026-05-01T09:00Z, later than --until 2026-05-01T08:00Z$/,
    ],
  ])("--since %s --until %s is an error", (since, until, expected) => {
    const result = resolveWindow({ ...UTC, since, until });
    expect(result).toEqual({ ok: false, why: expect.stringMatching(expected) as string });
  });

  test("the prior window ends where the window begins, whatever the period and zone", () => {
    fc.assert(
      fc.property(instants, zones, periods, (asOf, timeZone, since) => {
        const window = valueOr(resolveWindow({ asOf, timeZone, since, until: null }), null);
        expect(window?.until).toBe(asOf);
        expect(window?.prior?.until).toBe(window?.since);
        expect(window?.prior?.since).toBeLessThan(window?.since ?? Number.NaN);
      }),
    );
  });

  test("between two instants, the prior window is as long as the window", () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const [since, until] = [Math.min(a, b), Math.max(a, b)].map((ms) =>
          new Date(ms).toISOString(),
        );
        const window = valueOr(
          resolveWindow({ ...UTC, since: since ?? "", until: until ?? "" }),
          null,
        );
        expect(window?.prior).toEqual({
          since: 2 * Math.min(a, b) - Math.max(a, b),
          until: Math.min(a, b),
        });
      }),
    );
  });
});

test.each([
  ["2026-01-01T00:00Z", "2026-07-01T00:00Z", "6 months"],
  ["2026-06-01T00:00Z", "2026-07-01T00:00Z", "1 month"],
  ["2025-07-01T00:00Z", "2026-07-01T00:00Z", "1 year"],
  ["2024-07-01T00:00Z", "2026-07-01T00:00Z", "2 years"],
  ["2026-02-28T00:00Z", "2026-08-31T00:00Z", "6 months"],
  ["2026-04-02T00:00Z", "2026-07-01T00:00Z", "90 days"],
  ["2026-06-30T00:00Z", "2026-07-01T00:00Z", "1 day"],
])("describeSpan from %s to %s is %s", (since, until, expected) => {
  expect(describeSpan(at(since), at(until), "UTC")).toBe(expected);
});
