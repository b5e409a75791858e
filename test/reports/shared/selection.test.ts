import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BY_GAPS_OR_SOUGHT, BY_LACKING } from "../../../src/reports/shared/filters.ts";
import { undatedNotes, windowNote } from "../../../src/reports/shared/notes.ts";
import { selectIncidents } from "../../../src/reports/shared/selection.ts";
import { subtitle } from "../../../src/reports/shared/subtitle.ts";
import { buildPostmortem, type PostmortemShorthand } from "../../support/build-postmortem.ts";
import { buildQuery, HALF_YEAR } from "../../support/build-query.ts";

const at = (text: string) => Date.parse(text);

function incident(id: string, started: string, more: PostmortemShorthand = {}) {
  return buildPostmortem({ id, times: { started }, ...more });
}

const POSTMORTEMS = [
  incident("last", "2026-06-30T23:59Z", {
    teams: ["ledger"],
    severity: "P2",
    services: ["payouts"],
  }),
  incident("next", "2026-07-01T00:00Z", { teams: ["ledger"] }),
  incident("first", "2026-01-01T00:00Z", {
    teams: ["payments", "platform"],
    severity: "P1",
    services: ["checkout"],
    gaps: ["messaging.backpressure"],
  }),
  incident("prior", "2025-12-31T23:59Z", { teams: ["ledger"], gaps: ["messaging.ordering"] }),
  incident("older", "2025-06-30T23:59Z"),
  incident("middle", "2026-03-14T00:00Z", {
    teams: ["payments"],
    escalations: [{ competency: "messaging.ordering" }],
  }),
  buildPostmortem({ id: "undated", teams: ["ledger"], path: "old/undated.md" }),
];

const ids = (postmortems: readonly { readonly id: { readonly value: string } }[] | null) =>
  postmortems?.map(({ id }) => id.value);

describe("the window", () => {
  test("holds what started from since on and before until, oldest first", () => {
    const selection = selectIncidents(buildQuery({ postmortems: POSTMORTEMS }));
    expect(ids(selection.incidents)).toEqual(["first", "middle", "last"]);
    expect(ids(selection.prior)).toEqual(["prior"]);
    expect(ids(selection.undated)).toEqual(["undated"]);
    expect(selection.whenEmpty).toBeNull();
  });

  test("up to now leaves out what starts later, and says so", () => {
    const noted = (more: object) => {
      const window = { since: null, until: HALF_YEAR.until, prior: null, ...more };
      return undatedNotes(selectIncidents(buildQuery({ postmortems: POSTMORTEMS, window }))).at(-1);
    };
    const said = "1 incident starts in the future and is left out: next.md.";
    expect(noted({ isUpToNow: true })).toBe(said);
    const month = { since: at("2026-05-01T00:00Z"), until: at("2026-06-01T00:00Z") };
    expect(noted({ ...month, asOf: HALF_YEAR.until, isUpToNow: true })).toBe(said);
    expect(noted({})).not.toBe(said);
  });

  test("is the same whatever the filters are, which say what they leave", () => {
    const noted = (filters: object, finder?: typeof BY_LACKING) => {
      const query = buildQuery({ postmortems: POSTMORTEMS, filters });
      const selection = selectIncidents(query, finder);
      return [subtitle(query, selection).split(" · ")[1], windowNote(query, selection)];
    };
    const [window, prior] = [
      "The window, 2026-01-01 to 2026-07-01 (UTC), holds 3 incidents",
      "2025-07-01 to 2026-01-01",
    ];
    expect(noted({})).toEqual(["3 incidents", `${window}; the prior window, ${prior}, holds 1.`]);
    expect(noted({ severities: ["P1"] })).toEqual([
      "1 incident",
      `${window}, of which the filters leave 1; the prior window, ${prior}, holds 0 such.`,
    ]);
    expect(noted({ competencies: ["messaging.backpressure"] })).toEqual([
      "1 of 3 incidents",
      `${window}, 1 of them with such a gap; the prior window, ${prior}, holds 0 such.`,
    ]);
    expect(noted({ teams: ["payments"] }, BY_LACKING)).toEqual([
      "1 of 2 incidents",
      `${window}, of which the filters leave 2, 1 of them with such a gap; the prior window, ${prior}, holds 0 such.`,
    ]);
  });

  test("that is open holds all before until, and has no prior window", () => {
    const window = { since: null, until: HALF_YEAR.until, prior: null };
    const query = buildQuery({ postmortems: POSTMORTEMS, window });
    const selection = selectIncidents(query);
    expect(ids(selection.incidents)).toEqual(["older", "prior", "first", "middle", "last"]);
    expect(selection.prior).toBeNull();
    expect(subtitle(query, selection)).toBe("up to 2026-07-01 · 5 incidents");
    expect(windowNote(query, selection)).toBe(
      "The window, up to 2026-07-01 (UTC), holds 5 incidents; it has no prior window.",
    );
  });

  test("each incident is in the window, prior, undated or outside, and in one alone", () => {
    const start = fc.option(fc.integer({ min: at("2025-01-01"), max: at("2027-01-01") }), {
      nil: null,
    });
    fc.assert(
      fc.property(fc.array(start), (starts) => {
        const postmortems = starts.map((ms, index) => {
          const times = ms === null ? {} : { started: new Date(ms).toISOString() };
          return buildPostmortem({ id: String(index), times });
        });
        const { incidents, prior, undated } = selectIncidents(buildQuery({ postmortems }));
        const dated = starts.filter((ms) => ms !== null);
        expect(undated).toHaveLength(starts.length - dated.length);
        expect([...(prior ?? []), ...incidents]).toHaveLength(
          dated.filter((ms) => ms >= at("2025-07-01") && ms < at("2026-07-01")).length,
        );
      }),
    );
  });
});

