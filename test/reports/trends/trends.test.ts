import { describe, expect, test } from "vitest";
import { trends } from "../../../src/reports/trends/trends.ts";
import { buildPostmortem, type PostmortemShorthand } from "../../support/build-postmortem.ts";
import { buildQuery, cells, sectionOf } from "../../support/build-query.ts";

const DEFAULTS = { by: "auto", within: 90, "include-suggested": false };

/** An incident that was detected after 5 minutes and diagnosed some minutes later. */
function incident(start: string, minutes: number | null, more: PostmortemShorthand = {}) {
  const after = (count: number) => new Date(Date.parse(start) + count * 60_000).toISOString();
  const times =
    minutes === null
      ? { started: start }
      : { started: start, detected: after(5), diagnosed: after(5 + minutes), resolved: after(300) };
  return buildPostmortem({ id: start.slice(0, 10), times, ...more });
}

const POSTMORTEMS = [
  incident("2025-09-01T10:00Z", 10, { gaps: ["messaging.ordering"] }),
  // A Monday, at work.
  incident("2026-01-05T10:00Z", 20, {
    services: ["checkout", "kafka"],
    teams: ["payments", "platform"],
    trigger: "deploy",
    detectedBy: "alert",
    gaps: ["messaging.backpressure"],
    rest: {
      conditions: {
        responders: { value: 1, source: SOURCE() },
        familiarity: { value: "low", source: SOURCE() },
        staffing: null,
        fatigue: { value: "unknown", source: SOURCE() },
      },
    },
  }),
  // A Saturday.
  incident("2026-01-10T23:00Z", 90, {
    services: ["checkout"],
    teams: ["payments"],
    trigger: "unknown",
    gaps: ["messaging.backpressure", "observability.tracing"],
  }),
  incident("2026-03-03T02:00Z", 100, {
    services: ["mystery"],
    teams: ["Kim Lee"],
    trigger: "deploy",
    gaps: ["messaging.ordering"],
  }),
  incident("2026-06-02T02:00Z", null, { gaps: ["messaging.backpressure"] }),
];

function SOURCE() {
  const start = { line: 1, column: 1, offset: 0 };
  return { origin: "frontmatter", how: "stated", range: { start, end: start } } as const;
}

const WORK = { days: [1, 2, 3, 4, 5], from: 540, until: 1020 };
const QUERY = buildQuery({ postmortems: POSTMORTEMS, workingHours: WORK });
const report = trends.build(QUERY, DEFAULTS);
const section = (key: string) => sectionOf(report, key);

test("by month: every month of the window, with its rate and an exact interval", () => {
  expect(cells(section("over_time"), ["period", "incidents"])).toEqual([
    ["2026-01", 2],
    ["2026-02", 0],
    ["2026-03", 1],
    ["2026-04", 0],
    ["2026-05", 0],
    ["2026-06", 1],
  ]);
  const keys = ["", "_low", "_high"].map((end) => `incidents_per_month${end}`);
  const [january, february] = cells(section("over_time"), keys);
  // R: poisson.test(2), poisson.test(0)
  expect(january?.[0]).toBe(2);
  expect(january?.[1]).toBeCloseTo(0.242209, 6);
  expect(january?.[2]).toBeCloseTo(7.224688, 6);
  expect(february?.slice(0, 2)).toEqual([0, 0]);
  expect(february?.[2]).toBeCloseTo(3.688879, 6);
  expect(section("over_time").notes[1]).toBe(
    "3 incidents in the first half of this time, 1 in the second: no change beyond chance.",
  );
});

test("a change that chance does not explain", () => {
  const starts = Array.from({ length: 12 }, (_, at) => `2026-05-${String(at + 10)}T00:00Z`);
  const many = starts.map((start) => incident(start, null));
  const built = trends.build(buildQuery({ postmortems: many }), DEFAULTS);
  expect(sectionOf(built, "over_time").notes[1]).toBe(
    "0 incidents in the first half of this time, 12 in the second: more than chance explains (p < 0.001). Postmortems are counted: perhaps more were written.",
  );
});

test("a partial month counts as a part of one", () => {
  const window = {
    since: Date.parse("2026-01-01"),
    until: Date.parse("2026-01-16T12:00Z"),
    prior: null,
  };
  const built = trends.build(buildQuery({ postmortems: POSTMORTEMS, window }), DEFAULTS);
  const keys = ["period", "incidents", "incidents_per_month", "months_covered"];
  expect(cells(sectionOf(built, "over_time"), keys)).toEqual([["2026-01", 2, 4, 0.5]]);
});

