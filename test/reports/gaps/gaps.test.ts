import { describe, expect, test } from "vitest";
import { gaps } from "../../../src/reports/gaps/gaps.ts";
import { wilsonInterval } from "../../../src/statistics/wilson.ts";
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

/** The cells of a share: count, whole, share and Wilson's bounds, which have their own test against R. */
function partOf(count: number, of: number): readonly (number | undefined)[] {
  const interval = wilsonInterval(count, of);
  return [count, of, count / of, interval?.low, interval?.high];
}

describe("by competency", () => {
  test("a row has every figure", () => {
    const section = sectionOf(report, "gaps");
    expect(section.columns.map(({ key }) => key)).toEqual([
      "group",
      "domain",
      "incidents",
      "incidents_n",
      "incidents_share",
      "incidents_share_low",
      "incidents_share_high",
      "teams",
      "team_names",
      "services",
      "service_names",
      "prior_incidents",
      "change",
      "verdict",
      "verdict_rule",
      "kinds",
      "remedies",
      "asked_of",
      "time_to_diagnose_total_minutes",
      "time_to_diagnose_median_minutes",
      "time_to_diagnose_median_minutes_low",
      "time_to_diagnose_median_minutes_high",
      "time_to_diagnose_median_minutes_coverage",
      "time_to_diagnose_n",
      "last_seen",
    ]);
    expect(section.levels).toEqual([0, 1, 1]);
    expect(section.rows).toEqual([
      [
        "queues",
        "queues",
        ...partOf(4, 5),
        6,
        ["(unlisted)", "(withheld)", "ledger", "payments", "platform"],
        3,
        ["checkout", "kafka", "payouts"],
        2,
        null,
        "systemic",
        "4 of 5 incidents (≥ 3), 80 % (≥ 10 %), chance <0.1 % if it were 5 % (≤ 5 %), 4 teams with an incident of their own (≥ 2), 2 outside the most affected team (≥ 2)",
        ["knowledge 3", "coverage 1"],
        ["teach it (3)", "spread it (1)"],
        [],
        151,
        40,
        null,
        null,
        null,
        3,
        "2026-04-10",
      ],
      [
        BACKPRESSURE,
        "queues",
        ...partOf(3, 5),
        6,
        ["(unlisted)", "(withheld)", "ledger", "payments", "platform"],
        3,
        ["checkout", "kafka", "payouts"],
        2,
        null,
        "systemic",
        "3 of 5 incidents (≥ 3), 60 % (≥ 10 %), chance 0.1 % if it were 5 % (≤ 5 %), 3 teams with an incident of their own (≥ 2), 2 outside the most affected team (≥ 2)",
        ["knowledge 3", "coverage 1"],
        ["teach it (3)", "spread it (1)"],
        [],
        140,
        70,
        null,
        null,
        null,
        2,
        "2026-03-10",
      ],
      [
        ORDERING,
        "queues",
        ...partOf(2, 5),
        3,
        ["(unlisted)", "ledger"],
        2,
        ["kafka", "payouts"],
        0,
        "new in the documents",
        "recurring",
        "2 incidents, 2 teams with an incident of their own; not systemic: 2 of 5 incidents (not ≥ 3), 1 outside the most affected team (not ≥ 2)",
        [],
        [],
        [],
        11,
        11,
        null,
        null,
        null,
        1,
        "2026-04-10",
      ],
    ]);
  });

  test("the columns that a narrow table keeps", () => {
    const kept = sectionOf(report, "gaps").columns.filter(({ priority }) => priority === 1);
    expect(kept.map(({ key }) => key)).toEqual([
      "group",
      "incidents",
      "incidents_n",
      "incidents_share",
      "incidents_share_low",
      "incidents_share_high",
      "verdict",
    ]);
  });

  test("the foot says what it rests on", () => {
    expect(report.title).toBe("Skill gaps by competency");
    expect(report.subtitle).toBe("2026-01-01 to 2026-07-01 (6 months) · 5 incidents");
    expect(report.notes).toEqual([
      "The window, 2026-01-01 to 2026-07-01 (UTC), holds 5 incidents; the prior window, 2025-07-01 to 2026-01-01, holds 2.",
      "1 of 5 incidents carries no gap.",
      "An incident can appear in several rows, so columns may not sum to the total.",
      "Time to diagnose is known for 3 of 5 incidents in the window: 1 from stated milestones, 1 from stated durations, 1 read from timelines.",
      "Systemic: at least 3 incidents and 10 % of all, too many for a true share of 5 % (chance at most 5 %), in at least 2 teams, and at least 2 incidents and 5 % of all outside the most affected team. Recurring: at least 2 incidents in several teams. Local: at least 2 incidents that one team may account for. Too few: 1 incident. Emerging: at least 2 incidents, and a rise since the prior window that at most 5 % of reports would show by chance.",
      "A domain's row, and its verdict, combine its competencies.",
      "New in the documents, which chance may explain: messaging.ordering (2).",
      "Seen in the prior window and not in this one: observability.tracing (1).",
      "1 team name could point to one person; it is counted as (withheld).",
      "1 draft is left out; --include-drafts counts it.",
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
      ["payouts", 3, 4],
      ["checkout", 1, 2],
      ["kafka", 1, 2],
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
  const often = (count: number, month: string, gaps: readonly string[]) =>
    Array.from({ length: count }, (_, at) => {
      const day = `${month}-${String(at + 1).padStart(2, "0")}`;
      return incident(day, day, { teams: ["ledger"], gaps });
    });
  const rowOf = (query: typeof QUERY) => {
    const built = gaps.build(query, DEFAULTS);
    const keys = ["group", "prior_incidents", "change", "verdict"];
    const row = cells(sectionOf(built, "gaps"), keys).find(([group]) => group === ORDERING);
    return { row: row?.slice(1), notes: built.notes.join(" ") };
  };

  test("is not said without a prior window", () => {
    const window = { ...HALF_YEAR, since: null, prior: null };
    const { row, notes } = rowOf(
      buildQuery({ postmortems: often(9, "2026-01", [ORDERING]), window }),
    );
    expect(row).toEqual([null, null, "local"]);
    expect(notes).toContain("Emerging cannot be said without a prior window.");
  });

  test("is not said where the prior window holds no incident at all", () => {
    const { row, notes } = rowOf(buildQuery({ postmortems: often(9, "2026-01", [ORDERING]) }));
    expect(row).toEqual([0, null, "local"]);
    expect(notes).toContain("Emerging cannot be said, as the prior window holds no incident.");
  });

  test("is said of a rise that chance does not explain, also under a competency filter", () => {
    const postmortems = [...often(9, "2026-01", [ORDERING]), ...often(9, "2025-12", [TRACING])];
    const expected = [0, "rising", "emerging"];
    expect(rowOf(buildQuery({ postmortems })).row).toEqual(expected);
    const filters = { competencies: [ORDERING] };
    expect(rowOf(buildQuery({ postmortems, filters })).row).toEqual(expected);
  });

  test("is not said of what chance explains: that is new in the documents, or nothing", () => {
    const fresh = [
      ...often(2, "2026-01", [ORDERING]),
      ...often(4, "2026-02", [TRACING]),
      ...often(9, "2025-12", [TRACING]),
    ];
    expect(rowOf(buildQuery({ postmortems: fresh })).row).toEqual([
      0,
      "new in the documents",
      "local",
    ]);
    const more = [
      ...often(5, "2026-01", [ORDERING]),
      ...often(3, "2026-02", [TRACING]),
      ...often(2, "2025-11", [ORDERING]),
      ...often(4, "2025-12", [TRACING]),
    ];
    expect(rowOf(buildQuery({ postmortems: more })).row).toEqual([2, null, "local"]);
  });
});

describe("who lacked a skill", () => {
  const verdictsOf = (postmortems: typeof POSTMORTEMS) =>
    cells(sectionOf(gaps.build(buildQuery({ postmortems }), DEFAULTS), "gaps"), [
      "group",
      "teams",
      "team_names",
      "asked_of",
      "verdict",
    ]).at(-1);
  const thrice = (more: (at: number) => PostmortemShorthand) =>
    [1, 2, 3].map((at) => incident(`i${at}`, `2026-0${at}-10`, more(at)));

  test("is not the team that was asked for it", () => {
    const escalations = [{ from: "payments", to: "platform", competency: BACKPRESSURE }];
    const postmortems = thrice(() => ({
      teams: ["payments", "platform"],
      gaps: [BACKPRESSURE],
      escalations,
    }));
    expect(verdictsOf(postmortems)).toEqual([BACKPRESSURE, 1, ["payments"], ["platform"], "local"]);
  });

  test("is one team, whatever helped without a record of it, and however many services it has", () => {
    const helpers = ["platform", "ledger", "search"];
    const postmortems = thrice((at) => ({
      teams: ["payments", helpers[at - 1] ?? ""],
      services: ["checkout", "kafka"],
      gaps: [BACKPRESSURE],
    }));
    expect(verdictsOf(postmortems)?.at(-1)).toBe("local");
  });

  test("is the owner of the service where no team is named", () => {
    const postmortems = thrice((at) => ({
      services: [["checkout", "payouts", "kafka"][at - 1] ?? ""],
      gaps: [BACKPRESSURE],
    }));
    expect(verdictsOf(postmortems)).toEqual([
      BACKPRESSURE,
      3,
      ["ledger", "payments", "platform"],
      [],
      "systemic",
    ]);
  });

  test("is counted before teams are merged for privacy", () => {
    const postmortems = thrice((at) => ({
      gaps: [{ competency: BACKPRESSURE, team: ["frontend", "mobile", "search"][at - 1] ?? "" }],
    }));
    expect(verdictsOf(postmortems)).toEqual([BACKPRESSURE, 3, ["(unlisted)"], [], "systemic"]);
  });
});

describe("a folder in which nobody is named", () => {
  const years = ["2022", "2023", "2024"];
  const postmortems = years.flatMap((year) => [
    incident(`${year}a`, `${year}-02-01`, { gaps: [ORDERING] }),
    incident(`${year}b`, `${year}-09-01`, { gaps: year === "2023" ? [] : [TRACING] }),
    ...(year === "2024"
      ? [
          incident("c", "2024-10-01", { gaps: [BACKPRESSURE] }),
          incident("d", "2024-11-01", { gaps: [BACKPRESSURE] }),
        ]
      : []),
  ]);
  const window = { since: null, until: HALF_YEAR.until, prior: null };
  const built = gaps.build(buildQuery({ postmortems, window }), DEFAULTS);

  test("has verdicts over time", () => {
    const rows = cells(sectionOf(built, "gaps"), ["group", "verdict", "verdict_rule"]);
    expect(rows.filter(([, verdict]) => verdict !== null)).toEqual([
      ["queues", "in each year", "seen in 5 of 8 incidents from 2022 to 2024, in each year"],
      [ORDERING, "in each year", "seen in 3 of 8 incidents from 2022 to 2024, in each year"],
      [BACKPRESSURE, "only in 2024", "seen in 2 of 8 incidents from 2022 to 2024, only in 2024"],
      [TRACING, "in 2 of 3 years", "seen in 2 of 8 incidents from 2022 to 2024, in 2 of 3 years"],
    ]);
  });

  test("says that none is shown where all teams are too few people", () => {
    const hidden = postmortems.map((one) => ({ ...one, isWithheld: true as const }));
    const { notes } = gaps.build(buildQuery({ postmortems: hidden, window }), DEFAULTS);
    expect(notes.join(" ")).toContain("No team is shown, so verdicts say when a gap was seen");
    expect(notes.join(" ")).not.toContain("To see where");
  });

  test("says how to name services", () => {
    expect(built.notes.join(" ")).toContain("list services with their owners in taxonomy.yaml");
  });
});

describe("the tree of competencies", () => {
  test("has a line for what is tagged with a domain alone", () => {
    const postmortems = [
      incident("a", "2026-01-10", { teams: ["ledger"], gaps: ["queues", ORDERING] }),
      incident("b", "2026-02-10", { teams: ["ledger"], gaps: ["queues"] }),
      incident("c", "2026-03-10", { teams: ["ledger"], gaps: ["observability"] }),
    ];
    const section = sectionOf(gaps.build(buildQuery({ postmortems }), DEFAULTS), "gaps");
    expect(section.levels).toEqual([0, 1, 1, 0]);
    expect(cells(section, ["group", "domain", "incidents"])).toEqual([
      ["queues", "queues", 2],
      ["(no competency)", "queues", 2],
      [ORDERING, "queues", 1],
      ["observability", "observability", 1],
    ]);
  });
});

describe("filters on who, and on the kind", () => {
  const postmortems = [
    incident("a", "2026-01-10", {
      teams: ["payments", "platform"],
      gaps: [{ competency: BACKPRESSURE, team: "payments", kind: "knowledge" }],
    }),
    incident("b", "2026-02-10", {
      teams: ["payments", "platform"],
      gaps: [
        { competency: TRACING, team: "platform", kind: "instrumentation" },
        { competency: TRACING, team: "payments", kind: "knowledge" },
      ],
    }),
    incident("c", "2026-03-10", { teams: ["ledger"], gaps: [TRACING] }),
  ];
  const rowsOf = (filters: Parameters<typeof buildQuery>[0]["filters"]) => {
    const built = gaps.build(buildQuery({ postmortems, ...(filters ? { filters } : {}) }), {
      ...DEFAULTS,
      by: "domain",
    });
    return cells(sectionOf(built, "gaps"), ["group", "incidents", "incidents_share", "remedies"]);
  };

  test("--team selects the gaps that it lacked, as shares of its incidents", () => {
    expect(rowsOf({ teams: ["platform"] })).toEqual([
      ["observability", 1, 0.5, ["build the tool"]],
    ]);
  });

  test("--responder selects the incidents that it responded to", () => {
    expect(rowsOf({ responders: ["platform"] })).toEqual([
      ["observability", 1, 0.5, ["build the tool (1)", "teach it (1)"]],
      ["queues", 1, 0.5, ["teach it"]],
    ]);
  });

  test("--kind selects gaps, as shares of all incidents", () => {
    expect(rowsOf({ kinds: ["instrumentation"] })).toEqual([
      ["observability", 1, 1 / 3, ["build the tool"]],
    ]);
    expect(rowsOf({ kinds: ["instrumentation"], teams: ["payments"] })).toEqual([]);
  });
});

describe("two dimensions", () => {
  const matrix = (by: string) => {
    const section = sectionOf(gaps.build(QUERY, { ...DEFAULTS, by }), "matrix");
    return [section.columns.map(({ label }) => label), ...section.rows];
  };

  test("are a matrix of incidents", () => {
    expect(matrix("competency,kind")).toEqual([
      ["Competency", "Incidents", "knowledge", "(not stated)", "coverage"],
      [BACKPRESSURE, 3, 3, 0, 1],
      [ORDERING, 2, 0, 2, 0],
    ]);
  });

  test("have times in their order", () => {
    expect(matrix("quarter,domain")).toEqual([
      ["Quarter", "Incidents", "queues"],
      ["2026-Q1", 3, 3],
      ["2026-Q2", 1, 1],
    ]);
  });
});

test("by month, each share is of the month's incidents, and none is left out", () => {
  const section = sectionOf(gaps.build(QUERY, { ...DEFAULTS, by: "month" }), "gaps");
  expect(cells(section, ["group", "incidents", "incidents_share"])).toEqual([
    ["2026-01", 1, 1],
    ["2026-02", 1, 1],
    ["2026-03", 1, 1],
    ["2026-04", 1, 1],
    ["2026-05", 0, 0],
  ]);
});

describe("a comparison", () => {
  const month = (name: string, count: number, share: number) =>
    Array.from({ length: count }, (_, at) =>
      incident(`${name}-${at}`, `${name}-${String((at % 28) + 1).padStart(2, "0")}`, {
        teams: ["ledger"],
        gaps: at < share * count ? [ORDERING] : [TRACING],
      }),
    );
  const postmortems = [...month("2026-03", 20, 0.9), ...month("2025-10", 20, 0.2)];
  const window = { ...HALF_YEAR, reference: "prior" as const };
  const built = gaps.build(buildQuery({ postmortems, window }), { ...DEFAULTS, by: "domain" });

  test("says what rises and falls, with its ratio", () => {
    const keys = ["group", "prior_incidents_share", "share_ratio", "change", "change_rule"];
    expect(cells(sectionOf(built, "gaps"), keys)).toEqual([
      [
        "queues",
        0.2,
        4.5,
        "rising",
        "18 of 20 after 4 of 20, p <0.1 % for 2 rows compared (≤ 5 %)",
      ],
      ["observability", 0.8, 0.125, "falling", expect.stringContaining("2 of 20 after 16 of 20")],
    ]);
    expect(built.notes.join(" ")).toContain("Compared: 2 rows.");
  });

  test("says how many incidents it takes where it cannot tell", () => {
    const few = [...month("2026-03", 5, 0.8), ...month("2025-10", 5, 0.4)];
    const section = sectionOf(
      gaps.build(buildQuery({ postmortems: few, window }), { ...DEFAULTS, by: "domain" }),
      "gaps",
    );
    expect(cells(section, ["change", "change_incidents_needed"])).toEqual([
      ["cannot tell", "about 29"],
      ["cannot tell", "about 29"],
    ]);
  });
});

describe("a competency filter", () => {
  const filtered = gaps.build(
    buildQuery({ postmortems: POSTMORTEMS, filters: { competencies: [ORDERING] } }),
    { ...DEFAULTS, evidence: true },
  );

  test("keeps only its rows, with shares of the whole window", () => {
    expect(cells(sectionOf(filtered, "gaps"), ["group", "incidents", "incidents_share"])).toEqual([
      ["queues", 2, 2 / 5],
      [ORDERING, 2, 2 / 5],
    ]);
    expect(filtered.notes).toContain(
      "Shares are of all 5 incidents in the window, with or without gaps.",
    );
    expect(filtered.notes).toContain("1 of 5 incidents carries no gap.");
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
      whenEmpty: "No gap is recorded in 1 incident of the window.",
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

describe("drafts and copies", () => {
  const [a, b] = [
    incident("a", "2026-01-10", { title: "Lag", services: ["kafka"], gaps: [ORDERING] }),
    incident("a-copy", "2026-01-10", { title: "Lag", services: ["kafka"], gaps: [ORDERING] }),
  ];
  const draft = incident("d", "2026-02-10", { status: "draft", gaps: [ORDERING] });
  const count = (options: Readonly<Record<string, boolean>>) => {
    const built = gaps.build(buildQuery({ postmortems: [a, b, draft] }), {
      ...DEFAULTS,
      ...options,
    });
    return { rows: cells(sectionOf(built, "gaps"), ["group", "incidents"]), notes: built.notes };
  };

  test("a copy counts once and is named, a draft is left out", () => {
    const { rows, notes } = count({});
    expect(rows.at(-1)).toEqual([ORDERING, 1]);
    expect(notes).toContain("1 file is a copy of another and is not counted: a-copy.md (of a.md).");
    expect(notes).toContain("1 draft is left out; --include-drafts counts it.");
  });

  test("--include-drafts counts drafts", () => {
    const { rows, notes } = count({ "include-drafts": true });
    expect(rows.at(-1)).toEqual([ORDERING, 2]);
    expect(notes.join(" ")).not.toContain("draft");
  });

  test("a folder of drafts alone says so", () => {
    const built = gaps.build(buildQuery({ postmortems: [draft] }), DEFAULTS);
    expect(sectionOf(built, "gaps").whenEmpty).toBe(
      "Everything here is still a draft (1 draft): --include-drafts counts it, `status: final` in the frontmatter ends a draft.",
    );
  });
});

describe("unknown is in no denominator", () => {
  const started = (id: string, more: Parameters<typeof buildPostmortem>[0]) =>
    buildPostmortem({ id, path: `${id}.md`, times: { started: "2026-02-01T02:00Z" }, ...more });
  const postmortems = [
    started("a", { gaps: [{ competency: BACKPRESSURE, kind: "unknown" }] }),
    started("b", { gaps: [{ competency: "unknown", kind: "knowledge" }] }),
    started("c", { gaps: [{ competency: BACKPRESSURE, kind: "knowledge" }] }),
    started("d", {}),
  ];
  const sharesBy = (by: string) => {
    const built = gaps.build(buildQuery({ postmortems }), { ...DEFAULTS, by });
    return cells(sectionOf(built, "gaps"), [
      "group",
      "incidents",
      "incidents_n",
      "incidents_share",
    ]);
  };

  test("of competencies, and of kinds; the row of what nobody knows has a count alone", () => {
    expect(sharesBy("domain")).toEqual([
      ["queues", 2, 3, 2 / 3],
      ["unknown", 1, null, null],
    ]);
    expect(sharesBy("kind")).toEqual([
      ["knowledge", 2, 3, 2 / 3],
      ["unknown", 1, null, null],
    ]);
  });
});

test("teams that nobody knows are unknown, not none", () => {
  const unknown = [incident("a", "2026-01-10", { gaps: [BACKPRESSURE] })];
  const { sections } = gaps.build(buildQuery({ postmortems: unknown }), DEFAULTS);
  const [section] = sections;
  const at = (key: string) => section?.columns.findIndex((one) => one.key === key) ?? -1;
  expect(section?.rows.map((row) => [row[at("teams")], row[at("team_names")]])).toEqual([
    [null, null],
    [null, null],
  ]);
});

describe("filters that choose incidents by who had to do with them", () => {
  const owned = ["payments", "payments", "ledger", "ledger", "ledger"];
  const postmortems = owned.map((team, at) =>
    incident(`s${at}`, `2026-03-1${at}`, {
      teams: [team],
      services: ["kafka"],
      gaps: [BACKPRESSURE],
    }),
  );

  test.each([
    ["teams", { teams: ["payments"] }, 2],
    ["responders", { responders: ["ledger"] }, 3],
    ["services", { services: ["kafka"] }, 5],
  ])("count only these, but no gap is local because of them: %s", (_, filters, incidents) => {
    const report = gaps.build(buildQuery({ postmortems, filters }), { by: "competency" });
    const row = cells(sectionOf(report, "gaps"), ["group", "incidents", "verdict"]).at(-1);
    expect(row).toEqual([BACKPRESSURE, incidents, "systemic"]);
    expect(report.notes.join(" ")).toContain("Verdicts rest on the incidents of all teams");
  });

  test("are said nothing of where there are none", () => {
    const report = gaps.build(buildQuery({ postmortems }), { by: "competency" });
    expect(report.notes.join(" ")).not.toContain("Verdicts rest on");
  });
});