describe("filters", () => {
  test.each([
    ["service", { services: ["payouts", "kafka"] }, ["last"]],
    ["team, as a responder", { teams: ["payments"] }, ["first", "middle"]],
    ["responder", { responders: ["payments"] }, ["first", "middle"]],
    ["severity", { severities: ["P1"] }, ["first"]],
    ["competency", { competencies: ["messaging.backpressure"] }, ["first"]],
    ["domain", { competencies: ["queues"] }, ["first"]],
    ["several kinds together", { teams: ["payments"], severities: ["P1"] }, ["first"]],
  ])("by %s", (_, filters, expected) => {
    const selection = selectIncidents(buildQuery({ postmortems: POSTMORTEMS, filters }));
    expect(ids(selection.incidents)).toEqual(expected);
  });

  test("by a competency that an escalation sought", () => {
    const query = buildQuery({ postmortems: POSTMORTEMS, filters: { competencies: ["queues"] } });
    const selection = selectIncidents(query, BY_GAPS_OR_SOUGHT);
    expect(ids(selection.incidents)).toEqual(["first", "middle"]);
  });

  test("by competency leave the base of shares alone, others do not", () => {
    const filters = { competencies: ["queues"], teams: ["payments"] };
    const selection = selectIncidents(buildQuery({ postmortems: POSTMORTEMS, filters }));
    expect(ids(selection.incidents)).toEqual(["first"]);
    expect(ids(selection.base)).toEqual(["first", "middle"]);
  });

  test("also cut the prior window and what is undated", () => {
    const filters = { teams: ["payments"] };
    const selection = selectIncidents(buildQuery({ postmortems: POSTMORTEMS, filters }));
    expect(selection.prior).toEqual([]);
    expect(selection.undated).toEqual([]);
  });

  test("stand in the subtitle, but not the name of a team of one", () => {
    const filters = { teams: ["ledger", "solo"], severities: ["P2"] };
    const query = buildQuery({ postmortems: POSTMORTEMS, filters });
    expect(subtitle(query, selectIncidents(query))).toBe(
      "2026-01-01 to 2026-07-01 (6 months) · 1 incident · team ledger or (withheld) · severity P2",
    );
  });
});

describe("notes", () => {
  test("say what the windows hold", () => {
    const query = buildQuery({ postmortems: POSTMORTEMS });
    expect(windowNote(query, selectIncidents(query))).toBe(
      "The window, 2026-01-01 to 2026-07-01 (UTC), holds 3 incidents; the prior window, 2025-07-01 to 2026-01-01, holds 1.",
    );
  });

  test("name what has no readable start, the first eight of many", () => {
    const one = selectIncidents(buildQuery({ postmortems: POSTMORTEMS }));
    expect(undatedNotes(one)).toEqual([
      "1 incident has no readable start and is left out: old/undated.md.",
    ]);
    const postmortems = Array.from({ length: 10 }, (_, index) =>
      buildPostmortem({ id: `i${index}` }),
    );
    expect(undatedNotes(selectIncidents(buildQuery({ postmortems })))).toEqual([
      "10 incidents have no readable start and are left out: i0.md, i1.md, i2.md, i3.md, i4.md, i5.md, i6.md, i7.md and 2 more.",
    ]);
  });
});