test("durations: all first, then by quarter", () => {
  const keys = [
    "phase",
    "period",
    "duration_median_minutes",
    "duration_n",
    "incidents_without_time",
  ];
  expect(cells(section("durations"), keys)).toEqual([
    ["Time to detect", "(all)", 5, 3, 1],
    ["Time to detect", "2026-Q1", 5, 3, 0],
    ["Time to detect", "2026-Q2", null, 0, 1],
    ["Time to diagnose", "(all)", 90, 3, 1],
    ["Time to diagnose", "2026-Q1", 90, 3, 0],
    ["Time to diagnose", "2026-Q2", null, 0, 1],
    ["Time to resolve", "(all)", 300, 3, 1],
    ["Time to resolve", "2026-Q1", 300, 3, 0],
    ["Time to resolve", "2026-Q2", null, 0, 1],
  ]);
});

describe("groups", () => {
  const KEYS = ["by", "group", "incidents", "incidents_n"];

  test("services by name; what the taxonomy does not list is not printed", () => {
    const keys = ["group", "incidents", "incidents_n", "incidents_over_time"];
    expect(cells(section("services"), keys)).toEqual([
      ["(unlisted)", 1, 3, ["0", "0", "1", "0", "0", "0"]],
      ["checkout", 2, 3, ["2", "0", "0", "0", "0", "0"]],
      ["kafka", 1, 3, ["1", "0", "0", "0", "0", "0"]],
      ["(not stated)", 1, null, ["0", "0", "0", "0", "0", "1"]],
    ]);
  });

  test("unknown is counted, and in no denominator", () => {
    expect(cells(section("origins"), [...KEYS, "incidents_share"])).toEqual([
      ["trigger", "deploy", 2, 2, 1],
      ["trigger", "(not stated)", 1, null, null],
      ["trigger", "unknown", 1, null, null],
      ["detected by", "alert", 1, 1, 1],
      ["detected by", "(not stated)", 3, null, null],
    ]);
  });

  test("the clock, in the zone of the configuration", () => {
    expect(cells(section("clock"), KEYS)).toEqual([
      ["working hours", "in working hours", 1, 4],
      ["working hours", "outside", 3, 4],
      ["weekday", "Monday", 1, 4],
      ["weekday", "Tuesday", 2, 4],
      ["weekday", "Saturday", 1, 4],
      ["hour", "02:00", 2, 4],
      ["hour", "10:00", 1, 4],
      ["hour", "23:00", 1, 4],
    ]);
    const berlin = trends.build({ ...QUERY, timeZone: "Europe/Berlin" }, DEFAULTS);
    expect(cells(sectionOf(berlin, "clock"), KEYS)).toContainEqual(["weekday", "Sunday", 1, 4]);
    expect(section("clock").notes).toEqual([
      "Local time in UTC. Incidents with a known day but no time of day have no hour. Working hours are 24 % of a week.",
    ]);
  });

  test("without working hours, how to set them", () => {
    const built = trends.build(buildQuery({ postmortems: POSTMORTEMS }), DEFAULTS);
    expect(cells(sectionOf(built, "clock"), ["by"]).flat()).not.toContain("working hours");
    expect(sectionOf(built, "clock").notes[0]).toContain("Set working_hours in pm.yaml");
  });

  test("an incident of which only the day is known has no hour", () => {
    const day = buildPostmortem({ times: { started: "2026-02-02T00:00Z" } });
    const { started } = day.milestones;
    const source = { ...SOURCE(), precision: "day" } as const;
    const milestones = { ...day.milestones, started: started && { ...started, source } };
    const built = trends.build({ ...QUERY, postmortems: [{ ...day, milestones }] }, DEFAULTS);
    expect(cells(sectionOf(built, "clock"), KEYS)).toEqual([["weekday", "Monday", 1, 1]]);
    expect(sectionOf(built, "clock").notes[0]).toBe("No incident states: working hours, hour.");
    expect(sectionOf(built, "services")).toMatchObject({
      rows: [],
      whenEmpty: "No incident states: service.",
    });
  });

  test("few responders are not told apart", () => {
    expect(cells(section("involvement"), KEYS)).toEqual([
      ["teams", "1 team", 2, 3],
      ["teams", "2 teams", 1, 3],
      ["teams", "(not stated)", 1, null],
      ["services", "1 service", 2, 3],
      ["services", "2 services", 1, 3],
      ["services", "(not stated)", 1, null],
      ["responders", "0 to 4", 1, 1],
      ["responders", "(not stated)", 3, null],
    ]);
    expect(cells(section("conditions"), KEYS)).toEqual([
      ["familiarity", "low", 1, 1],
      ["familiarity", "(not stated)", 3, null],
    ]);
    expect(section("conditions").notes[0]).toBe("No incident states: staffing, fatigue.");
  });
});

