import { describe, expect, test } from "vitest";
import type { Intervention } from "../../../src/core/settings/intervention.ts";
import type { Taxonomy } from "../../../src/core/taxonomy.ts";
import { plan } from "../../../src/reports/plan/plan.ts";
import { costText, measureOf } from "../../../src/reports/plan/words.ts";
import type { Cost } from "../../../src/reports/shared/cost.ts";
import { buildPostmortem, type PostmortemShorthand } from "../../support/build-postmortem.ts";
import { buildQuery, cells, sectionOf, TAXONOMY } from "../../support/build-query.ts";

const OPTIONS = { "include-suggested": false, "include-drafts": false, "judge-on": null };

const WITH_RESOURCES: Taxonomy = {
  ...TAXONOMY,
  kinds: TAXONOMY.kinds.map((kind) => ({ ...kind, training: kind.id !== "instrumentation" })),
  competencies: TAXONOMY.competencies.map((one) => ({
    ...one,
    name: `Name of ${one.id}`,
    description: `Meaning of ${one.id}.`,
    resources:
      one.id === "queues"
        ? [
            { title: "On queues", url: "https://example.org/queues", type: "book", hours: 3 },
            { title: "Lag", url: "https://example.org/lag", type: "article", hours: null },
          ]
        : [],
  })),
};

function incident(day: string, minutes: number, more: PostmortemShorthand = {}) {
  const started = Date.parse(`${day}T10:00Z`);
  return buildPostmortem({
    id: day,
    path: `${day}.md`,
    severity: "P1",
    times: {
      started: `${day}T10:00Z`,
      detected: `${day}T10:00Z`,
      diagnosed: new Date(started + minutes * 60_000).toISOString(),
    },
    ...more,
  });
}

const pressure = (team: string, evidence: string) => ({
  gaps: [{ competency: "messaging.backpressure", kind: "knowledge", team, evidence }],
});

const POSTMORTEMS = [
  incident("2026-01-05", 100, {
    ...pressure("payments", "Lag was read as a dip."),
    escalations: [
      {
        from: "payments",
        to: "platform",
        reason: "expertise",
        competency: "messaging.backpressure",
      },
    ],
    actions: [
      {
        title: "Game day",
        owner: "platform",
        due: "2026-08-01",
        status: "open",
        competency: "messaging.backpressure",
      },
      {
        title: "Queue drill",
        owner: "payments",
        due: "2026-05-01",
        status: "open",
        competency: "messaging.backpressure",
      },
    ],
  }),
  incident("2026-01-15", 110, pressure("ledger", "The queue was not looked at.")),
  incident("2026-02-05", 120, pressure("payments", "Nobody knew the limit.")),
  incident("2026-02-15", 130, {
    gaps: [{ competency: "observability.tracing", kind: "instrumentation", team: "ledger" }],
  }),
  incident("2026-03-05", 20),
  incident("2026-03-15", 30),
  incident("2026-04-05", 40),
];

const QUERY = buildQuery({ postmortems: POSTMORTEMS, taxonomy: WITH_RESOURCES });
const built = plan.build(QUERY, OPTIONS);
const section = sectionOf(built, "plan");

test("hours stand where learning closes the gap, and a domain's line says so", () => {
  const resource = { title: "On both", url: "https://example.org/both", type: "book", hours: 2 };
  const competencies = WITH_RESOURCES.competencies.map((one) => ({
    ...one,
    resources: [resource],
  }));
  const taxonomy = { ...WITH_RESOURCES, competencies };
  const postmortems = [
    ...POSTMORTEMS,
    incident("2026-04-15", 50, { gaps: [{ competency: "queues", kind: "knowledge" }] }),
  ];
  const told = sectionOf(plan.build(buildQuery({ postmortems, taxonomy }), OPTIONS), "plan");
  expect(cells(told, ["name", "training", "resources", "resource_hours"])).toEqual([
    ["Name of messaging.backpressure", "yes", ["On both (2 h)"], 2],
    ["Name of observability.tracing", "no", ["On both (2 h)"], null],
    ["Name of queues, no competency named", "yes", ["On both (2 h)"], 2],
  ]);
});

