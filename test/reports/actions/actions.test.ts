import { describe, expect, test } from "vitest";
import { actions } from "../../../src/reports/actions/actions.ts";
import { type ActionShorthand, buildPostmortem } from "../../support/build-postmortem.ts";
import { buildQuery, cells, NO_TEAMS, sectionOf, TAXONOMY } from "../../support/build-query.ts";

const DEFAULTS = { overdue: false, fail: false, owner: [], "include-suggested": false };

/** An incident that started at midnight UTC. */
function incident(
  day: string,
  some: readonly ActionShorthand[],
  more: Parameters<typeof buildPostmortem>[0] = {},
) {
  return buildPostmortem({
    id: day,
    times: { started: `${day}T00:00Z` },
    actions: some,
    ...more,
  });
}

const POSTMORTEMS = [
  incident(
    "2026-01-10",
    [
      {
        title: "Queue game day",
        owner: "payments",
        due: "2026-02-01",
        status: "done",
        done: "2026-01-30",
        competency: "messaging.backpressure",
      },
      { title: "Lag alert", owner: "platform", due: "2026-03-01", status: "open" },
      { title: "Standby region", owner: "platform", status: "dropped" },
    ],
    {
      gaps: ["messaging.backpressure", "observability.tracing"],
      review: { due: "2026-04-01", criteria: "Half the time" },
    },
  ),
  incident(
    "2026-02-10",
    [
      { title: "Tracing tour", owner: "Kim Lee", due: "2026-06-30", competency: "observability" },
      { title: "Think about shards" },
      { title: "Trace everything", status: "in-progress", due: "2026-07-01" },
    ],
    { gaps: ["messaging.backpressure", "observability.tracing"], review: { done: "2026-03-01" } },
  ),
  incident("2026-03-10", [], { gaps: ["messaging.ordering"], review: { due: "2026-08-01" } }),
  incident("2026-03-11", [{ title: "Pair", owner: "solo", status: "open", due: "soon" }]),
];

const QUERY = buildQuery({ postmortems: POSTMORTEMS });
const report = actions.build(QUERY, DEFAULTS);

test("states: the overdue ones are of the open ones with a date", () => {
  const section = sectionOf(report, "states");
  expect(cells(section, ["state", "actions", "actions_n", "actions_share", "incidents"])).toEqual([
    ["open", 4, 6, 4 / 6, 3],
    ["open and overdue", 2, 3, 2 / 3, 2],
    ["done", 1, 6, 1 / 6, 1],
    ["dropped", 1, 6, 1 / 6, 1],
    ["proposed", 0, 6, 0, 0],
    ["unknown", 1, null, null, 1],
  ]);
  expect(section.finding).toBe("4 of 6 actions are open, 2 overdue; 1 more of unknown state");
  expect(section.notes).toContain("Unknown: no status, no owner and no due date; in no share.");
});

test("of actions that say nothing of themselves, none is called open, done or an idea", () => {
  const silent = incident("2026-03-10", [{ title: "Think" }, { title: "Write" }]);
  const built = actions.build(buildQuery({ postmortems: [silent] }), DEFAULTS);
  const states = sectionOf(built, "states");
  expect(states.finding).toBe("The state of 2 actions is unknown");
  expect(cells(states, ["state", "actions"]).filter(([, count]) => count !== 0)).toEqual([
    ["unknown", 2],
  ]);
  expect(sectionOf(built, "open").whenEmpty).toBe(
    "No action is known to be open: 2 of 2 say neither status nor owner nor due date.",
  );
  const idea = incident("2026-03-11", [{ title: "Idea", status: "proposed" }]);
  const one = actions.build(buildQuery({ postmortems: [idea] }), DEFAULTS);
  expect(sectionOf(one, "open").whenEmpty).toBe("No action is open.");
});

test("open actions by due date; no name that is no team's", () => {
  const keys = ["due", "overdue_days", "action", "owner", "age_days"];
  expect(cells(sectionOf(report, "open"), keys)).toEqual([
    ["2026-03-01", 122, "Lag alert", "platform", 172],
    ["2026-06-30", 1, "Tracing tour", "(unlisted)", 141],
    // Due today is not overdue.
    ["2026-07-01", null, "Trace everything", "(no owner)", 141],
    [null, null, "Pair", "(withheld)", 112],
  ]);
});

