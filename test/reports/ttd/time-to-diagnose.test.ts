import { describe, expect, test } from "vitest";
import { timeToDiagnose } from "../../../src/reports/ttd/time-to-diagnose.ts";
import { buildPostmortem, type PostmortemShorthand } from "../../support/build-postmortem.ts";
import { buildQuery, cells, HALF_YEAR, sectionOf } from "../../support/build-query.ts";

/** Detected after 10 minutes, diagnosed some minutes later, mitigated 10 and resolved 30 after that. */
function incident(id: string, day: string, minutes: number | null, more: PostmortemShorthand = {}) {
  const after = (count: number) =>
    new Date(Date.parse(`${day}T00:00Z`) + count * 60_000).toISOString();
  const started = after(0);
  const times =
    minutes === null
      ? { started, resolved: after(60) }
      : {
          started,
          detected: after(10),
          diagnosed: after(10 + minutes),
          mitigated: after(20 + minutes),
          resolved: after(40 + minutes),
        };
  return buildPostmortem({ id, times, ...more });
}

const POSTMORTEMS = [
  incident("a", "2026-01-10", 120, {
    title: "Checkout stalled",
    severity: "P2",
    services: ["checkout", "kafka"],
    teams: ["payments"],
    trigger: "deploy",
    detectedBy: "alert",
    gaps: ["observability.tracing", "messaging.backpressure"],
  }),
  incident("b", "2026-01-31", 60, { severity: "P1", services: ["checkout"], teams: ["red"] }),
  incident("c", "2026-02-10", 10, {
    severity: "P3",
    services: ["payouts"],
    teams: ["blue", "solo"],
    trigger: "unknown",
    gaps: ["messaging.ordering"],
  }),
  incident("d", "2026-03-10", 20, { severity: "major", services: ["payouts"] }),
  incident("e", "2026-03-11", 160, { services: ["payouts"], gaps: ["messaging.ordering"] }),
  incident("f", "2026-04-10", null, { severity: "P1" }),
];

const QUERY = buildQuery({ postmortems: POSTMORTEMS });
const DEFAULTS = { by: "service", phase: "diagnose" };
const report = timeToDiagnose.build(QUERY, DEFAULTS);

const groupsBy = (by: string) =>
  cells(sectionOf(timeToDiagnose.build(QUERY, { ...DEFAULTS, by }), "durations"), [
    "group",
    "incidents_with_time",
    "time_to_diagnose_median_minutes",
  ]);

/** The bounds and the coverage of a figure of too few values. */
const UNBOUND = [null, null, null];

test("by service: all first, then the slowest; shares are medians over incidents", () => {
  const section = sectionOf(report, "durations");
  expect(section.columns.map(({ key }) => key)).toEqual([
    "group",
    "time_to_diagnose_median_minutes",
    "time_to_diagnose_median_minutes_low",
    "time_to_diagnose_median_minutes_high",
    "time_to_diagnose_median_minutes_coverage",
    "incidents_with_time",
    "incidents_without_time",
    "time_to_diagnose_p90_minutes",
    "time_to_diagnose_p90_minutes_low",
    "time_to_diagnose_p90_minutes_high",
    "time_to_diagnose_p90_minutes_coverage",
    "time_to_diagnose_max_minutes",
    "share_of_time_to_resolve_median",
    "share_of_time_to_resolve_median_low",
    "share_of_time_to_resolve_median_high",
    "share_of_time_to_resolve_median_coverage",
    "share_of_time_to_resolve_n",
  ]);
  const middle = (60 / 100 + 120 / 160) / 2;
  expect(section.rows).toEqual([
    // p90 of 10, 20, 60, 120, 160: h = 4 × 0.9 = 3.6, so 120 + 0.6 × 40 = 144.
    ["(all)", 60, ...UNBOUND, 5, 1, 144, ...UNBOUND, 160, 60 / 100, ...UNBOUND, 5],
    ["kafka", 120, ...UNBOUND, 1, 0, null, ...UNBOUND, 120, 120 / 160, ...UNBOUND, 1],
    ["checkout", 90, ...UNBOUND, 2, 0, null, ...UNBOUND, 120, middle, ...UNBOUND, 2],
    ["payouts", 20, ...UNBOUND, 3, 0, null, ...UNBOUND, 160, 20 / 60, ...UNBOUND, 3],
    ["(not stated)", null, ...UNBOUND, 0, 1, null, ...UNBOUND, null, null, ...UNBOUND, 0],
  ]);
});

test.each([
  [POSTMORTEMS, "Half of 5 incidents took 1 h or less to diagnose"],
  [POSTMORTEMS.slice(0, 1), "1 incident took 2 h to diagnose"],
  [POSTMORTEMS.slice(-1), "No time to diagnose is known"],
])("the finding is of what is known", (postmortems, finding) => {
  const built = timeToDiagnose.build(buildQuery({ postmortems }), DEFAULTS);
  expect(sectionOf(built, "durations").finding).toBe(finding);
});

