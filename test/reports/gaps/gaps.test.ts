import { describe, expect, test } from "vitest";
import { gaps } from "../../../src/reports/gaps/gaps.ts";
import { buildPostmortem, type PostmortemShorthand } from "../../support/build-postmortem.ts";
import { buildQuery, cells, HALF_YEAR, sectionOf } from "../../support/build-query.ts";

function incident(id: string, day: string, more: PostmortemShorthand) {
  return buildPostmortem({ id, times: { started: `${day}T00:00Z` }, ...more });
}

/** Stated milestones that make a diagnosis of some minutes. */
function diagnosedIn(day: string, minutes: number) {
  const diagnosed = new Date(Date.parse(`${day}T01:00Z`) + minutes * 60_000).toISOString();
  return { started: `${day}T00:00Z`, detected: `${day}T01:00Z`, diagnosed };
}

const BACKPRESSURE = "messaging.backpressure";
const ORDERING = "messaging.ordering";
const TRACING = "observability.tracing";

const POSTMORTEMS = [
  incident("a", "2026-01-10", {
    times: diagnosedIn("2026-01-10", 100),
    services: ["checkout"],
    teams: ["payments"],
    gaps: [
      { competency: BACKPRESSURE, kind: "knowledge", evidence: "Lag read as a dip.", line: 20 },
      { competency: BACKPRESSURE, kind: "coverage", team: "platform", phase: "mitigate", line: 12 },
    ],
  }),
  incident("b", "2026-02-10", {
    services: ["payouts"],
    teams: ["ledger", "@ada"],
    statedMinutes: { diagnose: 40 },
    gaps: [{ competency: BACKPRESSURE, kind: "knowledge", evidence: "Nobody knew.", line: 7 }],
  }),
  incident("c", "2026-03-10", {
    services: ["kafka", "payouts"],
    teams: ["red", "blue"],
    gaps: [{ competency: BACKPRESSURE, kind: "knowledge" }, { competency: ORDERING }],
  }),
  incident("d", "2026-04-10", {
    services: ["payouts"],
    teams: ["ledger"],
    inferredTimes: { detected: "2026-04-10T00:00Z", diagnosed: "2026-04-10T00:11Z" },
    gaps: [ORDERING],
  }),
  incident("e", "2026-05-10", { teams: ["ledger"], status: "draft" }),
  incident("f", "2026-05-11", { teams: ["ledger"], status: "final" }),
  incident("p", "2025-11-10", { teams: ["ledger"], gaps: [BACKPRESSURE, TRACING] }),
  incident("q", "2025-12-10", { teams: ["ledger"], gaps: [BACKPRESSURE] }),
];

const DEFAULTS = { by: "competency", evidence: false };
const QUERY = buildQuery({ postmortems: POSTMORTEMS });
const report = gaps.build(QUERY, DEFAULTS);