describe("a window without incidents", () => {
  const later = {
    since: at("2026-07-01T00:00Z"),
    until: at("2026-12-31T00:00Z"),
    prior: null,
  };
  const whenEmpty = (
    postmortems: typeof POSTMORTEMS,
    more: Parameters<typeof buildQuery>[0] = {},
  ) => selectIncidents(buildQuery({ postmortems, window: later, ...more })).whenEmpty;

  test.each([
    ["2026-10-01T00:00Z", "2026-10-01", "3mo"],
    ["2026-06-30T00:00Z", "2026-06-30", "6mo"],
    ["2026-06-29T23:59Z", "2026-06-29", "1y"],
    ["2025-12-31T00:00Z", "2025-12-31", "1y"],
    ["2025-12-30T00:00Z", "2025-12-30", "2y"],
    ["2017-01-01T00:00Z", "2017-01-01", "10y"],
    ["2011-04-05T00:00Z", "2011-04-05", "2011-04-05"],
  ])("newest %s: names it and the step that reaches it", (started, newest, step) => {
    const window = { ...later, since: at("2026-12-01T00:00Z") };
    const query = buildQuery({
      postmortems: [incident("old", "2010-01-01T00:00Z"), incident("new", started)],
      window,
    });
    expect(selectIncidents(query).whenEmpty).toBe(
      `No incidents started between 2026-12-01 and 2026-12-31. Newest: ${newest}; try --since ${step}.`,
    );
  });

  test("counts steps from as-of, from which periods are read", () => {
    const window = { ...later, asOf: at("2028-01-01T00:00Z") };
    expect(whenEmpty([incident("a", "2026-06-14T00:00Z")], { window })).toBe(
      "No incidents started between 2026-07-01 and 2026-12-31. Newest: 2026-06-14; try --since 2y.",
    );
  });

  test("says when all incidents are later", () => {
    expect(
      whenEmpty([incident("a", "2027-02-01T00:00Z"), incident("b", "2027-01-01T00:00Z")]),
    ).toBe(
      "No incidents started between 2026-07-01 and 2026-12-31. Oldest: 2027-01-01; try a later --until.",
    );
  });

  test("says which filter let nothing through, and where it would", () => {
    const postmortems = [
      incident("a", "2026-08-01T00:00Z", { teams: ["payments"], severity: "P1" }),
      incident("b", "2026-09-01T00:00Z", { teams: ["payments"], severity: "P2" }),
      incident("c", "2026-02-01T00:00Z", { teams: ["ledger"], severity: "P1" }),
    ];
    const filters = { teams: ["ledger"], severities: ["P1"] };
    expect(whenEmpty(postmortems, { filters })).toBe(
      "2 incidents started between 2026-07-01 and 2026-12-31, none with team ledger. Newest: 2026-02-01; try --since 1y.",
    );
    const never = { teams: ["solo"], severities: ["P3"] };
    expect(whenEmpty(postmortems, { filters: never })).toBe(
      "2 incidents started between 2026-07-01 and 2026-12-31, none with team (withheld), none with severity P3. None at any other time has team (withheld) and severity P3: `pm list` shows what there is.",
    );
  });

  test("says when filters let nothing through only together", () => {
    const postmortems = [
      incident("a", "2026-08-01T00:00Z", { teams: ["payments"], severity: "P1" }),
      incident("b", "2026-09-01T00:00Z", { teams: ["ledger"], severity: "P2" }),
    ];
    expect(whenEmpty(postmortems, { filters: { teams: ["ledger"], severities: ["P1"] } })).toBe(
      "2 incidents started between 2026-07-01 and 2026-12-31, none with team ledger and severity P1 together. Leave one out: 1 with team ledger, 1 with severity P1. None at any other time has team ledger and severity P1: `pm list` shows what there is.",
    );
  });

  test("says when the only filter lets incidents through, but no gap of theirs", () => {
    const postmortems = [
      incident("a", "2026-08-01T00:00Z", { teams: ["payments"], gaps: ["messaging.ordering"] }),
      incident("b", "2026-09-01T00:00Z", { services: ["payouts"] }),
    ];
    const query = buildQuery({ postmortems, window: later, filters: { teams: ["ledger"] } });
    expect(selectIncidents(query, BY_LACKING).whenEmpty).toBe(
      "2 incidents started between 2026-07-01 and 2026-12-31, none with a gap of team ledger. None at any other time has a gap of team ledger: `pm list` shows what there is.",
    );
  });

  test("says when the filters find nothing at any time", () => {
    const postmortems = [incident("a", "2026-02-01T00:00Z", { teams: ["payments"] })];
    expect(whenEmpty(postmortems, { filters: { teams: ["ledger"] } })).toBe(
      "No incidents started between 2026-07-01 and 2026-12-31. None at any other time has team ledger: `pm list` shows what there is.",
    );
  });

  test("says when there is nothing to read, or nothing with a start", () => {
    expect(whenEmpty([])).toBe("There are no postmortems to read.");
    expect(whenEmpty([buildPostmortem()])).toBe(
      "No incident has a readable start (1 postmortem read): `pm lint` says where to write it.",
    );
    expect(whenEmpty([], { drafts: 2 })).toBe(
      "Everything here is still a draft (2 drafts): --include-drafts counts them, `status: final` in the frontmatter ends a draft.",
    );
  });
});
