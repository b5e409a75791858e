import { describe, expect, test } from "vitest";
import type { Intervention } from "../../../src/core/settings/intervention.ts";
import { impact } from "../../../src/reports/impact/impact.ts";
import { buildPostmortem } from "../../support/build-postmortem.ts";
import { buildQuery, cells, sectionOf } from "../../support/build-query.ts";

const OPTIONS = { "include-suggested": false, "include-drafts": false };
const ALL = { since: null, until: Date.parse("2026-07-01T00:00Z"), prior: null };

interface Made {
  readonly gaps?: readonly string[];
  readonly minutes?: number;
  readonly team?: string;
}

function incident(day: string, { gaps = [], minutes, team = "payments" }: Made = {}) {
  const started = Date.parse(`${day}T10:00Z`);
  const after = (min: number) => new Date(started + min * 60_000).toISOString();
  return buildPostmortem({
    id: `${day}-${gaps.join("-")}-${minutes ?? ""}`,
    path: `${day}-${gaps.join("-")}-${minutes ?? ""}.md`,
    times: {
      started: after(0),
      ...(minutes === undefined ? {} : { detected: after(0), diagnosed: after(minutes) }),
    },
    teams: [team],
    gaps: gaps.map((competency) => ({ competency, team })),
  });
}

const days = (month: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, "0")}`);

const COURSE: Intervention = {
  ...{ id: "course", date: "2026-02-28", competency: "observability.tracing", teams: [] },
  ...{ kind: "course", hours: 4, note: null },
};

function rows(
  postmortems: readonly ReturnType<typeof incident>[],
  interventions: readonly Intervention[],
  keys: readonly string[],
) {
  const query = buildQuery({ postmortems, interventions, window: ALL });
  return cells(sectionOf(impact.build(query, OPTIONS), "impact"), keys);
}

const GONE = [
  ...days("2026-01", 10).map((day) => incident(day, { gaps: ["observability.tracing"] })),
  ...days("2026-02", 10).map((day) => incident(day)),
  ...days("2026-03", 12).map((day) => incident(day)),
];

test("worked: what was in half of the incidents has not come up since", () => {
  expect(
    rows(GONE, [COURSE], ["intervention", "verdict", "incidents_before", "incidents_after_n"]),
  ).toEqual([["course", "worked", 10, 12]]);
  expect(rows(GONE, [COURSE], ["summary"])).toEqual([
    [
      "The gap in observability.tracing came down by more than chance explains: missing in 0 of 12 incidents since, 10 of 20 before (at most 0.4 times as much as before).",
    ],
  ]);
});

test("counts of the gaps of some teams say which teams", () => {
  const summaryOf = (teams: readonly string[], date = COURSE.date) =>
    rows(GONE, [{ ...COURSE, teams, date }], ["summary"])[0]?.[0];
  expect(summaryOf(["payments"])).toMatch(
    /chance explains: payments lacked it in 0 of 12 incidents since, 10 of 20 before/,
  );
  expect(summaryOf(["ledger", "payments"])).toMatch(/: ledger or payments lacked it in 0 of 12 /);
  expect(summaryOf(["(small teams)"])).toMatch(
    /0 incidents with it in \(small teams\) before are too few/,
  );
  expect(summaryOf(["ledger", "payments"], "2026-07-02")).toBe(
    "Planned for 2026-07-02, for ledger and payments: nothing to compare yet.",
  );
  const few = GONE.slice(7, 21);
  expect(rows(few, [{ ...COURSE, teams: ["payments"] }], ["summary"])[0]?.[0]).toMatch(
    /^1 incident since, none with this gap in payments\. It would take \d+ without this gap /,
  );
});

test("where nothing can be compared, no number of comparisons is given", () => {
  const notesFor = (postmortems: readonly ReturnType<typeof incident>[]) =>
    impact
      .build(buildQuery({ postmortems, interventions: [COURSE], window: ALL }), OPTIONS)
      .notes.join("\n");
  const few = notesFor(GONE.slice(0, 2));
  expect(few).toContain("Nothing could be compared: too few incidents");
  expect(few).not.toMatch(/tested together|0 comparison/);
  expect(notesFor(GONE)).toMatch(/[1-9]\d* comparisons? tested together/);
});

test("no large effect: it comes up at least as often as before", () => {
  const still = [
    ...days("2026-01", 20).map((day, at) =>
      incident(day, { gaps: at % 2 === 0 ? ["observability.tracing"] : [] }),
    ),
    ...days("2026-03", 30).map((day, at) =>
      incident(day, { gaps: at % 3 === 0 ? [] : ["observability.tracing"] }),
    ),
  ];
  expect(rows(still, [COURSE], ["verdict"])).toEqual([["no large effect"]]);
});

test("diagnosed faster, while others are as slow as before: worked", () => {
  const faster = [
    ...days("2026-01", 12).map((day, at) =>
      incident(day, { gaps: ["observability.tracing"], minutes: 80 + at }),
    ),
    ...days("2026-01", 12).map((day, at) => incident(day, { minutes: 50 + at })),
    ...days("2026-03", 12).map((day, at) =>
      incident(day, { gaps: ["observability.tracing"], minutes: 30 + at }),
    ),
    ...days("2026-03", 12).map((day, at) => incident(day, { minutes: 50 + at })),
  ];
  const [row] = rows(faster, [COURSE], ["verdict", "summary"]);
  expect(row?.[0]).toBe("worked");
  expect(row?.[1]).toMatch(
    /^The gap in observability\.tracing came down by more than chance explains: median time to diagnose 36 min \(n 12\) since, 1 h 26 min \(n 12\) before; others 56 min after 56 min \(between 0\.4 and 0\.\d times as much as before\)\.$/,
  );
});

test("everything is diagnosed faster: no effect of the course", () => {
  const all = [
    ...days("2026-01", 12).map((day, at) =>
      incident(day, { gaps: ["observability.tracing"], minutes: 80 + at }),
    ),
    ...days("2026-01", 12).map((day, at) => incident(day, { minutes: 60 + at })),
    ...days("2026-03", 12).map((day, at) =>
      incident(day, { gaps: ["observability.tracing"], minutes: 40 + at }),
    ),
    ...days("2026-03", 12).map((day, at) => incident(day, { minutes: 30 + at })),
  ];
  const [row] = rows(all, [COURSE], ["verdict", "time_to_diagnose_ratio"]);
  expect(row?.[0]).not.toBe("worked");
  expect(row?.[1]).toBeCloseTo(1, 0);
});

describe("too early", () => {
  test("says how many would show a halving", () => {
    const early = [
      ...days("2026-01", 20).map((day, at) =>
        incident(day, { gaps: ["observability.tracing"], minutes: 30 + 6 * at }),
      ),
      ...days("2026-02", 20).map((day, at) => incident(day, { minutes: 30 + 6 * at })),
      ...days("2026-03", 2).map((day) =>
        incident(day, { gaps: ["observability.tracing"], minutes: 50 }),
      ),
      ...days("2026-03", 4).map((day, at) => incident(day, { minutes: 55 + at })),
    ];
    expect(rows(early, [COURSE], ["verdict", "summary"])).toEqual([
      [
        "cannot tell yet",
        "Cannot tell yet: 2 incidents with a time since, 14 would show a halving of the time to diagnose.",
      ],
    ]);
  });

  test("what lies ahead is planned", () => {
    const later = { ...COURSE, date: "2026-09-01" };
    expect(rows(GONE, [later], ["verdict", "summary"])).toEqual([
      ["planned", "Planned for 2026-09-01: nothing to compare yet."],
    ]);
  });
});

test("only the teams that it was for count, and a domain stands for its competencies", () => {
  const mixed = [
    incident("2026-01-01", { gaps: ["observability.tracing"] }),
    incident("2026-01-02", { gaps: ["observability.tracing"], team: "ledger" }),
    incident("2026-01-03", { gaps: ["observability"], team: "platform" }),
    incident("2026-02-28", { gaps: ["observability.tracing"], team: "ledger" }),
    incident("2026-03-01", { gaps: ["messaging.ordering"], team: "ledger" }),
  ];
  const one = (more: Partial<Intervention>) =>
    rows(mixed, [{ ...COURSE, ...more }], ["incidents_before", "incidents_before_n"])[0];
  expect(one({})).toEqual([3, 4]);
  expect(one({ teams: ["ledger"] })).toEqual([2, 4]);
  expect(one({ competency: "observability" })).toEqual([4, 4]);
  expect(one({ competency: "queues" })).toEqual([0, 4]);
});

test("without any, it says how to record one; two about one skill are named", () => {
  const query = buildQuery({ postmortems: GONE, interventions: [], window: ALL });
  expect(sectionOf(impact.build(query, OPTIONS), "impact").whenEmpty).toMatch(/--add/);
  const both = {
    ...query,
    interventions: [COURSE, { ...COURSE, id: "page", competency: "observability" }],
  };
  expect(impact.build(both, OPTIONS).notes).toContain(
    "About the same skill, so their effects cannot be separated: course, page.",
  );
});

describe("a window that begins later", () => {
  const since = (day: string) => {
    const window = { ...ALL, since: Date.parse(`${day}T00:00Z`) };
    return impact.build(
      buildQuery({ postmortems: GONE, interventions: [COURSE], window }),
      OPTIONS,
    );
  };

  test("chooses interventions, and takes nothing away from before", () => {
    const built = since("2026-02-15");
    expect(cells(sectionOf(built, "impact"), ["verdict", "incidents_before"])).toEqual([
      ["worked", 10],
    ]);
    expect(built.notes).toContain(
      "Interventions from 2026-02-15 on. Incidents before that day count too, for comparison.",
    );
  });

  test("leaves out interventions before it", () => {
    expect(sectionOf(since("2026-03-01"), "impact")).toMatchObject({
      rows: [],
      whenEmpty: "None of 1 intervention matches these filters.",
    });
  });
});
