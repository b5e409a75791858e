import { describe, expect, test } from "vitest";
import type { Postmortem } from "../../../src/core/postmortem.ts";
import { conditions } from "../../../src/reports/conditions/conditions.ts";
import { buildPostmortem } from "../../support/build-postmortem.ts";
import { buildQuery, cells, sectionOf } from "../../support/build-query.ts";

const QUEUES = "messaging.backpressure";

/** Incidents of 2026 with a trigger and a gap each; started on a Thursday at 10:00 UTC. */
function incidents(count: number, trigger: string | undefined, competency?: string, day = "01") {
  return Array.from({ length: count }, (_one, at): Postmortem =>
    buildPostmortem({
      id: `${trigger ?? "none"}-${competency ?? "none"}-${day}-${at}`,
      title: `Incident ${trigger ?? ""} ${competency ?? ""} ${day} ${at}`,
      ...(trigger === undefined ? {} : { trigger }),
      times: { started: `2026-01-${day}T10:00:00Z` },
      gaps: competency === undefined ? [] : [competency],
    }),
  );
}

function rowsOf(
  postmortems: readonly Postmortem[],
  options: Readonly<Record<string, unknown>> = {},
  filters = {},
) {
  const query = buildQuery({ postmortems, filters });
  const report = conditions.build(query, { by: "domain", all: true, ...options });
  const section = sectionOf(report, "conditions");
  const keys = [
    "group",
    "condition",
    "value",
    "incidents",
    "incidents_n",
    "other_incidents",
    "other_incidents_n",
    "answer",
  ];
  return { report, rows: cells(section, keys) };
}

/** Deploys come before queue incidents, config before all others. */
const APART = [...incidents(10, "deploy", QUEUES), ...incidents(12, "config")];

describe("pm conditions", () => {
  test("says that conditions are withheld where only too few people worked", () => {
    const says = "No figure includes the times or conditions of incidents";
    const said = (postmortems: readonly Postmortem[]) =>
      rowsOf(postmortems).report.notes.filter((note) => note.startsWith(says)).length;
    expect(said(APART)).toBe(0);
    expect(said(APART.map((one) => ({ ...one, areTimesWithheld: true as const })))).toBe(1);
  });

  test("tells what came more often, and what less, than before other incidents", () => {
    const { rows, report } = rowsOf(APART);
    expect(rows.filter(([, condition]) => condition === "trigger")).toEqual([
      ["queues", "trigger", "config", 0, 10, 12, 12, "less often"],
      ["queues", "trigger", "deploy", 10, 10, 0, 12, "more often"],
    ]);
    // All started at the same hour of the same weekday.
    expect(rows.filter(([, condition]) => condition !== "trigger")).toEqual([
      ["queues", "weekday", "Thursday", 10, 10, 12, 12, "cannot tell"],
      ["queues", "hour", "06–12", 10, 10, 12, 12, "cannot tell"],
    ]);
    expect(sectionOf(report, "conditions").finding).toBe(
      "trigger deploy came more often before incidents that lacked queues",
    );
  });

  test("without --all shows what is told, else what comes closest", () => {
    expect(rowsOf(APART, { all: false }).rows.map(([, , value]) => value)).toEqual([
      "config",
      "deploy",
    ]);
    const alike = [
      ...incidents(4, "deploy", QUEUES),
      ...incidents(4, "deploy"),
      ...incidents(1, "config"),
    ];
    const { rows, report } = rowsOf(alike, { all: false });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.at(-1)).toBe("cannot tell");
    expect(report.notes.join("\n")).toMatch(
      /3 comparisons, of which 0 are more than chance .* --all shows each\./,
    );
  });

  test("what is not stated, or unknown, is in no share", () => {
    const { rows } = rowsOf([
      ...APART,
      ...incidents(3, undefined, QUEUES, "08"),
      ...incidents(2, "unknown", undefined, "08"),
    ]);
    expect(rows.find(([, , value]) => value === "deploy")).toEqual([
      "queues",
      "trigger",
      "deploy",
      10,
      10,
      0,
      12,
      "more often",
    ]);
  });

  test("with too few incidents, or too few others, it cannot tell and says for what", () => {
    const { rows, report } = rowsOf([...incidents(2, "deploy", QUEUES), ...incidents(9, "config")]);
    expect(rows).toEqual([]);
    expect(report.notes.join("\n")).toContain(
      "Cannot tell for 1 domain with fewer than 3 incidents, or fewer than 3 others: queues.",
    );
  });

  test("by competency, and for one alone", () => {
    const both = [...APART, ...incidents(5, "config", "observability.tracing", "15")];
    const groupsOf = (filters: object) => {
      const { rows } = rowsOf(both, { by: "competency" }, filters);
      return [...new Set(rows.map(([group]) => group))];
    };
    expect(groupsOf({})).toEqual([QUEUES, "observability.tracing"]);
    expect(groupsOf({ competencies: ["observability"] })).toEqual(["observability.tracing"]);
  });

  test("chance alone is hardly ever told", () => {
    const halves = (at: number) => (at % 2 === 0 ? "deploy" : "config");
    const mixed = Array.from({ length: 40 }, (_one, at) =>
      incidents(
        1,
        halves(at),
        at % 4 < 2 ? QUEUES : undefined,
        String(1 + (at % 28)).padStart(2, "0"),
      ),
    ).flat();
    expect(
      rowsOf(mixed)
        .rows.filter(([, condition]) => condition === "trigger")
        .map((row) => row.at(-1)),
    ).toEqual(["cannot tell", "cannot tell"]);
  });
});
