import { describe, expect, test } from "vitest";
import { escalations } from "../../../src/reports/escalations/escalations.ts";
import {
  buildPostmortem,
  type EscalationShorthand,
  type PostmortemShorthand,
} from "../../support/build-postmortem.ts";
import { buildQuery, cells, HALF_YEAR, NO_TEAMS, sectionOf } from "../../support/build-query.ts";

const BACKPRESSURE = "messaging.backpressure";
const ORDERING = "messaging.ordering";
const TRACING = "observability.tracing";

const EXPERT: EscalationShorthand = {
  from: "payments",
  to: "platform",
  reason: "expertise",
  competency: BACKPRESSURE,
};

function incident(id: string, day: string, more: PostmortemShorthand) {
  const times = { started: `${day}T00:00Z`, detected: `${day}T01:00Z` };
  return buildPostmortem({ id, times, ...more });
}

const POSTMORTEMS = [
  incident("a", "2026-01-10", {
    services: ["checkout"],
    teams: ["payments"],
    escalations: [
      { ...EXPERT, at: "2026-01-10T02:00Z" },
      { ...EXPERT, at: "2026-01-10T01:30Z" },
    ],
  }),
  incident("b", "2026-02-10", {
    services: ["checkout", "kafka"],
    teams: ["payments", "platform"],
    escalations: [
      { ...EXPERT, at: "2026-02-10T01:50Z" },
      { from: "payments", to: "red", reason: "access", competency: TRACING },
      { from: "payments", to: "blue", reason: "access", competency: TRACING },
    ],
  }),
  incident("c", "2026-03-10", {
    services: ["payouts"],
    teams: ["platform"],
    escalations: [{ ...EXPERT, from: "ledger", at: "2026-03-10T00:30Z" }],
  }),
  incident("d", "2026-04-10", {
    services: ["payouts", "mystery"],
    teams: ["payments", "solo"],
    escalations: [{ to: "ledger", competency: ORDERING }, { from: "payments" }],
  }),
  incident("e", "2026-05-10", { services: ["payouts"] }),
  incident("f", "2026-05-11", { teams: ["ledger"] }),
];

const QUERY = buildQuery({ postmortems: POSTMORTEMS });
const report = escalations.build(QUERY, {});

test("sections", () => {
  expect(report.sections.map(({ key }) => key)).toEqual([
    "edges",
    "sought",
    "coverage",
    "single_points",
  ]);
});

test("edges count incidents and take the first escalation of each; teams not listed are one", () => {
  const section = sectionOf(report, "edges");
  expect(section.columns.map(({ key }) => key)).toEqual([
    "from",
    "to",
    "competency",
    "reason",
    "incidents",
    "escalations",
    "detection_to_escalation_median_minutes",
    "detection_to_escalation_median_minutes_low",
    "detection_to_escalation_median_minutes_high",
    "detection_to_escalation_median_minutes_coverage",
    "incidents_with_time",
  ]);
  expect(section.rows).toEqual([
    ["payments", "platform", BACKPRESSURE, "expertise", 2, 3, 40, null, null, null, 2],
    ["payments", "(unlisted)", TRACING, "access", 1, 2, null, null, null, null, 0],
    ["(not stated)", "ledger", ORDERING, "(not stated)", 1, 1, null, null, null, null, 0],
    ["ledger", "platform", BACKPRESSURE, "expertise", 1, 1, null, null, null, null, 0],
    ["payments", "(not stated)", "(not stated)", "(not stated)", 1, 1, null, null, null, null, 0],
  ]);
});

test("sought competencies, from whom and by whom", () => {
  const section = sectionOf(report, "sought");
  const keys = ["competency", "incidents", "expertise_incidents", "asked_of", "asked_by"];
  expect(cells(section, keys)).toEqual([
    [BACKPRESSURE, 3, 3, ["platform"], ["ledger", "payments"]],
    [ORDERING, 1, 0, ["ledger"], []],
    [TRACING, 1, 0, ["(unlisted)"], ["payments"]],
  ]);
  expect(section.notes).toEqual(["1 escalation names no competency and is not counted here."]);
});

describe("coverage", () => {
  test("counts teams besides the owner of the service", () => {
    const section = sectionOf(report, "coverage");
    const keys = [
      "service",
      "owner",
      "incidents",
      "incidents_with_other_teams_n",
      "incidents_with_other_teams",
      "incidents_without_owner",
      "incidents_with_other_teams_share",
      "other_teams",
    ];
    expect(cells(section, keys)).toEqual([
      // c: platform, called in by the owner; d: payments and solo, with the owner called in; e: no team.
      ["payouts", "ledger", 3, 2, 2, 0, 1, ["(withheld)", "payments", "platform"]],
      // b: red and blue; and the owner of the other service, platform or payments.
      ["checkout", "payments", 2, 2, 2, 0, 1, ["(unlisted)", "platform"]],
      ["kafka", "platform", 1, 1, 1, 0, 1, ["(unlisted)", "payments"]],
      ["mystery", null, 1, null, null, null, null, []],
    ]);
    expect(section.notes).toEqual([
      "The taxonomy names no owner for: mystery.",
      "1 incident names no team and stays out of the shares.",
      "1 incident names no service and is not counted here.",
    ]);
  });

  test("counts incidents that the owner was absent from, and those it worked alone", () => {
    const postmortems = [
      incident("a", "2026-01-10", { services: ["payouts"], teams: ["platform"] }),
      incident("b", "2026-01-11", { services: ["payouts"], teams: ["ledger", "platform"] }),
      incident("c", "2026-01-12", { services: ["payouts"], teams: ["ledger"] }),
      incident("d", "2026-01-13", { services: ["payouts"], teams: ["ledger", "unknown"] }),
    ];
    const section = sectionOf(escalations.build(buildQuery({ postmortems }), {}), "coverage");
    expect(
      cells(section, [
        "incidents",
        "incidents_with_other_teams",
        "incidents_without_owner",
        "incidents_with_other_teams_share",
      ]),
    ).toEqual([[4, 2, 1, 0.5]]);
  });
});

