import { describe, expect, test } from "vitest";
import { gaps } from "../../src/reports/gaps.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { buildQuery, cells, sectionOf } from "../support/build-query.ts";

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
    expect(rows).toEqual([["messaging.ordering", 1]]);
    expect(report.notes).toContain(
      "2 suggested gaps of 2 postmortems are not confirmed and left out; `pm gaps --include-suggested` counts them too.",
    );
  });

  test("are counted where that is asked, with both counts", () => {
    const options = { by: "competency", evidence: false, "include-suggested": true };
    const report = gaps.build(query, options);
    const keys = ["group", "incidents", "confirmed_incidents"];
    expect(cells(sectionOf(report, "gaps"), keys)).toEqual([["messaging.ordering", 3, 1]]);
    expect(report.notes).toContain(
      "Includes 2 suggested gaps of 2 postmortems that nobody has confirmed. Confirmed: incidents with a gap that is no suggestion.",
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
