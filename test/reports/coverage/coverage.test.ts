import { expect, test } from "vitest";
import { coverage } from "../../../src/reports/coverage/coverage.ts";
import { buildPostmortem, type PostmortemShorthand } from "../../support/build-postmortem.ts";
import { buildQuery, cells, sectionOf } from "../../support/build-query.ts";

const DEFAULTS = { "include-suggested": false };
const QUEUES = "messaging.backpressure";
const TRACES = "observability.tracing";

function incident(day: string, more: PostmortemShorthand) {
  return buildPostmortem({ id: day, times: { started: `${day}T00:00Z` }, ...more });
}

/** Payments asks platform for queues. */
const ASKS = { from: "payments", to: "platform", reason: "expertise", competency: QUEUES };

const POSTMORTEMS = [
  incident("2026-01-10", {
    services: ["checkout"],
    teams: ["payments", "platform"],
    gaps: [QUEUES],
    escalations: [ASKS],
  }),
  incident("2026-01-20", { services: ["checkout"], teams: ["payments"], escalations: [ASKS] }),
  incident("2026-02-10", {
    services: ["payouts"],
    teams: ["ledger"],
    gaps: [TRACES, { competency: TRACES, team: "ledger" }],
    // Neither access nor a higher tier of the same team tells who knows.
    escalations: [
      { from: "ledger", to: "ledger", competency: TRACES },
      { from: "ledger", to: "payments", reason: "access", competency: QUEUES },
    ],
  }),
  incident("2026-03-10", { services: ["kafka"], teams: ["platform"], gaps: [TRACES] }),
  incident("2026-03-11", { services: ["kafka"], teams: ["platform"], gaps: [TRACES] }),
  incident("2026-03-12", { services: ["mystery"], gaps: ["juggling"] }),
  incident("2026-03-13", {
    teams: ["solo"],
    escalations: [{ ...ASKS, from: "Kim Lee", competency: TRACES }],
  }),
];

const report = coverage.build(buildQuery({ postmortems: POSTMORTEMS }), DEFAULTS);
const section = (key: string) => sectionOf(report, key);

test("teams and competencies: alone, needed others, lacked it, was asked", () => {
  const keys = ["team", "competency", "alone", "alone_n", "needed", "lacked", "asked", "reading"];
  expect(cells(section("teams"), keys)).toEqual([
    ["(unlisted)", TRACES, 0, 1, 1, 0, 0, "one incident"],
    ["(withheld)", TRACES, 0, 1, 0, 0, 0, "one incident"],
    ["ledger", TRACES, 0, 1, 0, 1, 0, "one incident"],
    ["payments", QUEUES, 0, 2, 2, 1, 0, "needs others"],
    ["payments", TRACES, 0, 1, 0, 0, 0, "one incident"],
    ["platform", QUEUES, 0, 2, 0, 0, 2, "is asked by others"],
    ["platform", TRACES, 2, 3, 0, 2, 1, "is asked by others"],
  ]);
  expect(section("teams").notes[1]).toBe(
    "Incidents that name no team, and no service whose owner is known: 1, left out here.",
  );
});

test.each<[string, PostmortemShorthand, readonly unknown[]]>([
  [
    "the owner of the service, where nobody is said to have responded",
    { services: ["checkout"], gaps: [QUEUES] },
    [["payments", 0, 1, 1]],
  ],
  [
    "not the team that was asked, whatever it was asked for",
    {
      teams: ["payments", "platform"],
      gaps: [QUEUES],
      escalations: [{ from: "payments", to: "platform", reason: "expertise" }],
    },
    [
      ["payments", 0, 1, 1],
      ["platform", 0, 1, 0],
    ],
  ],
  [
    "the team that the gap names, also where it was not at work",
    { teams: ["payments"], gaps: [{ competency: QUEUES, team: "ledger" }] },
    [
      ["ledger", 0, 1, 1],
      ["payments", 1, 1, 0],
    ],
  ],
])("who lacked it: %s", (_name, more, expected) => {
  const built = coverage.build(
    buildQuery({ postmortems: [incident("2026-01-10", more)] }),
    DEFAULTS,
  );
  const keys = ["team", "alone", "alone_n", "lacked"];
  expect(cells(sectionOf(built, "teams"), keys)).toEqual(expected);
});

test("services and competencies: what their owners managed", () => {
  const keys = ["service", "owner", "competency", "owner_alone", "owner_alone_n", "asked"];
  expect(cells(section("services"), keys)).toEqual([
    ["checkout", "payments", QUEUES, 0, 2, ["platform"]],
    ["kafka", "platform", TRACES, 2, 2, []],
    ["payouts", "ledger", TRACES, 0, 1, []],
  ]);
});