describe("repeats", () => {
  const KEYS = ["of", "name", "repeats", "repeats_n", "days_since_last_median", "last_repeat"];

  test("within 90 days, also of an incident before the window", () => {
    const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 864e5;
    const january = days("2026-01-05T10:00Z", "2026-01-10T23:00Z");
    const march = days("2026-01-10T23:00Z", "2026-03-03T02:00Z");
    expect(cells(section("repeats"), KEYS)).toEqual([
      ["competency", "(any)", 1, 4, january, "2026-01-10"],
      ["competency", "messaging.backpressure", 1, 3, january, "2026-01-10"],
      ["domain", "(any)", 2, 4, january + (march - january) / 2, "2026-03-03"],
      ["domain", "queues", 2, 4, january + (march - january) / 2, "2026-03-03"],
    ]);
  });

  test("--within", () => {
    const built = trends.build(QUERY, { ...DEFAULTS, within: 3 });
    expect(cells(sectionOf(built, "repeats"), KEYS.slice(0, 4))).toEqual([
      ["competency", "(any)", 0, 4],
      ["domain", "(any)", 0, 4],
    ]);
  });

  test("what was before the oldest postmortem is not known", () => {
    const built = trends.build({ ...QUERY, postmortems: POSTMORTEMS.slice(1) }, DEFAULTS);
    const repeats = sectionOf(built, "repeats");
    expect(cells(repeats, KEYS.slice(0, 4))[0]).toEqual(["competency", "(any)", 0, 1]);
    expect(repeats.notes[1]).toBe(
      "3 incidents started within 90 days of the oldest postmortem; what came before is unknown, so they do not count.",
    );
  });
});

describe("time between incidents", () => {
  const on = (day: number) =>
    incident(new Date(Date.parse("2026-01-01") + day * 864e5).toISOString(), null, {
      severity: "P2",
    });

  test("eleven incidents give a chart, and ten do not", () => {
    const every = Array.from({ length: 11 }, (_, at) => on(at * 5));
    const built = trends.build(buildQuery({ postmortems: every }), DEFAULTS);
    const keys = ["by", "group", "incidents", "signal"];
    const between = sectionOf(built, "between");
    // Where the times never vary, 131 days without an incident are more than chance.
    const signal = "1 further apart than chance explains";
    expect(cells(between, keys)).toEqual([
      ["all", "(all)", 11, signal],
      ["severity", "P2", 11, signal],
    ]);
    const limits = ["days_between", "days_between_low", "days_between_high", "days_since_last"];
    for (const [at, expected] of [5, 5, 5, 131].entries()) {
      expect(cells(between, limits)[0]?.[at]).toBeCloseTo(expected, 9);
    }
    const fewer = trends.build(buildQuery({ postmortems: every.slice(1) }), DEFAULTS);
    expect(sectionOf(fewer, "between")).toMatchObject({
      rows: [],
      whenEmpty: "The limits of a chart need 11 incidents of one kind.",
    });
  });
});

test("funnel: groups of so few incidents that they cannot lie outside are left out", () => {
  expect(section("funnel").rows).toEqual([]);
  expect(section("funnel").whenEmpty).toBe(
    "Each of 6 groups has too few incidents to lie outside the limits of chance.",
  );
});

test("funnel: a service beyond its limits", () => {
  const of = (service: string, long: number, all: number) =>
    Array.from({ length: all }, (_, at) =>
      // Each at a minute of its own: what starts together is told twice.
      incident(`2026-02-01T00:${String(at).padStart(2, "0")}Z`, at < long ? 90 : 10, {
        services: [service],
      }),
    );
  const postmortems = [...of("checkout", 0, 30), ...of("payouts", 9, 10), ...of("kafka", 1, 1)];
  const built = trends.build(buildQuery({ postmortems }), DEFAULTS);
  expect(cells(sectionOf(built, "funnel"), ["group", "place"])).toEqual([
    ["checkout", "below the 99.8 % limits"],
    ["payouts", "above the 99.8 % limits"],
  ]);
  expect(sectionOf(built, "funnel").notes[0]).toMatch(/^1 group has too few incidents/);
});

test("one incident and none", () => {
  const one = trends.build({ ...QUERY, postmortems: POSTMORTEMS.slice(1, 2) }, DEFAULTS);
  expect(one.notes).toContain(
    "These figures rest on 1 incident: read them as cases, not as rates.",
  );
  const none = trends.build(buildQuery({}), DEFAULTS);
  expect(none.sections.map(({ rows }) => rows.length)).toEqual(Array(10).fill(0));
  expect(none.sections.flatMap(({ whenEmpty }) => whenEmpty)).not.toContain("");
});