test("owners that are not shown have no days, and a note says who they are", () => {
  const small = { ...TAXONOMY.teams[0], id: "(small teams)", name: "(small teams)", size: null };
  const taxonomy = {
    ...TAXONOMY,
    teams: [...TAXONOMY.teams, { description: "", aliases: [], ...small }],
  };
  const done = { status: "done", done: "2026-01-20" };
  const postmortems = [
    incident("2026-01-10", [
      { owner: "(small teams)", ...done },
      { owner: "platform", ...done },
    ]),
    incident("2026-01-11", [{ owner: "(small teams)", status: "open" }]),
  ];
  const built = actions.build(buildQuery({ postmortems, taxonomy }), DEFAULTS);
  const keys = ["owner", "actions", "days_to_done_median", "days_open_median"];
  expect(cells(sectionOf(built, "owners"), keys).slice(1)).toEqual([
    ["(small teams)", 2, null, null],
    ["platform", 1, 10, null],
  ]);
  for (const key of ["owners", "open"]) {
    expect(sectionOf(built, key).notes.at(-1)).toMatch(/^\(small teams\) among owners: roles/u);
  }
});

test("owners by name; days to done with the open ones", () => {
  const keys = ["owner", "actions", "open", "overdue", "overdue_n", "done", "done_n", "unknown"];
  expect(cells(sectionOf(report, "owners"), keys)).toEqual([
    ["(all)", 7, 4, 2, 3, 1, 6, 1],
    ["(unlisted)", 1, 1, 1, 1, 0, 1, 0],
    ["(withheld)", 1, 1, 0, 0, 0, 1, 0],
    ["payments", 1, 0, 0, 0, 1, 1, 0],
    ["platform", 2, 1, 1, 1, 0, 2, 0],
    ["(no owner)", 2, 1, 0, 1, 0, 1, 1],
  ]);
  const days = ["owner", "days_to_done_median", "days_to_done_median_low", "days_to_done_n"];
  expect(cells(sectionOf(report, "owners"), days).slice(0, 4)).toEqual([
    ["(all)", null, null, 5],
    ["(unlisted)", null, null, 1],
    ["(withheld)", null, null, 1],
    ["payments", 20, null, 1],
  ]);
});

/** Ten actions of a year ago: some done after 10, 20, … days, the others open. */
function tenActions(done: number, dated = done) {
  return incident(
    "2026-01-01",
    Array.from({ length: 10 }, (_, at) => {
      const day = new Date(Date.parse("2026-01-01") + (at + 1) * 864e5 * 10).toISOString();
      const date = at < dated ? { done: day.slice(0, 10) } : {};
      return { owner: "payments", status: at < done ? "done" : "open", ...date };
    }),
  );
}

test.each([
  // Half are done after 50 days, and the next one after 60.
  ["six of ten", tenActions(6), [55, null, null, 10]],
  ["four of ten: the median is not reached", tenActions(4), [null, null, null, 10]],
  ["all, with an interval", tenActions(10), [55, 10, 80, 10]],
  ["most without a date: no median", tenActions(6, 2), [null, null, null, 6]],
])("days to done: %s", (_, postmortem, expected) => {
  const built = actions.build(buildQuery({ postmortems: [postmortem] }), DEFAULTS);
  const keys = ["", "_low", "_high"].map((end) => `days_to_done_median${end}`);
  const [all] = cells(sectionOf(built, "owners"), [...keys, "days_to_done_n"]);
  expect(all).toEqual(expected);
});

test("gaps that no action addresses: a domain counts for its competencies", () => {
  const keys = [
    "competency",
    "incidents_without_action",
    "incidents_without_action_n",
    "last_seen",
  ];
  expect(cells(sectionOf(report, "gaps_without_action"), keys)).toEqual([
    ["messaging.backpressure", 1, 2, "2026-02-10"],
    ["messaging.ordering", 1, 1, "2026-03-10"],
    ["observability.tracing", 1, 2, "2026-02-10"],
  ]);
});

test("what came back after an action was done", () => {
  const keys = [
    "competency",
    "done",
    "outcome",
    "incidents_since",
    "incidents_since_n",
    "last_seen",
  ];
  expect(cells(sectionOf(report, "effects"), keys)).toEqual([
    ["messaging.backpressure", "2026-01-30", "came back", 1, 3, "2026-02-10"],
  ]);
});