test.each<[string, readonly (readonly string[])[], string | null]>([
  ["every kind is learnt", [["knowledge", "coverage"], ["knowledge"]], "yes"],
  ["no kind is", [["instrumentation"]], "no"],
  [
    "one of two in each",
    [["knowledge", "instrumentation"]],
    "in part: training covers part of it in 1 incident",
  ],
  [
    "in one of two",
    [["knowledge"], ["instrumentation"], []],
    "in part: training helps in 1 of 2 incidents",
  ],
  ["nobody says", [[]], null],
])("whether training closes a gap counts incidents: %s", (_, kindsOf, training) => {
  const competency = "messaging.backpressure";
  const postmortems = kindsOf.map((kinds, at) =>
    incident(`2026-04-1${at}`, 50, {
      gaps: kinds.length > 0 ? kinds.map((kind) => ({ competency, kind })) : [competency],
    }),
  );
  const told = plan.build(buildQuery({ postmortems, taxonomy: WITH_RESOURCES }), OPTIONS);
  expect(cells(sectionOf(told, "plan"), ["training"])).toEqual([[training]]);
});

test("each row says what, for whom, from what and who can teach it", () => {
  expect(
    cells(section, ["name", "meaning", "training", "remedies", "audience", "people", "asked_of"]),
  ).toEqual([
    [
      "Name of messaging.backpressure",
      "Meaning of messaging.backpressure.",
      "yes",
      ["teach it"],
      ["ledger", "payments (8)"],
      8,
      ["platform"],
    ],
    [
      "Name of observability.tracing",
      "Meaning of observability.tracing.",
      "no",
      ["build the tool"],
      ["ledger"],
      null,
      [],
    ],
  ]);
  expect(cells(section, ["resources", "resource_hours", "open_actions", "scope"])).toEqual([
    [
      ["On queues (3 h)", "Lag"],
      3,
      ["Game day, due 2026-08-01", "Queue drill, due 2026-05-01 (61 days overdue)"],
      "a session with the teams concerned",
    ],
    [[], null, [], "watch"],
  ]);
  expect(cells(sectionOf(built, "resources"), ["title", "url"])).toEqual([
    ["On queues", "https://example.org/queues"],
    ["Lag", "https://example.org/lag"],
  ]);
});

test("evidence: the sentences of the two latest incidents, and how many there are", () => {
  expect(cells(section, ["evidence", "evidence_n", "incidents", "incidents_n"])).toEqual([
    [["Nobody knew the limit.", "The queue was not looked at."], 3, 3, 7],
    [[], 0, 1, 7],
  ]);
});

describe("what it costs", () => {
  // 100, 110, 120 against 130, 20, 30, 40: the median of the twelve differences.
  test("is the median of all differences within a severity, per incident and per year", () => {
    const [[minutes, low, yearly, text] = []] = cells(section, [
      ...["excess_minutes", "excess_minutes_low", "excess_per_year_minutes", "cost"],
    ]);
    expect(minutes).toBe(75);
    expect(low).toBeNull();
    const years = (Date.parse("2026-07-01") - Date.parse("2026-01-01")) / 86_400_000 / 365.25;
    expect(yearly).toBeCloseTo((75 * 3) / years, 6);
    expect(text).toBe("cannot tell: only 3 incidents with it can be compared");
  });

  const cost: Cost = {
    ...{ minutes: 58, low: -9, high: 106, coverage: 0.95, of: 4, perYear: 8 },
    ...{ within: "severity", leftOut: 0 },
  };
  test.each<[Partial<Cost>, string | null]>([
    [
      {},
      "cannot tell: from 9 min less to 1 h 46 min more to diagnose per incident than others of the same severity (n 4)",
    ],
    [
      { low: 5 },
      "58 min more to diagnose per incident than others of the same severity (5 min to 1 h 46 min; n 4), 7 h 44 min more a year; association, not proof",
    ],
    [
      { minutes: -9, low: -12, high: -3, leftOut: 2 },
      "9 min less to diagnose per incident than others of the same severity (3 min to 12 min; n 4, 2 without a match), 1 h 12 min less a year; association, not proof",
    ],
    [{ high: null }, "cannot tell: only 4 incidents with it can be compared"],
    [{ minutes: null }, null],
  ])("is a sentence that claims only what chance does not explain: %o", (part, text) => {
    expect(costText({ cost: { ...cost, ...part } })).toBe(text);
  });

  // P1: 90 and 91 on checkout beside 60, 61, 62; 30 on payouts beside 20: enough pairs on checkout alone.
  test("compares within services too where there are enough, and says what it left out", () => {
    const gap = { gaps: ["messaging.backpressure"] };
    const day = (at: number) => `2026-02-${String(at).padStart(2, "0")}`;
    const on = (service: string, from: number, minutes: readonly number[], more = {}) =>
      minutes.map((one, at) => incident(day(from + at), one, { services: [service], ...more }));
    const lacking = [...on("checkout", 10, [90, 91, 92, 93], gap), ...on("payouts", 5, [30], gap)];
    const postmortems = [...lacking, ...on("checkout", 1, [60, 61, 62, 63])];
    const compared = plan.build(buildQuery({ postmortems }), OPTIONS);
    const keys = ["excess_minutes", "excess_minutes_n", "excess_within", "excess_left_out"];
    const [section] = compared.sections;
    expect(section && cells(section, keys)).toEqual([[30, 4, "severity and service", 1]]);
    expect(section && cells(section, ["score_cost", "turn"])).toEqual([[1, "first"]]);
    const few = plan.build(buildQuery({ postmortems: postmortems.slice(0, 6) }), OPTIONS);
    expect(cells(sectionOf(few, "plan"), keys)).toEqual([[31, 5, "severity", 0]]);
  });

  test("compares nothing across severities", () => {
    const other = POSTMORTEMS.map((one, at) =>
      at < 3 ? one : { ...one, severity: one.severity && { ...one.severity, value: "P2" } },
    );
    const alone = plan.build(buildQuery({ ...QUERY, postmortems: other }), OPTIONS);
    expect(cells(sectionOf(alone, "plan"), ["competency", "excess_minutes"])).toContainEqual([
      "messaging.backpressure",
      null,
    ]);
  });
});