test("title and notes", () => {
  expect(report.title).toBe("Time to diagnose by service");
  expect(report.notes).toEqual([
    "The window, 2026-01-01 to 2026-07-01 (UTC), holds 6 incidents; the prior window, 2025-07-01 to 2026-01-01, holds 0.",
    "Time to diagnose is known for 5 of 6 incidents in the window: 5 from stated milestones, 0 from stated durations, 0 read from timelines.",
    "1 incident appears in several rows and counts in each; (all) counts every incident once.",
    "A 90th percentile needs at least 5 incidents; 3 rows have fewer.",
  ]);
});

describe("by another dimension", () => {
  test("severity, in the taxonomy's order", () => {
    expect(groupsBy("severity").map(([group]) => group)).toEqual([
      "(all)",
      "P1",
      "P2",
      "P3",
      "major",
      "(not stated)",
    ]);
  });

  test("month, in calendar order", () => {
    expect(groupsBy("month")).toEqual([
      ["(all)", 5, 60],
      ["2026-01", 2, 90],
      ["2026-02", 1, 10],
      ["2026-03", 2, 90],
      ["2026-04", 0, null],
    ]);
  });

  test("month, in the query's zone", () => {
    const late = buildPostmortem({ times: { started: "2026-01-31T23:30Z" } });
    const query = buildQuery({ postmortems: [late], timeZone: "Europe/Berlin" });
    const built = timeToDiagnose.build(query, { ...DEFAULTS, by: "month" });
    expect(cells(sectionOf(built, "durations"), ["group"])).toEqual([["(all)"], ["2026-02"]]);
  });

  test("competency, with the incidents that have no gap last", () => {
    expect(groupsBy("competency")).toEqual([
      ["(all)", 5, 60],
      ["messaging.backpressure", 1, 120],
      ["observability.tracing", 1, 120],
      ["messaging.ordering", 2, 85],
      ["(no gap)", 2, 40],
    ]);
  });

  test("domain", () => {
    expect(groupsBy("domain")).toEqual([
      ["(all)", 5, 60],
      ["observability", 1, 120],
      ["queues", 3, 120],
      ["(no gap)", 2, 40],
    ]);
  });

  test("trigger, where unknown is a value", () => {
    expect(groupsBy("trigger")).toEqual([
      ["(all)", 5, 60],
      ["deploy", 1, 120],
      ["unknown", 1, 10],
      ["(not stated)", 3, 60],
    ]);
  });

  test("detected-by", () => {
    expect(groupsBy("detected-by")).toEqual([
      ["(all)", 5, 60],
      ["alert", 1, 120],
      ["(not stated)", 4, 40],
    ]);
  });

  test("team, unlisted ones in one row, and a note for those that could point to a person", () => {
    const built = timeToDiagnose.build(QUERY, { ...DEFAULTS, by: "team" });
    expect(groupsBy("team")).toEqual([
      ["(all)", 5, 60],
      ["payments", 1, 120],
      ["(unlisted)", 2, 35],
      ["(withheld)", 1, 10],
      ["(not stated)", 2, 90],
    ]);
    expect(built.notes).toContain(
      "1 team name could point to one person; it is counted as (withheld).",
    );
  });

  test("all, in one row", () => {
    expect(groupsBy("all")).toEqual([["(all)", 5, 60]]);
    expect(timeToDiagnose.build(QUERY, { ...DEFAULTS, by: "all" }).title).toBe("Time to diagnose");
  });
});

describe("another phase", () => {
  test.each([
    ["detect", "Time to detect by service", 5, 10, null],
    ["mitigate", "Time to mitigate by service", 5, 80, 0.8],
    ["resolve", "Time to resolve by service", 6, 80, null],
  ])("%s", (phase, title, count, median, share) => {
    const built = timeToDiagnose.build(QUERY, { ...DEFAULTS, phase });
    expect(built.title).toBe(title);
    expect(built.sections.map(({ key }) => key)).toEqual(["durations"]);
    const [all] = cells(sectionOf(built, "durations"), [
      "group",
      "incidents_with_time",
      `time_to_${phase}_median_minutes`,
      "share_of_time_to_resolve_median",
    ]);
    expect(all).toEqual(["(all)", count, median, share]);
  });
});

test("extended diagnoses took longer than the threshold, the longest first, with their gaps", () => {
  const section = sectionOf(report, "extended");
  expect(section.title).toBe("Extended diagnoses: more than 60 minutes");
  expect(section.columns.map(({ key }) => key)).toEqual([
    "date",
    "title",
    "incident",
    "severity",
    "services",
    "time_to_diagnose_minutes",
    "time_to_diagnose_how",
    "gaps",
  ]);
  expect(section.rows).toEqual([
    ["2026-03-11", null, "e", null, ["payouts"], 160, "computed", ["messaging.ordering"]],
    [
      "2026-01-10",
      "Checkout stalled",
      "a",
      "P2",
      ["checkout", "kafka"],
      120,
      "computed",
      ["messaging.backpressure", "observability.tracing"],
    ],
  ]);
});

