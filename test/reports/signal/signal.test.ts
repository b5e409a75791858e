import { expect, test } from "vitest";
import { signal } from "../../../src/reports/signal/signal.ts";
import { buildPostmortem, type PostmortemShorthand } from "../../support/build-postmortem.ts";
import { buildQuery, cells, sectionOf } from "../../support/build-query.ts";

function incident(id: string, day: string, more: PostmortemShorthand) {
  const started = `${day}T00:00Z`;
  return buildPostmortem({ id, path: `docs/${id}.md`, ...more, times: { started, ...more.times } });
}

const EVIDENCE = { competency: "messaging.backpressure", evidence: "Lag was read as a dip." };
const ALL_DAY = "2026-02-20T01:00Z";

/** All but the milestones after the start. */
const FULL: PostmortemShorthand = {
  factors: ["x", "y", "z"],
  gaps: [EVIDENCE],
  words: { learnings: 30, lucky: 4 },
  actions: [{ owner: "payments", due: "2026-02-01", competency: "queues" }],
  review: { done: "2026-03-01", criteria: "Found in 20 minutes." },
};

const POSTMORTEMS = [
  // 3 + 5 + 20 + 10 + 9 + 10 = 57 of 90 is 63.3; the milestones would add 12, to 69 of 90: 76.7.
  incident("a", "2026-01-10", {
    status: "final",
    services: ["checkout", "kafka"],
    teams: ["payments"],
    factors: ["x"],
    gaps: [EVIDENCE],
    words: { learnings: 30 },
    actions: [
      { owner: "payments", due: "2026-02-01" },
      { owner: "platform", competency: "queues" },
    ],
    review: { due: "2026-03-01", criteria: "Found in 20 minutes." },
  }),
  // 3 + 0 + 14 + 5 = 22 of 100; factors and actions would add 15 each.
  incident("b", "2026-01-20", {
    status: "draft",
    services: ["checkout"],
    gaps: [EVIDENCE, "messaging.ordering"],
    escalations: [{ to: "platform", reason: "access" }, { to: "platform" }],
  }),
  // 3 of 15, and 75 of 75: 78 of 90 is 86.7.
  incident("c", "2026-02-10", {
    status: "final",
    services: ["payouts"],
    ...FULL,
  }),
  // The same with all milestones, and no service.
  incident("d", "2026-02-20", {
    times: { detected: ALL_DAY, diagnosed: ALL_DAY, mitigated: ALL_DAY, resolved: ALL_DAY },
    ...FULL,
  }),
  // As little as b, and earlier, but outside the window.
  incident("before", "2025-12-31", {}),
];

const QUERY = buildQuery({ postmortems: POSTMORTEMS });
const report = signal.build(QUERY, { "include-drafts": true });

test("documents: the lowest score first, with points of each part and the next addition", () => {
  const section = sectionOf(report, "documents");
  expect(section.columns.map(({ label }) => label)).toEqual([
    "Title",
    "Incident",
    "File",
    "Date",
    "Status",
    "Score",
    "Milestones of 15",
    "Factors of 15",
    "Gaps of 20",
    "Escalations of 10",
    "Learnings of 15",
    "Actions of 15",
    "Review of 10",
    "Next addition",
  ]);
  expect(section.rows).toEqual([
    [
      ...[null, "b", "docs/b.md", "2026-01-20", "draft", 22],
      ...[3, 0, 14, 5, 0, 0, 0],
      "Name 3 contributing factors (+15)",
    ],
    [
      ...[null, "a", "docs/a.md", "2026-01-10", "final", 63],
      ...[3, 5, 20, null, 10, 9, 10],
      "Give detected, diagnosed, mitigated and resolved, or `unknown` (+14)",
    ],
    [
      ...[null, "c", "docs/c.md", "2026-02-10", "final", 87],
      ...[3, 15, 20, null, 15, 15, 10],
      "Give detected, diagnosed, mitigated and resolved, or `unknown` (+13)",
    ],
    [...[null, "d", "docs/d.md", "2026-02-20", null, 100], ...[15, 15, 20, null, 15, 15, 10], null],
  ]);
});

test("incident, score and next addition are always shown", () => {
  const { columns } = sectionOf(report, "documents");
  expect(columns.filter(({ priority }) => priority === 1).map(({ key }) => key)).toEqual([
    "incident",
    "score",
    "next_addition",
  ]);
});