describe("the score", () => {
  const parts = ["frequency", "cost", "spread", "trend", "unaddressed"].map(
    (part) => `score_${part}`,
  );

  test("is the weighted mean of its parts", () => {
    const [first = []] = cells(section, [...parts, "score"]);
    const [frequency, cost, spread, trend, unaddressed, score] = first.map(Number);
    // Three incidents beside four are too few for an interval of the cost, so that it counts nothing.
    expect([frequency, cost, spread, trend, unaddressed]).toEqual([3 / 7, 0, 1, 0, 2 / 3]);
    expect(score).toBeCloseTo((100 * (3 * (3 / 7) + 0 + 2 + 0 + 2 / 3)) / 10, 10);
  });

  test("takes no cost that cannot be told", () => {
    const minutes = (gap: readonly number[], without: readonly number[]) => [
      ...gap.map((one, at) =>
        incident(`2026-02-0${at + 1}`, one, { gaps: ["messaging.backpressure"] }),
      ),
      ...without.map((one, at) => incident(`2026-03-0${at + 1}`, one)),
    ];
    const costs = [
      minutes([50, 60, 70, 80], [45, 55, 65, 75]),
      minutes([90, 91, 92, 93], [1, 2, 3, 4]),
    ];
    const told = costs.map((postmortems) =>
      cells(sectionOf(plan.build(buildQuery({ postmortems }), OPTIONS), "plan"), ["score_cost"]),
    );
    expect(told).toEqual([[[0]], [[1]]]);
  });

  test("follows the weights, and what overlaps is in no order", () => {
    const weights = { frequency: 1, cost: 0, spread: 0, trend: 0, unaddressed: 0 };
    const other = plan.build({ ...QUERY, planWeights: weights }, OPTIONS);
    expect(cells(sectionOf(other, "plan"), ["rank", "score"])).toEqual([
      ["1–2", (100 * 3) / 7],
      ["1–2", 100 * (1 / 7)],
    ]);
    expect(other.notes[0]).toMatch(
      /^First: missing in at least 3 incidents, and no other gap clearly has a higher score\./,
    );
  });

  test("tells apart what chance does not explain", () => {
    const days = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => from + at);
    const many = days(0, 60).map((at) =>
      incident(`2026-0${1 + Math.floor(at / 25)}-${String(1 + (at % 25)).padStart(2, "0")}`, 30, {
        id: String(at),
        path: `${at}.md`,
        gaps: at % 3 > 0 ? ["messaging.ordering"] : at < 6 ? ["observability.tracing"] : [],
      }),
    );
    const weights = { frequency: 1, cost: 0, spread: 0, trend: 0, unaddressed: 0 };
    const told = plan.build(buildQuery({ postmortems: many, planWeights: weights }), OPTIONS);
    expect(cells(sectionOf(told, "plan"), ["turn", "competency", "rank"])).toEqual([
      ["first", "messaging.ordering", "1"],
      ["then", "observability.tracing", "2"],
    ]);
  });
});