test("when an action was done is not told of few people", () => {
  const done = { status: "done", done: "2026-03-01", competency: "messaging.backpressure" };
  const one = incident("2026-02-01", [done], { gaps: ["messaging.backpressure"] });
  for (const [postmortem, day, median] of [
    [one, "2026-03-01", 28],
    [{ ...one, areTimesWithheld: true as const }, null, null],
  ] as const) {
    const built = actions.build(buildQuery({ postmortems: [postmortem] }), DEFAULTS);
    expect(cells(sectionOf(built, "effects"), ["done"])).toEqual([[day]]);
    expect(cells(sectionOf(built, "owners"), ["days_to_done_median"])[0]).toEqual([median]);
  }
});

test("reviews that have not been held", () => {
  expect(cells(sectionOf(report, "reviews"), ["due", "overdue_days", "incident"])).toEqual([
    ["2026-04-01", 91, "2026-01-10"],
    ["2026-08-01", null, "2026-03-10"],
  ]);
  expect(sectionOf(report, "reviews").notes).toEqual(["1 review was held; 1 incident plans none."]);
});

test("notes", () => {
  expect(report.notes).toEqual([
    "The window, 2026-01-01 to 2026-07-01 (UTC), holds 4 incidents; the prior window, 2025-07-01 to 2026-01-01, holds 0.",
    "1 of 4 incidents carries no action.",
    "1 open action has no due date that can be read, and cannot be overdue.",
    "1 action states no status and counts as open.",
    "1 action has an owner that is no team of the taxonomy: (unlisted).",
    "1 team name could point to one person; it is counted as (withheld).",
  ]);
});

describe("--overdue and --fail", () => {
  const overdue = actions.build(QUERY, { ...DEFAULTS, overdue: true, fail: true });

  test("only what is overdue", () => {
    expect(overdue.sections.map(({ key }) => key)).toEqual(["overdue", "overdue_reviews"]);
    expect(cells(sectionOf(overdue, "overdue"), ["action"])).toEqual([
      ["Lag alert"],
      ["Tracing tour"],
    ]);
    expect(cells(sectionOf(overdue, "overdue_reviews"), ["incident"])).toEqual([["2026-01-10"]]);
  });

  test("says why the command fails", () => {
    expect(overdue.failure).toBe("2 actions and 1 review are overdue");
    expect(report.failure).toBeUndefined();
    const owned = actions.build(QUERY, { ...DEFAULTS, fail: true, owner: ["platform"] });
    expect(owned.failure).toBe("1 action is overdue");
    const later = buildQuery({ postmortems: POSTMORTEMS.slice(2) });
    expect(actions.build(later, { ...DEFAULTS, fail: true }).failure).toBeUndefined();
  });
});

test("--owner", () => {
  const owned = actions.build(QUERY, { ...DEFAULTS, owner: ["payments", "solo"] });
  expect(cells(sectionOf(owned, "owners"), ["owner", "actions"])).toEqual([
    ["(all)", 2],
    ["(withheld)", 1],
    ["payments", 1],
  ]);
  expect(owned.notes).toContain("Only actions of (withheld) or payments.");
});

test("without a list of teams no owner is printed", () => {
  const built = actions.build(
    buildQuery({ postmortems: POSTMORTEMS, taxonomy: NO_TEAMS }),
    DEFAULTS,
  );
  expect(cells(sectionOf(built, "owners"), ["owner"])).toEqual([
    ["(all)"],
    ["(unlisted)"],
    ["(no owner)"],
  ]);
});

test("--competency keeps the actions that build it", () => {
  const filters = { competencies: ["queues"] };
  const built = actions.build(buildQuery({ postmortems: POSTMORTEMS, filters }), DEFAULTS);
  expect(cells(sectionOf(built, "states"), ["state", "actions"]).slice(0, 3)).toEqual([
    ["open", 0],
    ["open and overdue", 0],
    ["done", 1],
  ]);
});

test("incidents without actions", () => {
  const built = actions.build(buildQuery({ postmortems: POSTMORTEMS.slice(2, 3) }), DEFAULTS);
  expect(built.sections[0]).toMatchObject({
    rows: [],
    whenEmpty: "No action is recorded in 1 incident.",
  });
});