describe("by competency", () => {
  test("a row has every figure", () => {
    const section = sectionOf(report, "gaps");
    expect(section.columns.map(({ key }) => key)).toEqual([
      "group",
      "incidents",
      "incidents_share",
      "teams",
      "team_names",
      "services",
      "service_names",
      "kinds",
      "time_to_diagnose_total_minutes",
      "time_to_diagnose_median_minutes",
      "prior_incidents",
      "verdict",
      "verdict_rule",
      "last_seen",
    ]);
    expect(section.rows).toEqual([
      [
        BACKPRESSURE,
        3,
        0.5,
        5,
        ["(unlisted)", "(withheld)", "ledger", "payments", "platform"],
        3,
        ["checkout", "kafka", "payouts"],
        ["coverage", "knowledge"],
        140,
        70,
        2,
        "systemic",
        "3 incidents (≥3), 5 teams (≥2)",
        "2026-03-10",
      ],
      [
        ORDERING,
        2,
        2 / 6,
        2,
        ["(unlisted)", "ledger"],
        2,
        ["kafka", "payouts"],
        [],
        11,
        11,
        0,
        "emerging",
        "2 incidents (≥2), none in the prior window",
        "2026-04-10",
      ],
    ]);
  });

  test("the columns that a narrow table keeps", () => {
    const kept = sectionOf(report, "gaps").columns.filter(({ priority }) => priority === 1);
    expect(kept.map(({ key }) => key)).toEqual([
      "group",
      "incidents",
      "incidents_share",
      "verdict",
    ]);
  });

  test("the foot says what it rests on", () => {
    expect(report.title).toBe("Skill gaps by competency");
    expect(report.subtitle).toBe("2026-01-01 to 2026-07-01 (6 months) · 6 incidents");
    expect(report.notes).toEqual([
      "The window, 2026-01-01 to 2026-07-01 (UTC), holds 6 incidents; the prior window, 2025-07-01 to 2026-01-01, holds 2.",
      "2 of 6 incidents carry no gap, 1 of these a draft.",
      "An incident counts once in each of its rows, so that columns do not add up to the whole.",
      "1 incident has no known time to diagnose; it stays out of these figures.",
      "Time to diagnose: 1 from stated milestones, 1 from stated durations, 1 read from timelines.",
      "Systemic: at least 3 incidents in at least 2 teams or 2 services. Emerging: at least 2 incidents, none in the prior window. Local: at least 2 incidents. Too few: 1 incident.",
      "Seen in the prior window and not in this one: observability.tracing (1).",
      "2 team names are not in the taxonomy; they are counted as (unlisted).",
      "1 team name could point to one person; it is counted as (withheld).",
    ]);
  });

  test("the same documents in another order give the same report", () => {
    const reversed = buildQuery({ postmortems: POSTMORTEMS.toReversed() });
    expect(gaps.build(reversed, { ...DEFAULTS, evidence: true })).toEqual(
      gaps.build(QUERY, { ...DEFAULTS, evidence: true }),
    );
  });
});

describe("by another dimension", () => {
  const rowsBy = (by: string, keys: readonly string[]) =>
    cells(sectionOf(gaps.build(QUERY, { by, evidence: false }), "gaps"), keys);

  test("domain: an incident with two of its competencies counts once", () => {
    expect(rowsBy("domain", ["group", "incidents", "prior_incidents", "verdict"])).toEqual([
      ["queues", 4, 2, "systemic"],
    ]);
  });

  test("kind: a gap without one is not stated", () => {
    expect(rowsBy("kind", ["group", "incidents", "competencies"])).toEqual([
      ["knowledge", 3, [BACKPRESSURE]],
      ["(not stated)", 2, [ORDERING]],
      ["coverage", 1, [BACKPRESSURE]],
    ]);
  });

  test("team: the gap's own, else all that responded, unlisted ones in one row", () => {
    expect(rowsBy("team", ["group", "incidents"])).toEqual([
      ["ledger", 2],
      ["(unlisted)", 1],
      ["(withheld)", 1],
      ["payments", 1],
      ["platform", 1],
    ]);
  });

  test("service", () => {
    expect(rowsBy("service", ["group", "incidents", "teams"])).toEqual([
      ["payouts", 3, 3],
      ["checkout", 1, 2],
      ["kafka", 1, 1],
    ]);
  });

  test.each(["kind", "team", "service"])("%s has no verdict", (by) => {
    const built = gaps.build(QUERY, { by, evidence: false });
    const keys = sectionOf(built, "gaps").columns.map(({ key }) => key);
    expect(keys).not.toContain("verdict");
    expect(keys).not.toContain("verdict_rule");
    expect(built.notes.join(" ")).not.toContain("Systemic");
  });
});

describe("emerging", () => {
  const twice = [
    incident("a", "2026-01-10", { teams: ["ledger"], gaps: [ORDERING] }),
    incident("b", "2026-02-10", { teams: ["ledger"], gaps: [ORDERING] }),
  ];
  const verdictOf = (query: typeof QUERY) => {
    const built = gaps.build(query, DEFAULTS);
    const [row] = cells(sectionOf(built, "gaps"), ["prior_incidents", "verdict"]);
    return { row, note: built.notes.find((note) => note.startsWith("Systemic")) };
  };

  test("is not said without a prior window", () => {
    const window = { ...HALF_YEAR, since: null, prior: null };
    const { row, note } = verdictOf(buildQuery({ postmortems: twice, window }));
    expect(row).toEqual([null, "local"]);
    expect(note).toContain("Emerging cannot be said without a prior window.");
  });

  test("is not said where the prior window holds no incident at all", () => {
    const { row, note } = verdictOf(buildQuery({ postmortems: twice }));
    expect(row).toEqual([0, "local"]);
    expect(note).toContain("Emerging cannot be said, as the prior window holds no incident.");
  });

  test("is said where it holds incidents without the gap, also under a competency filter", () => {
    const postmortems = [...twice, incident("p", "2025-12-10", { gaps: [TRACING] })];
    expect(verdictOf(buildQuery({ postmortems })).row).toEqual([0, "emerging"]);
    const filters = { competencies: [ORDERING] };
    expect(verdictOf(buildQuery({ postmortems, filters })).row).toEqual([0, "emerging"]);
  });
});

