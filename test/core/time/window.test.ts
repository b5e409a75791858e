import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valueOr } from "../../../src/core/result.ts";
import { isoDate, isoInstant } from "../../../src/core/time/calendar.ts";
import { resolveBound, resolveWindow } from "../../../src/core/time/window.ts";

const at = (text: string) => Date.parse(text);
const UTC = { asOf: at("2026-07-01T00:00Z"), timeZone: "UTC" };
const BERLIN = { asOf: at("2026-07-01T12:00Z"), timeZone: "Europe/Berlin" };

const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu");
const instants = fc.integer({ min: at("1990-01-01T00:00Z"), max: at("2060-01-01T00:00Z") });
const periods = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom("d", "w", "mo", "q", "y"))
  .map(([count, unit]) => `${count}${unit}`);

describe("resolveBound", () => {
  test.each([
    ["6mo", "2026-01-01T00:00Z"],
    ["2q", "2026-01-01T00:00Z"],
    ["90d", "2026-04-02T00:00Z"],
    ["3w", "2026-06-10T00:00Z"],
    ["1y", "2025-07-01T00:00Z"],
    ["2026-02-03", "2026-02-03T00:00Z"],
    ["2026", "2026-01-01T00:00Z"],
    ["2025-11", "2025-11-01T00:00Z"],
    ["2026-Q2", "2026-04-01T00:00Z"],
    ["2025-q4", "2025-10-01T00:00Z"],
    ["2026-02-03T04:05+02:00", "2026-02-03T02:05Z"],
    ["2026-02-03 04:05:06Z", "2026-02-03T04:05:06Z"],
  ])("%s", (text, expected) => {
    expect(resolveBound(text, UTC)).toBe(at(expected));
  });

  test.each([
    "",
    "soon",
    "26",
    "2026-2",
    "2026-13",
    "2026-Q5",
    "Q1",
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

  test("a period begins at midnight in the zone, whatever the time of day and the clocks", () => {
    expect(resolveBound("6mo", BERLIN)).toBe(at("2025-12-31T23:00Z"));
    expect(resolveBound("181d", BERLIN)).toBe(at("2025-12-31T23:00Z"));
  });

  test("a quarter begins at its first midnight in the zone", () => {
    expect(resolveBound("2026-Q1", BERLIN)).toBe(at("2025-12-31T23:00Z"));
    expect(resolveBound("2026-Q3", BERLIN)).toBe(at("2026-06-30T22:00Z"));
  });

  test("an instant that is read back is the minute it was cut to", () => {
    fc.assert(
      fc.property(instants, (ms) => {
        expect(resolveBound(isoInstant(ms), UTC)).toBe(ms - (ms % 60_000));
      }),
    );
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

const windowOf = (result: ReturnType<typeof resolveWindow>) => valueOr(result, null);

describe("resolveWindow", () => {
  test("a period reaches to as-of, and its prior window as many calendar steps", () => {
    const result = resolveWindow({ ...UTC, since: "6mo", until: null });
    expect(result).toEqual({
      ok: true,
      value: {
        since: at("2026-01-01T00:00Z"),
        until: UTC.asOf,
        prior: { since: at("2025-07-01T00:00Z"), until: at("2026-01-01T00:00Z") },
        asOf: UTC.asOf,
      },
    });
  });

  test("dates that are borders of months have a prior window of as many months", () => {
    const window = windowOf(resolveWindow({ ...UTC, since: "2026-03-01", until: "2026-05-01" }));
    expect(window).toMatchObject({
      since: at("2026-03-01T00:00Z"),
      until: at("2026-05-01T00:00Z"),
      prior: { since: at("2026-01-01T00:00Z"), until: at("2026-03-01T00:00Z") },
    });
  });

  test("a period that does not reach as-of has a prior window of its own length", () => {
    const window = windowOf(resolveWindow({ ...UTC, since: "6mo", until: "2026-01-11" }));
    expect(window?.prior).toEqual({
      since: at("2025-12-22T00:00Z"),
      until: at("2026-01-01T00:00Z"),
    });
  });

  test("without --since it is open, and nothing is prior", () => {
    const window = windowOf(resolveWindow({ ...UTC, since: null, until: null }));
    expect(window).toEqual({ since: null, until: UTC.asOf, prior: null, asOf: UTC.asOf });
  });

  test.each([
    ["soon", null, /^Unexpected --since "soon", expected a period \(6mo/],
    ["6mo", "later", /^Unexpected --until "later", expected a period/],
    ["2026-05-01", "2026-03-01", /^Unexpected --since 2026-05-01, later than --until 2026-03-01$/],
    [
      "2026-Q1",
      "2026-Q1",
      /^Unexpected --until "2026-Q1", the same moment as --since: .* quarter or year after it$/,
    ],
    ["2026-01", "2026-Q1", /^Unexpected --until "2026-Q1", the same moment as --since/],
    [
      "2026-05-01T09:00Z",
      "2026-05-01T08:00Z",
      /^Unexpected --since 2026-05-01T09:00Z, later than --until 2026-05-01T08:00Z$/,
    ],
  ])("--since %s --until %s is an error", (since, until, expected) => {
    const result = resolveWindow({ ...UTC, since, until });
    expect(result).toMatchObject({ ok: false, why: expect.stringMatching(expected) as unknown });
  });

  test("the prior window ends where the window begins, whatever the period and zone", () => {
    fc.assert(
      fc.property(instants, zones, periods, (asOf, timeZone, since) => {
        const window = windowOf(resolveWindow({ asOf, timeZone, since, until: null }));
        expect(window?.until).toBe(asOf);
        expect(window?.prior?.until).toBe(window?.since);
        expect(window?.prior?.since).toBeLessThan(window?.since ?? Number.NaN);
      }),
    );
  });

  test.each(["1q", "2026-Q2", "2026-04", "2026-04-01", "2026-04-01T00:00Z"])(
    "%s is the same quarter, with the same quarter before it",
    (since) => {
      const window = windowOf(resolveWindow({ ...UTC, since, until: null }));
      expect(window?.since).toBe(at("2026-04-01T00:00Z"));
      expect(window?.prior).toEqual({
        since: at("2026-01-01T00:00Z"),
        until: at("2026-04-01T00:00Z"),
      });
    },
  );

  test("where an end is no border of a month, days count, from midnight to midnight", () => {
    const berlin = { ...BERLIN, until: "2026-04-16" };
    // 31 days with the change of clocks in between.
    const window = windowOf(resolveWindow({ ...berlin, since: "2026-03-16" }));
    expect(window?.prior).toEqual({
      since: at("2026-02-12T23:00Z"),
      until: at("2026-03-15T23:00Z"),
    });
  });

  test("a period that ends within a day has the prior window of that day's midnight", () => {
    const window = windowOf(resolveWindow({ ...BERLIN, since: "1q", until: null }));
    expect(window).toEqual({
      since: at("2026-03-31T22:00Z"),
      until: BERLIN.asOf,
      prior: { since: at("2025-12-31T23:00Z"), until: at("2026-03-31T22:00Z") },
      asOf: BERLIN.asOf,
    });
  });

  test("however a window of whole days is written, its prior window is the same", () => {
    fc.assert(
      fc.property(instants, zones, periods, (asOf, timeZone, period) => {
        const window = windowOf(resolveWindow({ asOf, timeZone, since: period, until: null }));
        const since = isoDate(window?.since ?? Number.NaN, timeZone);
        const dated = resolveWindow({ asOf, timeZone, since, until: null });
        expect(windowOf(dated)).toEqual(window);
      }),
    );
  });

  test("a window that begins within a day has a prior window of exactly its length", () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        // A window from a moment to itself is refused.
        fc.pre(a !== b && Math.min(a, b) % 86_400_000 !== 0);
        const [since, until] = [Math.min(a, b), Math.max(a, b)].map((ms) =>
          new Date(ms).toISOString(),
        );
        const window = windowOf(resolveWindow({ ...UTC, since: since ?? "", until: until ?? "" }));
        expect(window?.prior).toEqual({
          since: 2 * Math.min(a, b) - Math.max(a, b),
          until: Math.min(a, b),
        });
      }),
    );
  });
});

describe("--compare", () => {
  const compare = (since: string | null, text: string, until: string | null = null) =>
    resolveWindow({ ...UTC, since, until, compare: text });

  test.each([
    ["1q", "prior", "2026-01-01T00:00Z", "2026-04-01T00:00Z", "prior"],
    ["1q", "year-ago", "2025-04-01T00:00Z", "2025-07-01T00:00Z", "year-ago"],
    ["1q", "2025-Q1..2025-Q3", "2025-01-01T00:00Z", "2025-07-01T00:00Z", "given"],
    ["1q", "2024..2026-02-01", "2024-01-01T00:00Z", "2026-02-01T00:00Z", "given"],
  ])("--since %s --compare %s", (since, text, from, to, reference) => {
    expect(windowOf(compare(since, text))).toMatchObject({
      since: at("2026-04-01T00:00Z"),
      prior: { since: at(from), until: at(to) },
      reference,
    });
  });

  test.each([
    ["1q", "soon", /^Unexpected --compare "soon", expected prior, year-ago or SINCE\.\.UNTIL$/],
    ["1q", "then..2025", /^Unexpected --compare "then", expected a period/],
    [
      "1q",
      "2025-Q3..2025-Q1",
      /^Unexpected --compare 2025-07-01..2025-01-01, which ends before it begins$/,
    ],
    ["1q", "2026-Q1..2026-05", /^Unexpected --compare "2026-Q1\.\.2026-05", which shares days/],
    [null, "prior", /^--compare prior needs --since/],
    ["2y", "year-ago", /^--compare year-ago needs a window of at most a year$/],
  ])("--since %s --compare %s is an error", (since, text, expected) => {
    expect(compare(since, text)).toMatchObject({
      ok: false,
      why: expect.stringMatching(expected) as unknown,
    });
  });
});