test("times that are withheld are in no figure, and a note says so", () => {
  const withheld = { ...incident("a", "2026-01-10", 500), areTimesWithheld: true as const };
  const alone = timeToDiagnose.build(buildQuery({ postmortems: [withheld] }), DEFAULTS);
  expect(sectionOf(alone, "extended").rows).toEqual([]);
  expect(sectionOf(alone, "extended").whenEmpty).toBe("No incident in the window may be listed.");
  const query = buildQuery({ postmortems: [withheld, incident("b", "2026-01-11", 90)] });
  const both = timeToDiagnose.build(query, { ...DEFAULTS, by: "month" });
  const figures = ["group", "time_to_diagnose_max_minutes", "incidents_without_time"];
  expect(cells(sectionOf(both, "durations"), figures)).toEqual([
    ["(all)", 90, 1],
    ["2026-01", 90, 1],
  ]);
  const says = "No figure includes the times or conditions of incidents on which only small teams";
  expect(both.notes.filter((note) => note.startsWith(says))).toHaveLength(1);
  const { window } = buildQuery({});
  const later = buildQuery({
    postmortems: [withheld, incident("c", "2026-06-11", 90)],
    window: { ...window, since: Date.parse("2026-06-01T00:00Z"), prior: null },
  });
  const { notes } = timeToDiagnose.build(later, DEFAULTS);
  expect(notes.filter((note) => note.startsWith(says))).toEqual([]);
});

test("a competency filter keeps its groups alone", () => {
  const query = buildQuery({
    postmortems: POSTMORTEMS,
    filters: { competencies: ["observability"] },
  });
  const built = timeToDiagnose.build(query, { ...DEFAULTS, by: "competency" });
  expect(cells(sectionOf(built, "durations"), ["group", "incidents_with_time"])).toEqual([
    ["(all)", 1],
    ["observability.tracing", 1],
  ]);
});

test("few figures are cases, and an empty window has no row", () => {
  const few = timeToDiagnose.build(buildQuery({ postmortems: POSTMORTEMS.slice(0, 2) }), DEFAULTS);
  expect(few.notes.at(-1)).toBe(
    "These figures rest on 2 incidents: read them as cases, not as rates.",
  );
  const empty = sectionOf(timeToDiagnose.build(buildQuery({}), DEFAULTS), "durations");
  expect(empty).toMatchObject({ rows: [], whenEmpty: "There are no postmortems to read." });
});

describe("a comparison with another window", () => {
  const window = { ...HALF_YEAR, reference: "prior" as const };
  const month = (name: string, minutes: readonly number[]) =>
    minutes.map((one, at) =>
      incident(`${name}-${at}`, `${name}-${String(at + 1).padStart(2, "0")}`, one, {
        services: ["checkout"],
      }),
    );
  const rowsOf = (now: readonly number[], before: readonly number[]) => {
    const postmortems = [...month("2026-03", now), ...month("2025-10", before)];
    const built = timeToDiagnose.build(buildQuery({ postmortems, window }), DEFAULTS);
    return cells(sectionOf(built, "durations"), [
      "group",
      "prior_incidents_with_time",
      "prior_time_to_diagnose_median_minutes",
      "ratio",
      "change",
      "change_incidents_needed",
    ]);
  };

  test("tells a halving from chance, as a ratio over all pairs", () => {
    const before = [40, 60, 80, 100, 120, 140, 160, 180];
    const rows = rowsOf(
      before.map((minutes) => minutes / 4),
      before,
    );
    expect(rows).toEqual([
      ["(all)", 8, 110, expect.closeTo(0.25, 10), "falling", null],
      ["checkout", 8, 110, expect.closeTo(0.25, 10), "falling", null],
    ]);
  });

  test("says what it would take where it cannot tell", () => {
    const rows = rowsOf([30, 60, 90], [60, 90, 180]);
    expect(rows.map((row) => row.slice(4))).toEqual([
      ["cannot tell", "more than 500"],
      ["cannot tell", "more than 500"],
    ]);
  });

  test("compares nothing where a window has no time", () => {
    expect(rowsOf([30, 60], [])).toEqual([
      ["(all)", 0, null, null, null, null],
      ["checkout", 0, null, null, null, null],
    ]);
  });
});

test("by quarter, in their order", () => {
  expect(groupsBy("quarter").map(([group]) => group)).toEqual(["(all)", "2026-Q1", "2026-Q2"]);
});
