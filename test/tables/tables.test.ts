import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openFor } from "../../src/cli/open.ts";
import { confirmedOnly } from "../../src/core/document/confirmed.ts";
import type { FieldValue } from "../../src/core/output/data-table.ts";
import type { Postmortem } from "../../src/core/postmortem.ts";
import { exportable } from "../../src/jobs/export.ts";
import { readFolder } from "../../src/project/read-postmortems.ts";
import type { TableContext } from "../../src/tables/define.ts";
import { tableFiles } from "../../src/tables/files.ts";
import { incidentKeys } from "../../src/tables/incident-keys.ts";
import { TABLES } from "../../src/tables/index.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { buildQuery, TAXONOMY } from "../support/build-query.ts";
import { read } from "../support/context.ts";
import { ROOT } from "../support/root.ts";

function contextOf(postmortems: readonly Postmortem[], withSentences = false): TableContext {
  const keys = incidentKeys(postmortems, {
    ...{ source: "here", pathOf: ({ path }: Postmortem) => path, redact: (text: string) => text },
  });
  return {
    ...{ source: "here", taxonomy: TAXONOMY, interventions: [], timeZone: "UTC", withSentences },
    incidents: postmortems.map((incident, at) => ({
      key: keys[at] ?? "",
      incident,
      confirmed: confirmedOnly(incident),
      isCounted: true,
    })),
  };
}

/** Some columns of a table, row by row. */
function cells(context: TableContext, table: string, columns: readonly string[]) {
  const found = TABLES.find(({ name }) => name === table);
  if (!found) throw new Error(`No table ${table}`);
  const places = columns.map((column) => found.fields.findIndex(({ name }) => name === column));
  expect(places).not.toContain(-1);
  return found.build(context).map(({ values }) => places.map((at) => values[at]));
}

const INCIDENT = buildPostmortem({
  id: "one",
  title: "Checkout stalled",
  services: ["checkout"],
  teams: ["payments", "platform"],
  times: {
    started: "2026-03-31T23:30:00Z",
    detected: "2026-03-31T23:40:00Z",
    diagnosed: "2026-04-01T00:40:30Z",
  },
  gaps: [
    { competency: "messaging.backpressure", kind: "knowledge", evidence: "Lag was misread." },
    { competency: "queues", team: "ledger", confirmed: false },
  ],
  escalations: [
    {
      at: "2026-04-01T00:00:00Z",
      from: "payments",
      to: "platform",
      reason: "expertise",
      competency: "messaging.backpressure",
    },
  ],
  actions: [{ title: "Game day", owner: "platform", due: "2026-05-01", status: "open" }],
  factors: ["Lag was read as a dip."],
});

describe("rows", () => {
  test("of incidents, with durations in minutes and the day in the zone of the folder", () => {
    const context = { ...contextOf([INCIDENT]), timeZone: "Europe/Berlin" };
    const columns = ["incident_key", "started_on", "started_epoch_ms", "time_to_diagnose_minutes"];
    expect(cells(context, "incidents", columns)).toEqual([
      ["here:one", "2026-04-01", Date.parse("2026-03-31T23:30:00Z"), 60.5],
    ]);
  });

  test("of gaps, with the domain of the taxonomy", () => {
    const columns = ["gap_key", "competency", "domain", "is_confirmed", "team", "evidence"];
    expect(cells(contextOf([INCIDENT]), "gaps", columns)).toEqual([
      ["here:one/gap-1", "messaging.backpressure", "queues", true, null, null],
      ["here:one/gap-2", "queues", "queues", false, "ledger", null],
    ]);
  });

  test("of the teams of gaps: who was asked does not lack the skill", () => {
    expect(cells(contextOf([INCIDENT]), "gap_teams", ["gap_key", "role", "team"])).toEqual([
      ["here:one/gap-1", "lacked", "payments"],
      ["here:one/gap-1", "asked", "platform"],
      ["here:one/gap-2", "lacked", "ledger"],
      ["here:one/gap-2", "asked", "platform"],
    ]);
  });

  test("of escalations, with minutes from detection", () => {
    const columns = ["from_team", "to_team", "reason", "detection_to_escalation_minutes"];
    expect(cells(contextOf([INCIDENT]), "escalations", columns)).toEqual([
      ["payments", "platform", "expertise", 20],
    ]);
  });

  test("of actions and factors", () => {
    expect(cells(contextOf([INCIDENT]), "actions", ["title", "owner", "due_on"])).toEqual([
      ["Game day", "platform", "2026-05-01"],
    ]);
    expect(cells(contextOf([INCIDENT]), "factors", ["position", "words", "factor"])).toEqual([
      [1, 6, null],
    ]);
  });

  test("hold sentences only where they were asked for", () => {
    const context = contextOf([INCIDENT], true);
    expect(cells(context, "gaps", ["evidence"])).toEqual([["Lag was misread."], [null]]);
    expect(cells(context, "factors", ["factor"])).toEqual([["Lag was read as a dip."]]);
  });

  test("say only when an incident began of which the times are withheld", () => {
    const built = buildPostmortem({
      times: { started: "2026-03-01T10:00Z", detected: "2026-03-01T10:05Z" },
      statedMinutes: { resolve: 90 },
      escalations: [{ at: "2026-03-01T10:30Z", from: "payments", to: "platform" }],
    });
    const withheld = contextOf([{ ...built, areTimesWithheld: true }]);
    const minutes = ["started_on", "time_to_detect_minutes", "time_to_resolve_minutes"];
    expect(cells(contextOf([built]), "incidents", minutes)).toEqual([["2026-03-01", 5, 90]]);
    expect(cells(withheld, "incidents", minutes)).toEqual([["2026-03-01", null, null]]);
    expect(cells(withheld, "milestones", ["milestone"])).toEqual([["started"]]);
    const escalated = ["at", "detection_to_escalation_minutes"];
    expect(cells(withheld, "escalations", escalated)).toEqual([[null, null]]);
  });

  test("say when the rows of a timeline happened only where times are not withheld", () => {
    const text = "# Q\n\n## Timeline (UTC)\n\n- 2026-03-01 10:05: an alert fires\n";
    const incident = read(text);
    const told = (one: Postmortem) => cells(contextOf([one]), "timeline_rows", ["position", "at"]);
    expect(told(incident)).toEqual([[1, Date.parse("2026-03-01T10:05Z")]]);
    expect(told({ ...incident, areTimesWithheld: true })).toEqual([[1, null]]);
  });

  test("say nothing of when a small team did an action", () => {
    const done = { status: "done" as const, done: "2026-04-01" };
    const actions = [{ owner: "payments", ...done }, { owner: "(small teams)", ...done }, done];
    const built = buildPostmortem({ actions });
    const days = (one: Postmortem) => cells(contextOf([one]), "actions", ["done_on"]).flat();
    expect(days(built)).toEqual(["2026-04-01", null, "2026-04-01"]);
    // Without an owner, it was done by those who worked.
    expect(days({ ...built, areTimesWithheld: true })).toEqual(["2026-04-01", null, null]);
  });

  test("of competencies name their domain", () => {
    expect(
      cells(contextOf([]), "competencies", ["competency", "domain", "is_domain"]),
    ).toContainEqual(["messaging.ordering", "queues", false]);
  });
});

