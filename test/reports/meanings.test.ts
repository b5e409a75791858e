import { expect, test } from "vitest";
import { explainedReport } from "../../src/reports/explain/explain.ts";
import { REPORTS } from "../../src/reports/index.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { buildQuery, cells, sectionOf } from "../support/build-query.ts";

const POSTMORTEMS = [buildPostmortem({ times: { started: "2026-03-01T00:00Z" } })];

// Columns of one key whose meaning is not the same in all reports.
test.each([
  ["list", "incidents", "teams", /^Teams that responded/],
  ["gaps", "gaps", "teams", /^Teams that lacked it/],
  ["impact", "impact", "teams", /^Teams that it was for/],
  ["actions", "owners", "done", /^Actions that are done/],
  ["actions", "effects", "done", /^The day on which/],
  ["gaps", "gaps", "group", /as --by says/],
  ["trends", "services", "group", /^The service, trigger/],
  ["trends", "between", "group", /^The service, trigger/],
  ["trends", "funnel", "group", /^The service, trigger/],
  ["gaps", "gaps", "change", /Fisher/],
  ["ttd", "durations", "change", /rank-sum/],
] as const)("%s, %s: %s is explained as it is there", (name, section, key, expected) => {
  const report = REPORTS.find((one) => one.name === name);
  if (!report) throw new Error(name);
  const { window } = buildQuery({});
  const query = buildQuery({
    postmortems: POSTMORTEMS,
    window: { ...window, reference: "prior" },
    interventions: [],
  });
  const explained = sectionOf(explainedReport(report.build(query, {})), section);
  const rows = cells(explained, ["key", "meaning"]);
  expect(rows.find(([one]) => one === key)?.[1]).toMatch(expected);
});
