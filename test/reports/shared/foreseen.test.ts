import { describe, expect, test } from "vitest";
import type { ForeseenGap } from "../../../src/core/document/foreseen.ts";
import type { Report } from "../../../src/core/table.ts";
import { gaps } from "../../../src/reports/gaps/gaps.ts";
import { plan } from "../../../src/reports/plan/plan.ts";
import { buildPostmortem } from "../../support/build-postmortem.ts";
import { buildQuery, cells, sectionOf } from "../../support/build-query.ts";

const QUEUES = "messaging.backpressure";

const POSTMORTEMS = [
  buildPostmortem({ id: "a", times: { started: "2026-01-10T10:00Z" }, gaps: [QUEUES] }),
  buildPostmortem({ id: "b", times: { started: "2026-03-10T10:00Z" }, gaps: [QUEUES] }),
];

function foreseen(competency: string, date: string, team: string | null = null): ForeseenGap {
  return { source: "migration", competency, date, team };
}

const FORESEEN: readonly ForeseenGap[] = [
  foreseen(QUEUES, "2026-02-01", "payments"),
  foreseen(QUEUES, "2026-02-20", "ledger"),
  { ...foreseen("observability.tracing", "2026-04-01"), source: "code-review" },
  foreseen(QUEUES, "2025-12-31"),
  foreseen(QUEUES, "2026-07-01"),
];

const build = (report: typeof gaps, filters = {}, given = FORESEEN): Report =>
  report.build(buildQuery({ postmortems: POSTMORTEMS, foreseen: given, filters }), {
    ...{ by: "competency", "judge-on": null },
  });

describe.each([
  ["gaps", gaps],
  ["plan", plan],
])("pm %s", (name, report) => {
  test("shows what was foreseen in the window, also where no incident had it", () => {
    const section = sectionOf(build(report), "foreseen");
    const keys = [
      "competency",
      "foreseen_by",
      "foreseen",
      "team_names",
      "foreseen_last",
      "incidents",
    ];
    expect(cells(section, keys)).toEqual([
      // Only the second incident came after it was foreseen.
      [QUEUES, "migration", 2, ["ledger", "payments"], "2026-02-20", 1],
      ["observability.tracing", "code-review", 1, [], "2026-04-01", 0],
    ]);
  });

  test("changes no other figure", () => {
    const [main] = build(report).sections;
    const [without] = build(report, {}, []).sections;
    const keys = without?.columns.map(({ key }) => key) ?? [];
    expect(main && cells(main, keys)).toEqual(without?.rows);
    expect(main?.columns.map(({ key }) => key).filter((key) => !keys.includes(key))).toEqual([
      "foreseen",
    ]);
    expect(build(report, {}, []).sections.map(({ key }) => key)).not.toContain("foreseen");
    expect(name === "gaps" ? main && cells(main, ["foreseen"]) : [[2], [2]]).toEqual([[2], [2]]);
  });

  test("follows the filters", () => {
    const only = build(report, { competencies: ["queues"], teams: ["payments"] });
    expect(only.sections.find(({ key }) => key === "foreseen")?.rows.map((row) => row[2])).toEqual([
      1,
    ]);
  });
});
