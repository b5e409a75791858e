import { expect, test } from "vitest";
import { listReport } from "../../src/taxonomy/list.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { cells, sectionOf, TAXONOMY } from "../support/build-query.ts";

const postmortems = [
  buildPostmortem({
    id: "a",
    services: ["checkout"],
    teams: ["payments", "solo"],
    severity: "P1",
    gaps: ["messaging.backpressure", "messaging.backpressure", "messaging.ordering"],
  }),
  buildPostmortem({
    id: "b",
    services: ["checkout", "kafka"],
    severity: "P1",
    escalations: [{ from: "payments", to: "platform", competency: "messaging.backpressure" }],
  }),
];

const NONE: ReadonlySet<string> = new Set();
const query = {
  ...{ taxonomy: TAXONOMY, taxonomyName: "taxonomy.yaml", postmortems, domain: null },
  uncounted: { teams: NONE, services: NONE },
};

test("counts incidents, a domain's with those of its competencies", () => {
  const section = sectionOf(listReport(query), "competencies");
  expect(cells(section, ["id", "domain", "incidents"])).toEqual([
    ["queues", "queues", 2],
    ["messaging.backpressure", "queues", 2],
    ["messaging.ordering", "queues", 1],
    ["observability", "observability", 0],
    ["observability.tracing", "observability", 0],
  ]);
});

test("a team of one has no figure, and owns nothing by name", () => {
  const services = [...TAXONOMY.services, { ...TAXONOMY.services[0], id: "cron", owner: "solo" }];
  const report = listReport({
    ...query,
    taxonomy: {
      ...TAXONOMY,
      services: services.map((one) => ({ name: "", description: "", aliases: [], ...one })),
    },
  });
  const teams = sectionOf(report, "teams");
  expect(cells(teams, ["id", "incidents"])).toEqual([
    ["payments", 2],
    ["ledger", 0],
    ["platform", 1],
    ["solo", null],
  ]);
  expect(teams.notes).toEqual([
    "Teams that reports do not show on their own have no figure here (1 team).",
  ]);
  expect(cells(sectionOf(report, "services"), ["id", "incidents", "owner"])).toEqual([
    ["checkout", 2, "payments"],
    ["payouts", 0, "ledger"],
    ["kafka", 1, "platform"],
    ["cron", 0, "(withheld)"],
  ]);
});

test("teams and services that no report shows on their own have no figure", () => {
  const uncounted = { teams: new Set(["platform"]), services: new Set(["kafka"]) };
  const report = listReport({ ...query, uncounted });
  expect(cells(sectionOf(report, "teams"), ["id", "incidents"])).toEqual([
    ["payments", 2],
    ["ledger", 0],
    ["platform", null],
    ["solo", null],
  ]);
  expect(sectionOf(report, "teams").notes).toEqual([
    "Teams that reports do not show on their own have no figure here (2 teams).",
  ]);
  expect(cells(sectionOf(report, "services"), ["id", "incidents"])).toEqual([
    ["checkout", 2],
    ["payouts", 0],
    ["kafka", null],
  ]);
});

test("has a section for each list", () => {
  expect(listReport(query).sections.map(({ key, rows }) => [key, rows.length])).toEqual([
    ["competencies", 5],
    ["teams", 4],
    ["services", 3],
    ["severities", 3],
    ["kinds", 3],
    ["triggers", 2],
    ["causes", 0],
    ["detection_sources", 2],
  ]);
});

test("--domain shows its competencies alone", () => {
  const report = listReport({ ...query, domain: "queues" });
  expect(report.subtitle).toBe("taxonomy.yaml · 2 incidents · domain queues");
  expect(report.sections.map(({ key }) => key)).toEqual(["competencies"]);
  expect(cells(sectionOf(report, "competencies"), ["id"]).flat()).toEqual([
    "queues",
    "messaging.backpressure",
    "messaging.ordering",
  ]);
});

test("without documents the uses are not known, rather than none", () => {
  const report = listReport({ ...query, postmortems: null });
  expect(cells(sectionOf(report, "severities"), ["id", "incidents"])[0]).toEqual(["P1", null]);
  expect(report.subtitle).toBe("taxonomy.yaml");
});