describe("single points", () => {
  test("are asked of one team alone, for expertise or an unstated reason, the most sought first", () => {
    const section = sectionOf(report, "single_points");
    expect(cells(section, ["competency", "team", "incidents", "asked_by"])).toEqual([
      [BACKPRESSURE, "platform", 3, ["ledger", "payments"]],
    ]);
    expect(section.notes).toEqual([
      "1 more was asked for in one incident only, which is too few to tell.",
    ]);
  });

  test("a higher tier of the same team is no other team", () => {
    const postmortems = ["a", "b"].map((id) =>
      incident(id, "2026-01-10", { escalations: [{ ...EXPERT, from: "platform" }] }),
    );
    const built = escalations.build(buildQuery({ postmortems }), {});
    expect(sectionOf(built, "single_points").rows).toEqual([]);
  });

  test("two teams are two, also where both are unlisted", () => {
    const postmortems = ["red", "blue"].map((to, index) =>
      incident(to, `2026-01-1${index}`, { escalations: [{ ...EXPERT, to }] }),
    );
    for (const taxonomy of [QUERY.taxonomy, NO_TEAMS]) {
      const built = escalations.build(buildQuery({ postmortems, taxonomy }), {});
      expect(sectionOf(built, "single_points").rows).toEqual([]);
    }
  });
});

test("notes say what the figures rest on", () => {
  expect(report.notes).toEqual([
    "The window, 2026-01-01 to 2026-07-01 (UTC), holds 6 incidents; the prior window, 2025-07-01 to 2026-01-01, holds 0.",
    "4 of 6 incidents record an escalation.",
    "5 escalations have no known time since detection and stay out of the medians.",
    "1 team name could point to one person; it is counted as (withheld).",
  ]);
});

test("a competency filter keeps incidents and escalations that sought it", () => {
  const query = buildQuery({ postmortems: POSTMORTEMS, filters: { competencies: [TRACING] } });
  const built = escalations.build(query, {});
  expect(built.subtitle).toBe(
    "2026-01-01 to 2026-07-01 (6 months) · 1 of 6 incidents · competency observability.tracing",
  );
  expect(cells(sectionOf(built, "edges"), ["to", "competency"])).toEqual([["(unlisted)", TRACING]]);
});

test("a window without escalations, or without incidents, says so", () => {
  const quiet = escalations.build(buildQuery({ postmortems: POSTMORTEMS.slice(5) }), {});
  expect(sectionOf(quiet, "edges").whenEmpty).toBe(
    "No incident in the window records an escalation (1 incident read): `pm suggest` proposes escalations from the prose.",
  );
  const empty = escalations.build(buildQuery({}), {});
  expect(sectionOf(empty, "edges").whenEmpty).toBe("There are no postmortems to read.");
});

describe("a comparison with another window", () => {
  const month = (name: string, count: number, escalation: EscalationShorthand) =>
    Array.from({ length: count }, (_, at) =>
      incident(`${name}-${at}`, `${name}-${String(at + 1).padStart(2, "0")}`, {
        escalations: [escalation],
      }),
    );
  const postmortems = [
    ...month("2026-03", 12, EXPERT),
    ...month("2025-10", 12, { ...EXPERT, competency: TRACING }),
  ];
  const window = { ...HALF_YEAR, reference: "prior" as const };
  const built = escalations.build(buildQuery({ postmortems, window }), {});

  test("is of shares of incidents, for each edge and each competency", () => {
    const keys = ["competency", "incidents", "prior_incidents", "prior_incidents_n", "change"];
    const expected = [[BACKPRESSURE, 12, 0, 12, "rising"]];
    expect(cells(sectionOf(built, "edges"), keys)).toEqual(expected);
    expect(cells(sectionOf(built, "sought"), keys)).toEqual(expected);
    expect(built.notes.join(" ")).toContain("Change compares shares of incidents");
  });

  test("is not there unless it is asked for", () => {
    const keys = sectionOf(escalations.build(buildQuery({ postmortems }), {}), "edges").columns;
    expect(keys.map(({ key }) => key)).not.toContain("change");
  });
});

test("where no team is stated, the title says so", () => {
  const unstated = { reason: "expertise", competency: BACKPRESSURE };
  const postmortems = [incident("a", "2026-01-10", { escalations: [unstated] })];
  const built = escalations.build(buildQuery({ postmortems }), {});
  expect(sectionOf(built, "edges").finding).toBe(
    `No team is stated where ${BACKPRESSURE} is sought most: in 1 incident`,
  );
});