test("where nobody names a team, it is that of all documents, or has to be found out", () => {
  const postmortems = POSTMORTEMS.map((one) => {
    return {
      ...one,
      teams: [],
      services: [],
      gaps: one.gaps.map((gap) => ({ ...gap, team: null })),
    };
  });
  const nowhere = plan.build(buildQuery({ ...QUERY, postmortems }), OPTIONS);
  expect(cells(sectionOf(nowhere, "plan"), ["scope"])).toEqual([
    ["the whole team, if these documents are of one; else name teams in them"],
    ["watch"],
  ]);
  const hidden = postmortems.map((one) => ({ ...one, isWithheld: true as const }));
  const withheld = plan.build(buildQuery({ ...QUERY, postmortems: hidden }), OPTIONS);
  expect(cells(sectionOf(withheld, "plan"), ["scope"])[0]).toEqual([
    "open to everybody, as the team is not shown",
  ]);
  const [first, ...others] = postmortems;
  const some = first
    ? [{ ...first, gaps: [] }, ...others, incident("2026-05-01", 5, { teams: ["ledger"] })]
    : [];
  const part = plan.build(buildQuery({ ...QUERY, postmortems: some }), OPTIONS);
  expect(cells(sectionOf(part, "plan"), ["incidents", "scope"])[0]).toEqual([
    2,
    "find out which team first",
  ]);
});

test("the measure says what would have to be seen, until when, or that nothing could", () => {
  expect(cells(section, ["measure", "judged_on"])).toEqual([
    ["missing in none of the next 7 incidents, by 2026-12-29 (now 3 of 7)", "2026-12-29"],
    [
      "cannot be judged by 2026-12-29: about 7 incidents by then, but it takes 63 in a row without it to show a fall (now 1 of 7)",
      "2026-12-29",
    ],
  ]);
});

describe("the day on which it is judged", () => {
  test("is the one that is asked for, with as many incidents as until then", () => {
    const later = plan.build(QUERY, { ...OPTIONS, "judge-on": "2027-07-01" });
    expect(cells(sectionOf(later, "plan"), ["measure", "judged_on"])[0]).toEqual([
      "missing in at most 1 of the next 14 incidents, by 2027-07-01 (now 3 of 7)",
      "2027-07-01",
    ]);
  });

  test("is after the window", () => {
    expect(() => plan.build(QUERY, { ...OPTIONS, "judge-on": "2026-07-01" })).toThrow(
      "A plan cannot be judged on 2026-07-01: its window ends on 2026-07-01",
    );
  });

  const judged = (incidents: number, of: number, years = 1) =>
    measureOf({ gap: { incidents, of } } as unknown as Parameters<typeof measureOf>[0], 1, {
      ...{ day: "2027-01-01", years },
    });

  test("a gap that is rarer than any fall could show says so", () => {
    expect(judged(1, 400)).toBe(
      "cannot be judged by 2027-01-01: about 400 incidents by then, but not even 500 in a row without it would show a fall (now 1 of 400)",
    );
  });

  // That none of 2 has it where all of 4 had is 1 of 15 orders, and half of that is at most 5 %; of 1, it is 1 of 5.
  test("a gap of all incidents takes as many as show a fall", () => {
    expect(judged(4, 4, 0.25)).toBe(
      "cannot be judged by 2027-01-01: about 1 incident by then, but it takes 2 in a row without it to show a fall (now 4 of 4)",
    );
  });
});

test("a team that lacked a skill does not teach it", () => {
  const asks = (from: string, to: string) => ({
    escalations: [{ from, to, reason: "expertise", competency: "messaging.backpressure" }],
  });
  const postmortems = [
    incident("2026-01-05", 10, { ...pressure("payments", "e"), ...asks("payments", "platform") }),
    incident("2026-01-06", 10, { ...pressure("platform", "e"), ...asks("platform", "ledger") }),
  ];
  const both = plan.build(buildQuery({ postmortems }), OPTIONS);
  expect(cells(sectionOf(both, "plan"), ["audience", "asked_of"])).toEqual([
    [["payments (8)", "platform (9)"], ["ledger"]],
  ]);
});

test("a gap of teams that are not shown is open to everybody: nobody looks for the team", () => {
  const postmortems = ["2026-01-05", "2026-01-06"].map((day) =>
    incident(day, 10, pressure("solo", "e")),
  );
  const open = plan.build(buildQuery({ postmortems }), OPTIONS);
  expect(cells(sectionOf(open, "plan"), ["verdict", "scope"])).toEqual([
    ["unknown", "open to everybody, as the team is not shown"],
  ]);
});