test("by month: medians, rounded down, and the part that is weakest at its median", () => {
  const section = sectionOf(report, "by_month");
  expect(section.columns.map(({ key }) => key)).toEqual([
    "month",
    "score_median",
    "score_median_low",
    "score_median_high",
    "score_median_coverage",
    "incidents",
    "score_lowest",
    "score_highest",
    "weakest_part",
    "weakest_part_median_share",
    "weakest_part_n",
  ]);
  expect(section.rows).toEqual([
    // (22 + 63) ÷ 2 = 42.5; factors: (0 + 5) ÷ 2 of 15.
    ["2026-01", 42, null, null, null, 2, 22, 63, "Factors", 2.5 / 15, 2],
    // (87 + 100) ÷ 2 = 93.5; milestones: (3 + 15) ÷ 2 of 15.
    ["2026-02", 93, null, null, null, 2, 87, 100, "Milestones", 9 / 15, 2],
  ]);
  expect(section.notes).toEqual([
    "2 of 2 rows rest on fewer than 5 incidents: read them as cases, not as rates.",
  ]);
});

test("by service: in order of name, an incident once in each of its services", () => {
  const section = sectionOf(report, "by_service");
  expect(section.rows).toEqual([
    ["checkout", 42, null, null, null, 2, 22, 63, "Factors", 2.5 / 15, 2],
    // Milestones 3 of 15 are 20 %, factors 5 of 15 are 33 %.
    ["kafka", 63, null, null, null, 1, 63, 63, "Milestones", 3 / 15, 1],
    ["payouts", 87, null, null, null, 1, 87, 87, "Milestones", 3 / 15, 1],
    ["(not stated)", 100, null, null, null, 1, 100, 100, null, null, null],
  ]);
  expect(section.notes).toEqual([
    "4 of 4 rows rest on fewer than 5 incidents: read them as cases, not as rates.",
    "An incident with several services counts once in each.",
  ]);
});

test("escalations can be the weakest part where half of the incidents record one", () => {
  const asked = incident("asked", "2026-01-04", { ...FULL, escalations: [{ to: "platform" }] });
  const calm = (day: number) => incident(`calm${day}`, `2026-01-0${day}`, FULL);
  const weakest = (...postmortems: (typeof asked)[]) => {
    const built = signal.build(buildQuery({ postmortems }), {});
    return cells(sectionOf(built, "by_month"), ["weakest_part", "weakest_part_median_share"]);
  };
  expect(weakest(asked, calm(1))).toEqual([["Escalations", 0]]);
  expect(weakest(asked, calm(1), calm(2))).toEqual([["Milestones", 3 / 15]]);
});

test("no team is scored", () => {
  expect(report.sections.map(({ key }) => key)).toEqual(["documents", "by_month", "by_service"]);
  expect(JSON.stringify(report.sections)).not.toContain("payments");
});

test("notes say what a score is not, and what it rests on", () => {
  expect(report.notes).toEqual([
    "The window, 2026-01-01 to 2026-07-01 (UTC), holds 4 incidents; the prior window, 2025-07-01 to 2026-01-01, holds 1.",
    "A score says how much a document records for others to learn from. It says nothing about the people who wrote it or how the incident was handled.",
    "1 of 4 incidents is still a draft.",
    "3 incidents record no escalations and are scored out of 90 points.",
    "These figures rest on 4 incidents: read them as cases, not as rates.",
  ]);
});

test("drafts are left out, unless they are asked for", () => {
  const built = signal.build(QUERY, {});
  expect(cells(sectionOf(built, "documents"), ["incident"])).toEqual([["a"], ["c"], ["d"]]);
  expect(built.notes).toContain("1 draft is left out; --include-drafts counts it.");
});

test("filters select documents", () => {
  const query = buildQuery({ postmortems: POSTMORTEMS, filters: { services: ["kafka"] } });
  expect(cells(sectionOf(signal.build(query, {}), "documents"), ["incident"])).toEqual([["a"]]);
});

test("groups are told by how far their scores reach, and what most of them lack", () => {
  const findingOf = (postmortems: Parameters<typeof buildQuery>[0]["postmortems"]) =>
    sectionOf(
      signal.build(buildQuery({ postmortems: postmortems ?? [] }), { "include-drafts": true }),
      "by_service",
    ).finding;
  expect(findingOf(POSTMORTEMS.slice(0, 2))).toMatch(
    /^Scores from 22 to 63; weakest part in \d of 2 services: /,
  );
  expect(findingOf(POSTMORTEMS.slice(0, 1))).toMatch(/^All scores 63; weakest part in 2 of 2/);
});
