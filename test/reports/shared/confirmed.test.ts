import { describe, expect, test } from "vitest";
import { escalations } from "../../../src/reports/escalations/escalations.ts";
import { gaps } from "../../../src/reports/gaps/gaps.ts";
import { signal } from "../../../src/reports/signal/signal.ts";
import { buildPostmortem } from "../../support/build-postmortem.ts";
import { buildQuery, cells, sectionOf } from "../../support/build-query.ts";

function incident(id: string, confirmed: boolean) {
  const started = "2026-03-01T00:00:00Z";
  return buildPostmortem({
    id,
    times: { started },
    gaps: [{ competency: "messaging.ordering", confirmed }],
  });
}

const query = buildQuery({
  postmortems: [incident("a", true), incident("b", false), incident("c", false)],
});

describe("gaps that nobody has confirmed", () => {
  test("are in no count, and a note says how many were left out", () => {
    const report = gaps.build(query, { by: "competency", evidence: false });
    const rows = cells(sectionOf(report, "gaps"), ["group", "incidents"]);
    expect(rows.at(-1)).toEqual(["messaging.ordering", 1]);
    expect(report.notes).toContain(
      "2 suggested gaps of 2 postmortems are not confirmed and left out; `pm gaps --include-suggested` counts them too.",
    );
  });

  test("are counted where that is asked, with both counts", () => {
    const options = { by: "competency", evidence: false, "include-suggested": true };
    const report = gaps.build(query, options);
    const keys = ["group", "incidents", "confirmed_incidents"];
    expect(cells(sectionOf(report, "gaps"), keys).at(-1)).toEqual(["messaging.ordering", 3, 1]);
    expect(report.notes).toContain(
      "Includes 2 suggested gaps of 2 postmortems that nobody has confirmed. Confirmed: incidents with a confirmed gap.",
    );
  });

  test("are not spoken of where there is none", () => {
    const report = gaps.build(buildQuery({ postmortems: [incident("a", true)] }), {
      by: "competency",
      evidence: false,
    });
    expect(report.notes.join()).not.toContain("suggested");
  });
});

function handOver(id: string, confirmed: boolean) {
  return buildPostmortem({
    id,
    services: ["checkout"],
    times: { started: "2026-03-01T00:00:00Z" },
    escalations: [{ to: "platform", competency: "messaging.ordering", confirmed }],
  });
}

describe("escalations that nobody has confirmed", () => {
  const asked = buildQuery({
    postmortems: [handOver("a", true), handOver("b", false), handOver("c", false)],
  });

  test("are in no table, and a note says how many were left out", () => {
    const report = escalations.build(asked, {});
    const rows = (key: string, column: string) => cells(sectionOf(report, key), [column]);
    expect(rows("edges", "incidents")).toEqual([[1]]);
    expect(rows("sought", "incidents")).toEqual([[1]]);
    expect(rows("coverage", "incidents_with_other_teams")).toEqual([[1]]);
    expect(sectionOf(report, "single_points").notes).toEqual([
      "1 more was asked for in one incident only, which is too few to tell.",
    ]);
    expect(report.notes).toContain(
      "2 suggested escalations of 2 postmortems are not confirmed and left out; `pm escalations --include-suggested` counts them too.",
    );
  });

  test("are in every table where that is asked, with both counts", () => {
    const report = escalations.build(asked, { "include-suggested": true });
    const both = (key: string, column = "incidents") =>
      cells(sectionOf(report, key), [column, "confirmed_incidents"]);
    expect(both("edges")).toEqual([[3, 1]]);
    expect(both("sought")).toEqual([[3, 1]]);
    expect(both("coverage", "incidents_with_other_teams")).toEqual([[3, 1]]);
    expect(both("single_points")).toEqual([[3, 1]]);
    expect(report.notes).toContain(
      "Includes 2 suggested escalations of 2 postmortems that nobody has confirmed. Confirmed: incidents with a confirmed escalation.",
    );
  });

  test("earn no point of a score", () => {
    const report = signal.build(asked, {});
    expect(report.notes.join()).toContain("2 incidents record no escalations");
    expect(report.notes.join()).toContain("`pm escalations --include-suggested` counts them too.");
  });

  test("are told together with gaps by a report that looks at both", () => {
    const postmortems = [incident("a", false), handOver("b", false)];
    const report = escalations.build(buildQuery({ postmortems }), {});
    expect(report.notes).toContain(
      "1 suggested gap and 1 suggested escalation of 2 postmortems are not confirmed and left out; `pm gaps --include-suggested` and `pm escalations --include-suggested` count them too.",
    );
  });
});