describe("keys", () => {
  const idOf = (id: string, path: string) => buildPostmortem({ id, path });

  test("are the source and the id, and a hash of the path where an id repeats", () => {
    const keys = incidentKeys([idOf("a", "x.md"), idOf("b", "y.md"), idOf("a", "z.md")], {
      source: "s",
      pathOf: ({ path }) => path,
      redact: (text) => text,
    });
    expect(keys).toEqual(["s:a~398842b6", "s:b", "s:a~8195fbfb"]);
  });

  test("tell apart the rows of each table, in the examples", async () => {
    const examples = join(ROOT, "examples");
    const project = await openFor({ dir: examples }, { cwd: examples });
    const read = await readFolder(project, [], ["everything"]);
    const { filters, window } = buildQuery({});
    const request = {
      filters,
      window: { ...window, since: null },
      source: "s",
      withSentences: true,
    };
    const { context } = await exportable(read, project, request);
    for (const { name, key, fields, build } of TABLES) {
      const places = key.map((one) => fields.findIndex((field) => field.name === one));
      const keys = build(context).map(({ values }) =>
        JSON.stringify(places.map((at) => values[at])),
      );
      if (name !== "competency_codes") expect(keys.length, name).toBeGreaterThan(0);
      expect(new Set(keys).size, name).toBe(keys.length);
    }
  });
});

/** What a value of each type is. */
const IS: Readonly<Record<string, (value: FieldValue) => boolean>> = {
  text: (value) => typeof value === "string",
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  date: (value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)),
  instant: (value) => Number.isInteger(value),
};

test("every value is of its column's type, and every name is snake_case and unique", () => {
  for (const { name, fields, build } of TABLES) {
    const names = fields.map((field) => field.name);
    expect(new Set(names).size, name).toBe(names.length);
    for (const one of [name, ...names]) expect(one).toMatch(/^[a-z][a-z0-9_]*$/);
    for (const { values } of build(contextOf([INCIDENT], true))) {
      for (const [at, { type }] of fields.entries()) {
        const value = values[at] ?? null;
        expect(value === null || IS[type]?.(value), `${name}.${names[at] ?? ""}`).toBe(true);
      }
    }
  }
});

test("files are one for each table, or one for each month of incidents", () => {
  const undated = buildPostmortem({ id: "two" });
  const context = contextOf([INCIDENT, undated]);
  expect(tableFiles(context, false).map(({ path }) => path)).toEqual(
    TABLES.map(({ name }) => name),
  );
  const paths = tableFiles(context, true).flatMap(({ path, rows }) =>
    path.startsWith("incidents") || path === "teams" ? [[path, rows.length]] : [],
  );
  expect(paths).toEqual([
    ["incidents/started_month=2026-03/rows", 1],
    ["incidents/started_month=__HIVE_DEFAULT_PARTITION__/rows", 1],
    ["teams", TAXONOMY.teams.length],
  ]);
});