test.each<[string, readonly ReturnType<typeof incident>[], RegExp]>([
  ["no gap", [incident("2026-01-05", 10)], /No gap is recorded in 1 incident: `pm suggest`/],
  [
    "no listed skill",
    [incident("2026-01-05", 10, { gaps: ["unknown"] })],
    /none of the skills that were missing in 1 incident: `pm taxonomy usage`/,
  ],
  [
    "proposals only",
    [incident("2026-01-05", 10, { gaps: [{ competency: "queues", confirmed: false }] })],
    /1 postmortem with suggestions: `pm suggest --interactive` .* `pm plan --include-suggested`/,
  ],
])("an empty plan names the next command: %s", (_name, postmortems, expected) => {
  const empty = plan.build(buildQuery({ postmortems, taxonomy: WITH_RESOURCES }), OPTIONS);
  expect(empty.sections[0]?.rows).toEqual([]);
  expect(empty.sections[0]?.whenEmpty).toMatch(expected);
});

describe("what was done about a gap", () => {
  const TRACES = "observability.tracing";
  const lacks = { gaps: [{ competency: TRACES, kind: "knowledge", team: "payments" }] };
  const days = (month: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, "0")}`);
  const before = [
    ...days("2026-01", 10).map((day) => incident(day, 30, lacks)),
    ...days("2026-02", 10).map((day) => incident(day, 30)),
  ];
  const course: Intervention = {
    ...{ id: "course", date: "2026-02-28", competency: "observability", teams: [] },
    ...{ kind: "course", hours: 4, note: null },
  };
  const KEYS = ["turn", "turn_reason", "interventions", "scope", "measure"];
  const planOf = (
    after: readonly ReturnType<typeof incident>[],
    interventions: readonly Intervention[],
  ) => {
    const query = buildQuery({ postmortems: [...before, ...after], interventions });
    return sectionOf(plan.build(query, OPTIONS), "plan");
  };
  const none = days("2026-03", 12).map((day) => incident(day, 30));

  test("that worked: it is watched, and does not come first", () => {
    const told = planOf(none, [course]);
    expect(cells(told, KEYS)).toEqual([
      [
        "watch",
        "course (2026-02-28) worked, and the gap has not come up since",
        ["course, 2026-02-28: worked; missing in 0 of 12 incidents since, 10 of 20 before"],
        "watch",
        null,
      ],
    ]);
    expect(told.finding).toBe(
      "Nothing to start with: interventions on 1 skill worked, and nothing else stands out",
    );
  });

  test("that worked does not keep another gap from coming first", () => {
    const other = days("2026-03", 12).map((day, at) =>
      incident(day, 30, at < 3 ? { gaps: ["messaging.ordering"] } : {}),
    );
    expect(cells(planOf(other, [course]), ["competency", "turn"])).toEqual([
      ["messaging.ordering", "first"],
      [TRACES, "watch"],
    ]);
  });

  test("that worked, but it came up again: it is named, and the turn stays", () => {
    const again = [...none, incident("2026-04-01", 30, lacks)];
    const [row = []] = cells(planOf(again, [course]), ["turn", "turn_reason", "interventions"]);
    expect(row).toEqual([
      "first",
      null,
      ["course, 2026-02-28: worked; missing in 1 of 13 incidents since, 10 of 20 before"],
    ]);
  });

  test("that is planned, or of which nothing can be told yet, is named", () => {
    const later = { ...course, id: "drill", date: "2026-12-01" };
    const late = { ...course, id: "late", date: "2026-05-01" };
    expect(cells(planOf([], [later, late]), ["turn", "interventions"])[0]?.[1]).toEqual([
      "late, 2026-05-01: cannot tell yet; no incidents since; missing in 10 of 20 before",
      "drill, planned for 2026-12-01",
    ]);
  });

  test("that was for some teams says for which, as only their gaps count", () => {
    const two = { ...course, teams: ["ledger", "payments"] };
    const later = { ...two, id: "drill", date: "2026-12-01" };
    expect(cells(planOf(none, [two, later]), ["interventions"])[0]?.[0]).toEqual([
      "course, 2026-02-28: worked; ledger or payments lacked it in 0 of 12 incidents since, 10 of 20 before",
      "drill, planned for 2026-12-01, for ledger and payments",
    ]);
  });

  test("is not known, but it has not been missing for longer than chance explains", () => {
    const [row = []] = cells(planOf(none, []), ["turn", "turn_reason", "last_missing"]);
    expect(row[0]).toBe("then");
    expect(row[1]).toMatch(
      /^not missing in the last 22 incidents; by chance, <0\.1 % of gaps pause that long\. No intervention is recorded: /,
    );
    expect(row[2]).toBe("2026-01-10; in none of 22 incidents since");
  });

  test("a short pause says nothing", () => {
    const short = [...none, incident("2026-04-01", 30, lacks), incident("2026-04-02", 30)];
    expect(cells(planOf(short, []), ["turn", "turn_reason", "last_missing"])).toEqual([
      ["first", null, "2026-04-01; not in the 1 incident since"],
    ]);
  });
});
