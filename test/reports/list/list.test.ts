import { expect, test } from "vitest";
import { list } from "../../../src/reports/list/list.ts";
import { buildPostmortem } from "../../support/build-postmortem.ts";
import { buildQuery, cells } from "../../support/build-query.ts";

const OLD = buildPostmortem({
  id: "old",
  title: "Queue full",
  status: "final",
  severity: "P1",
  services: ["checkout"],
  teams: ["payments", "solo"],
  times: { started: "2026-01-05T10:00Z" },
  statedMinutes: { diagnose: 79 },
  gaps: ["messaging.backpressure", "messaging.backpressure"],
});
const NEW = buildPostmortem({ id: "new", times: { started: "2026-03-01T10:00Z" } });
const UNDATED = buildPostmortem({ id: "undated", status: "draft" });

const EVER = { since: null, until: Date.parse("2026-07-01T00:00Z"), prior: null };
const query = (over = {}) => buildQuery({ postmortems: [OLD, UNDATED, NEW], ...over });

test("lists the newest first, one row each", () => {
  const { sections, subtitle } = list.build(query(), {});
  expect(sections[0]?.rows).toEqual([
    ["2026-03-01", null, [], [], null, "new", null, [], null, "new.md"],
    [
      ...["2026-01-05", "P1", ["checkout"], ["(withheld)", "payments"], "Queue full", "old", 79],
      ...[["messaging.backpressure"], "final", "old.md"],
    ],
  ]);
  expect(subtitle).toBe("2026-01-05 to 2026-03-01 · 2 incidents");
});

test("minutes that are withheld are left out", () => {
  const small = { ...OLD, areTimesWithheld: true as const };
  const { sections } = list.build(buildQuery({ postmortems: [small] }), {});
  expect(sections[0] && cells(sections[0], ["time_to_diagnose_minutes"])).toEqual([[null]]);
});

test("without a beginning, those without a date come last", () => {
  const all = { "include-drafts": true };
  const { sections, notes } = list.build(query({ window: EVER }), all);
  expect(sections[0]?.rows.map((row) => row.at(-1))).toEqual(["new.md", "old.md", "undated.md"]);
  expect(notes).toEqual([]);
});

test("drafts are left out, and counted", () => {
  const { sections, notes } = list.build(query({ window: EVER }), {});
  expect(sections[0]?.rows.map((row) => row.at(-1))).toEqual(["new.md", "old.md"]);
  expect(notes).toEqual(["1 draft is left out; --include-drafts counts it."]);
});

test("an index written on another day is the same", () => {
  const later = { ...EVER, until: EVER.until + 86_400_000 };
  expect(list.build(query({ window: later }), {})).toEqual(list.build(query({ window: EVER }), {}));
});

test("filters narrow it", () => {
  const filters = { ...query().filters, severities: ["P1"] };
  const { sections, subtitle } = list.build(query({ filters }), {});
  expect(sections[0]?.rows.length).toBe(1);
  expect(subtitle).toBe("2026-01-05 to 2026-01-05 · 1 incident · severity P1");
});