describe("a competency filter", () => {
  const filtered = gaps.build(
    buildQuery({ postmortems: POSTMORTEMS, filters: { competencies: [ORDERING] } }),
    { ...DEFAULTS, evidence: true },
  );

  test("keeps only its rows, with shares of the whole window", () => {
    expect(cells(sectionOf(filtered, "gaps"), ["group", "incidents", "incidents_share"])).toEqual([
      [ORDERING, 2, 2 / 6],
    ]);
    expect(filtered.notes).toContain(
      "Shares are of all 6 incidents in the window, whatever their competencies.",
    );
    expect(filtered.notes).toContain("2 of 6 incidents carry no gap, 1 of these a draft.");
  });

  test("keeps only its evidence", () => {
    expect(cells(sectionOf(filtered, "evidence"), ["competency", "place"])).toEqual([
      [ORDERING, "c.md:1"],
      [ORDERING, "d.md:1"],
    ]);
  });
});

test("evidence is listed by competency and date, with its place", () => {
  const built = gaps.build(QUERY, { ...DEFAULTS, evidence: true });
  const section = sectionOf(built, "evidence");
  expect(section.columns.map(({ key }) => key)).toEqual([
    "competency",
    "kind",
    "phase",
    "teams",
    "date",
    "place",
    "evidence",
  ]);
  expect(section.rows).toEqual([
    [BACKPRESSURE, "coverage", "mitigate", ["platform"], "2026-01-10", "a.md:12", null],
    [BACKPRESSURE, "knowledge", null, ["payments"], "2026-01-10", "a.md:20", "Lag read as a dip."],
    [
      BACKPRESSURE,
      "knowledge",
      null,
      ["(withheld)", "ledger"],
      "2026-02-10",
      "b.md:7",
      "Nobody knew.",
    ],
    [BACKPRESSURE, "knowledge", null, ["(unlisted)"], "2026-03-10", "c.md:1", null],
    [ORDERING, null, null, ["(unlisted)"], "2026-03-10", "c.md:1", null],
    [ORDERING, null, null, ["ledger"], "2026-04-10", "d.md:1", null],
  ]);
  expect(section.notes).toEqual(["4 of 6 gaps carry no evidence."]);
});

describe("few or no incidents", () => {
  test("few are cases, not rates", () => {
    const built = gaps.build(buildQuery({ postmortems: POSTMORTEMS.slice(0, 4) }), DEFAULTS);
    expect(built.notes.at(-1)).toBe(
      "These figures rest on 4 incidents: read them as cases, not as rates.",
    );
  });

  test("none with a gap says so", () => {
    const built = gaps.build(buildQuery({ postmortems: POSTMORTEMS.slice(4, 6) }), DEFAULTS);
    expect(sectionOf(built, "gaps")).toMatchObject({
      rows: [],
      whenEmpty: "No gap is recorded in 2 incidents of the window.",
    });
  });

  test("none in the window says where the data is", () => {
    const built = gaps.build(buildQuery({ postmortems: POSTMORTEMS.slice(6, 7) }), DEFAULTS);
    expect(sectionOf(built, "gaps")).toMatchObject({
      rows: [],
      whenEmpty:
        "No incidents started between 2026-01-01 and 2026-07-01. Newest: 2025-11-10; try --since 1y.",
    });
  });
});

test("a competency that nobody could name has no verdict", () => {
  const postmortems = ["2026-01-01", "2026-02-01", "2026-03-01"].map((day) =>
    incident(day, day, { teams: ["ledger", "payments"], gaps: ["unknown"] }),
  );
  const section = sectionOf(gaps.build(buildQuery({ postmortems }), DEFAULTS), "gaps");
  expect(cells(section, ["group", "incidents", "verdict"])).toEqual([["unknown", 3, null]]);
});