test("services: the owner of another service of the incident is another team", () => {
  const postmortems = [
    incident("2026-01-10", {
      services: ["checkout", "kafka"],
      teams: ["payments", "platform"],
      escalations: [ASKS],
    }),
    incident("2026-01-20", { services: ["checkout", "kafka"], escalations: [ASKS] }),
  ];
  const built = coverage.build(buildQuery({ postmortems }), DEFAULTS);
  const keys = ["service", "owner", "owner_alone", "owner_alone_n", "asked"];
  expect(cells(sectionOf(built, "services"), keys)).toEqual([
    ["checkout", "payments", 0, 2, ["platform"]],
    ["kafka", "platform", 0, 2, ["platform"]],
  ]);
  expect(cells(sectionOf(built, "borders"), ["service", "crossed", "others"])).toEqual([
    ["checkout", 2, ["platform"]],
    ["kafka", 2, ["payments"]],
  ]);
});

test("single points: one mention is none", () => {
  const keys = ["competency", "team", "asked", "asked_n", "sureness", "asked_by"];
  expect(cells(section("single_points"), keys)).toEqual([
    [QUEUES, "platform", 2, 2, "a hint", ["payments"]],
  ]);
  expect(section("single_points").notes[1]).toBe(
    "1 more was asked for in one incident only, which is too few to tell.",
  );
});

test("single points: likely from four on, and none where two teams were asked", () => {
  const asked = (count: number, to = "platform") =>
    Array.from({ length: count }, (_, at) =>
      incident(`2026-04-1${at}`, { escalations: [{ ...ASKS, to }] }),
    );
  const build = (postmortems: typeof POSTMORTEMS) =>
    sectionOf(coverage.build(buildQuery({ postmortems }), DEFAULTS), "single_points");
  expect(cells(build(asked(3)), ["sureness"])).toEqual([["a hint"]]);
  expect(cells(build(asked(4)), ["sureness"])).toEqual([["likely"]]);
  expect(build([...asked(4), ...asked(1, "ledger")]).rows).toEqual([]);
  // Two teams that are printed alike are still two.
  expect(build([...asked(2, "Kim Lee"), ...asked(2, "Lee Kim")]).rows).toEqual([]);
});

test("services whose incidents always cross a team border", () => {
  const keys = ["service", "owner", "crossed", "crossed_n", "others"];
  expect(cells(section("borders"), keys)).toEqual([["checkout", "payments", 2, 2, ["platform"]]]);
  expect(section("borders").notes).toEqual([
    "1 more service has one incident only, with other teams at work; one incident shows no pattern.",
  ]);
});

test("what no incident has tested is unknown, not safe", () => {
  const keys = ["domain", "untested", "competencies", "untested_competencies"];
  expect(cells(section("untested"), keys)).toEqual([["queues", 1, 2, ["messaging.ordering"]]]);
  expect(section("untested").notes[0]).toMatch(/^Unknown, not safe:/);
});

test("notes", () => {
  expect(report.notes.slice(1)).toEqual([
    "2 of 7 incidents have no service whose owner the taxonomy knows; the tables of services leave out such incidents.",
    "1 team name could point to one person; it is counted as (withheld).",
  ]);
});

test("--competency", () => {
  const filters = { competencies: [QUEUES] };
  const built = coverage.build(buildQuery({ postmortems: POSTMORTEMS, filters }), DEFAULTS);
  expect(cells(sectionOf(built, "teams"), ["team", "competency"])).toEqual([
    ["payments", QUEUES],
    ["platform", QUEUES],
  ]);
  expect(sectionOf(built, "untested")).toMatchObject({
    rows: [],
    whenEmpty:
      "The chosen competency was missing or sought in an incident; without --competency, this lists the untested ones.",
  });
});

test("incidents that name no skill", () => {
  const postmortems = [incident("2026-01-10", { teams: ["payments"], services: ["checkout"] })];
  const built = coverage.build(buildQuery({ postmortems }), DEFAULTS);
  expect(built.sections[0]).toMatchObject({
    rows: [],
    whenEmpty: "No competency is missing or sought by a team that is named in 1 incident.",
  });
  expect(built.notes).toContain(
    "1 of 1 incident names no competency, as a gap or as what was sought: `pm suggest` proposes gaps from the prose.",
  );
});

test.each<[string, PostmortemShorthand, string]>([
  ["a gap that it worked out itself", { gaps: [TRACES] }, "alone, and lacked it"],
  ["a gap of another team", { gaps: [{ competency: TRACES, team: "ledger" }] }, "manages alone"],
  ["with another team", { gaps: [TRACES], teams: ["payments", "ledger"] }, "works with others"],
])("how two incidents read: %s", (_, more, expected) => {
  const days = ["2026-01-10", "2026-01-20"];
  const postmortems = days.map((day) => incident(day, { teams: ["payments"], ...more }));
  const built = coverage.build(buildQuery({ postmortems }), DEFAULTS);
  const rows = cells(sectionOf(built, "teams"), ["team", "reading"]);
  expect(rows).toContainEqual(["payments", expected]);
});
