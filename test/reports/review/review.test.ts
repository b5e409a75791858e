import { expect, test } from "vitest";
import type { ReviewDecision } from "../../../src/core/settings/review-decision.ts";
import type { Query } from "../../../src/reports/define.ts";
import { review } from "../../../src/reports/review/review.ts";
import { buildPostmortem } from "../../support/build-postmortem.ts";
import { buildQuery } from "../../support/build-query.ts";

/** June 2026, seen from July, with May before it. */
const JUNE = {
  since: Date.parse("2026-06-01T00:00Z"),
  until: Date.parse("2026-07-01T00:00Z"),
  prior: { since: Date.parse("2026-05-01T00:00Z"), until: Date.parse("2026-06-01T00:00Z") },
  asOf: Date.parse("2026-07-10T00:00Z"),
};

function incident(id: string, started: string, gaps: readonly string[]) {
  const statedMinutes = { diagnose: 90, resolve: 120 };
  return buildPostmortem({ id, severity: "P1", times: { started }, statedMinutes, gaps });
}

const POSTMORTEMS = [
  incident("may", "2026-05-10T00:00Z", ["messaging.backpressure", "messaging.ordering"]),
  incident("june", "2026-06-10T00:00Z", ["messaging.backpressure", "observability.tracing"]),
  buildPostmortem({
    id: "waiting",
    times: { started: "2026-06-20T00:00Z" },
    gaps: [{ competency: "observability.tracing", confirmed: false }],
  }),
];

function decided(over: Partial<ReviewDecision>): ReviewDecision {
  const unknown = { owner: null, due: null, competency: null } as const;
  return { review: "2026-05", decision: "Game day", state: "open", ...unknown, ...over };
}

function sectionOf(
  key: string,
  decisions: readonly ReviewDecision[] = [],
  more: Partial<Query> = {},
) {
  const asked = buildQuery({ postmortems: POSTMORTEMS, window: JUNE });
  const query = { ...asked, decisions, ...more };
  const found = review.build(query, { "include-drafts": false });
  return found.sections.find((section) => section.key === key);
}

test("says what happened, of what severity and for how long", () => {
  expect(sectionOf("happened")?.rows).toEqual([
    ["P1", 1, 90, 120, 0],
    ["(not stated)", 1, null, null, 1],
  ]);
});

test("tells gaps that are new, continuing and gone", () => {
  expect(sectionOf("gap_states")?.rows.map((row) => row.slice(0, 5))).toEqual([
    ["new", "observability.tracing", 1, 0, 1],
    ["continuing", "messaging.backpressure", 1, 1, 2],
    ["gone", "messaging.ordering", 0, 1, 1],
  ]);
});

test("judges a gap that only names a domain by the gaps that name no more", () => {
  const postmortems = [
    incident("may", "2026-05-10T00:00Z", ["messaging.backpressure"]),
    incident("early-june", "2026-06-10T00:00Z", ["messaging.ordering"]),
    incident("june", "2026-06-12T00:00Z", ["queues"]),
  ];
  const query = buildQuery({ postmortems, window: JUNE });
  const { sections } = review.build(query, { "include-drafts": false });
  const rows = sections.find(({ key }) => key === "gap_states")?.rows ?? [];
  expect(rows.map((row) => [row[1], row[4], row[5]])).toEqual([
    ["messaging.ordering", 1, "too few"],
    ["queues", 1, "too few"],
    ["messaging.backpressure", 1, "too few"],
  ]);
});

test("lists the pending proposals, which count nowhere else", () => {
  expect(sectionOf("waiting")?.rows).toEqual([[null, "waiting", 1, 0, "waiting.md"]]);
});

test("says how many suggestions of the prose nobody has reviewed", () => {
  const proposals = [
    { path: "may.md", type: "gap" },
    { path: "may.md", type: "escalation" },
    { path: "june.md", type: "gap" },
    { path: "elsewhere.md", type: "gap" },
  ] as const;
  const prose =
    "3 suggestions from the prose of 2 postmortems are not yet reviewed: `pm suggest --interactive --write` walks through them.";
  expect(sectionOf("waiting", [], { proposals })?.notes).toEqual([prose]);
  const written = "No suggestion that was written into a document awaits confirmation.";
  const none = { postmortems: POSTMORTEMS.slice(0, 2) };
  const emptyOf = (more: Partial<Query>) =>
    sectionOf("waiting", [], { ...none, ...more })?.whenEmpty;
  expect(emptyOf({ proposals })).toBe(`${written} ${prose}`);
  expect(emptyOf({ proposals: [] })).toBe(written);
  expect(emptyOf({})).toBe(
    `${written} \`pm suggest\` shows what their prose suggests beyond that.`,
  );
});

test("raises questions, each with its figure", () => {
  expect(sectionOf("questions")?.rows).toContainEqual([
    "What would make messaging.backpressure stop coming back?",
    "missing again; 2 incidents so far",
    "Gaps: new, continuing, gone",
  ]);
});

test("carries open decisions over, and none of a later review", () => {
  const decisions = [
    decided({ owner: "platform", due: "2026-07-01", competency: "messaging.backpressure" }),
    decided({ review: "2026-01", decision: "Old and done", state: "done" }),
    decided({ review: "2026-04", decision: "Somebody's", owner: "ada" }),
    decided({ review: "2026-07", decision: "Later" }),
  ];
  expect(sectionOf("decisions", decisions)?.rows).toEqual([
    ["2026-05", "Game day", "platform", "2026-07-01", 9, "messaging.backpressure", "open"],
    ["2026-04", "Somebody's", "(unlisted)", null, null, null, "open"],
  ]);
});

test("without decisions, says where they are written", () => {
  expect(sectionOf("decisions")?.whenEmpty).toBe(
    "No decision is recorded. Write those of this review to reviews/2026-06.yaml, beside pm.yaml.",
  );
});

test("claims nothing of what no document says", () => {
  const silent = ["a", "b"].map((id) =>
    buildPostmortem({
      ...{
        id,
        times: { started: "2026-06-05T10:00Z" },
        actions: [{ title: "Later", owner: "payments" }],
      },
    }),
  );
  const timed = buildPostmortem({
    ...{ id: "c", times: { started: "2026-06-06T10:00Z" }, statedMinutes: { resolve: 30 } },
  });
  const built = review.build(buildQuery({ postmortems: [...silent, timed] }), {});
  const of = (key: string) => built.sections.find((one) => one.key === key);
  expect(of("happened")?.finding).toBe(
    "3 incidents, 30 min in all until resolved in the 1 with a known time; 0 in the window before",
  );
  expect(of("extended")?.whenEmpty).toBe("The time to diagnose is known for none of 3 incidents.");
  expect(of("open")?.whenEmpty).toMatch(/^None of 2 is overdue, or due by 2026-\d\d-\d\d\.$/u);
  expect(of("questions")?.rows.map(([, figure]) => figure)).toContain(
    of("documents")?.finding ?? "",
  );
});
