import fc from "fast-check";
import { expect, test } from "vitest";
import { judge, type Spread } from "../../../src/reports/gaps/verdict.ts";

const THRESHOLDS = {
  systemicIncidents: 3,
  systemicContexts: 2,
  emergingIncidents: 2,
  extendedDiagnosisMinutes: 60,
  smallCount: 5,
};

function spread(incidents: number, teams: number, services: number, prior: number | null): Spread {
  return { incidents, teams, services, prior };
}

test.each([
  ["several teams", spread(4, 3, 1, 2), "systemic", "4 incidents (≥3), 3 teams (≥2)"],
  ["several services", spread(3, 1, 2, 2), "systemic", "3 incidents (≥3), 2 services (≥2)"],
  ["new and wide", spread(3, 2, 2, 0), "systemic", "3 incidents (≥3), 2 teams (≥2)"],
  ["new and often", spread(3, 1, 1, 0), "emerging", "3 incidents (≥2), none in the prior window"],
  ["new and twice", spread(2, 2, 2, 0), "emerging", "2 incidents (≥2), none in the prior window"],
  ["one context", spread(3, 1, 1, 1), "local", "3 incidents (≥3), 1 team and 1 service (<2)"],
  ["no context", spread(3, 0, 0, 1), "unknown", "3 incidents, no team or service recorded"],
  ["twice, no context", spread(2, 0, 0, 1), "unknown", "2 incidents, no team or service recorded"],
  ["new, no context", spread(2, 0, 0, 0), "emerging", "2 incidents (≥2), none in the prior window"],
  ["twice", spread(2, 2, 2, 1), "local", "2 incidents (<3)"],
  ["twice, nothing prior", spread(2, 2, 2, null), "local", "2 incidents (<3)"],
  ["once", spread(1, 4, 4, 0), "too few", "1 incident (<2)"],
])("%s", (_, seen, verdict, rule) => {
  expect(judge(seen, THRESHOLDS)).toEqual({ verdict, rule });
});

test("thresholds are the query's", () => {
  const thresholds = {
    ...THRESHOLDS,
    systemicIncidents: 5,
    systemicContexts: 3,
    emergingIncidents: 4,
  };
  expect(judge(spread(4, 3, 3, 0), thresholds)).toEqual({
    verdict: "emerging",
    rule: "4 incidents (≥4), none in the prior window",
  });
  expect(judge(spread(3, 3, 3, 0), thresholds).verdict).toBe("local");
  expect(judge(spread(5, 2, 3, 0), thresholds)).toEqual({
    verdict: "systemic",
    rule: "5 incidents (≥5), 3 services (≥3)",
  });
});

test("nothing is emerging that the prior window had, or that none could have had", () => {
  const counts = fc.nat({ max: 6 });
  const priors = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null });
  fc.assert(
    fc.property(counts, counts, counts, priors, (incidents, teams, services, prior) => {
      const { verdict } = judge(spread(incidents, teams, services, prior), THRESHOLDS);
      expect(verdict).not.toBe("emerging");
    }),
  );
});
