import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Spread } from "../../../src/reports/gaps/spread.ts";
import { judge } from "../../../src/reports/gaps/verdict.ts";
import { type ShareChange, shareChanges } from "../../../src/reports/shared/share-change.ts";

const THRESHOLDS = {
  systemicIncidents: 3,
  systemicShare: 0.1,
  systemicContexts: 2,
  emergingIncidents: 2,
  extendedDiagnosisMinutes: 60,
  smallCount: 5,
};

/** Incidents of a window, the teams that lacked it, and the most incidents of one of them. */
function spread(incidents: number, of: number, contexts: number, mostInOne: number): Spread {
  const whole = { incidents, of, located: incidents };
  return { ...whole, contexts, mostInOne, hidden: 0, mostInOneHidden: 0, isMostHidden: false };
}

const RISING: ShareChange = {
  now: { count: 10, of: 11 },
  before: { count: 0, of: 11 },
  direction: "rising",
  p: 0.0004,
  rows: 20,
};

test.each([
  [
    "often, widely and surely",
    spread(4, 11, 3, 2),
    "systemic",
    "4 of 11 incidents (≥ 3), 36 % (≥ 10 %), chance 0.2 % if it were 5 % (≤ 5 %), 3 teams with an incident of their own (≥ 2), 2 outside the most affected team (≥ 2)",
  ],
  [
    "one team may account for it",
    spread(4, 11, 2, 4),
    "local",
    "4 incidents, all of which one team may account for",
  ],
  [
    "a second team once",
    spread(4, 11, 2, 3),
    "recurring",
    "4 incidents, 2 teams with an incident of their own; not systemic: 1 outside the most affected team (not ≥ 2)",
  ],
  [
    "often, but a small share of many",
    spread(12, 400, 6, 2),
    "recurring",
    "12 incidents, 6 teams with an incident of their own; not systemic: 3 % (not ≥ 10 %), chance 98 % if it were 5 % (not ≤ 5 %), 10 outside the most affected team (not ≥ 20)",
  ],
  [
    "a share that chance may give",
    spread(3, 20, 3, 1),
    "recurring",
    "3 incidents, 3 teams with an incident of their own; not systemic: chance 7.5 % if it were 5 % (not ≤ 5 %)",
  ],
  [
    "twice in one team",
    spread(2, 11, 1, 2),
    "local",
    "2 incidents, all of which one team may account for",
  ],
  ["once", spread(1, 11, 4, 1), "too few", "1 incident (<2)"],
])("%s", (_, seen, verdict, rule) => {
  expect(judge(seen, null, THRESHOLDS)).toEqual({ kind: verdict, verdict, rule });
});

describe("incidents that do not say whose it was", () => {
  test("all of them", () => {
    const seen = { ...spread(3, 11, 0, 0), located: 0 };
    expect(judge(seen, null, THRESHOLDS)).toMatchObject({
      verdict: "unknown",
      rule: "3 incidents, 3 of which name no team, and no service with an owner",
    });
  });

  test("some, so that the one team that is named need not be the only one", () => {
    const seen = { ...spread(3, 11, 1, 2), located: 2 };
    expect(judge(seen, null, THRESHOLDS).verdict).toBe("unknown");
  });
});

describe("incidents of one team that is not shown", () => {
  test.each([
    ["all", 4, 4, 4, "4 incidents, all in teams that are not shown"],
    ["all but one", 4, 3, 3, "4 incidents, 3 of them in teams that are not shown"],
    ["all but one of another such", 4, 4, 3, "4 incidents, all in teams that are not shown"],
  ])("%s: no verdict, not even on a rise", (_, incidents, hidden, mostInOneHidden, rule) => {
    const of = { hidden, mostInOneHidden, isMostHidden: true };
    const seen = { ...spread(incidents, 11, 2, mostInOneHidden), ...of };
    const judgement = { kind: "unknown", verdict: "unknown", rule };
    expect(judge(seen, null, THRESHOLDS)).toEqual(judgement);
    expect(judge(seen, RISING, THRESHOLDS)).toEqual(judgement);
  });

  test("beside two of a team that is shown, there is one, without their number", () => {
    const seen = { ...spread(5, 11, 2, 3), hidden: 3, mostInOneHidden: 3, isMostHidden: true };
    expect(judge(seen, null, THRESHOLDS)).toMatchObject({
      verdict: "systemic",
      rule: expect.stringMatching(/, enough outside the most affected team \(≥ 2\)$/) as string,
    });
    const rare = { ...seen, of: 100 };
    expect(judge(rare, null, THRESHOLDS)).toMatchObject({
      verdict: "recurring",
      rule: expect.stringMatching(
        /, too few outside the most affected team \(not ≥ 5\)$/,
      ) as string,
    });
  });

  test("one of them is no pattern of theirs", () => {
    const hidden = { hidden: 1, mostInOneHidden: 1, isMostHidden: true };
    expect(judge({ ...spread(1, 11, 1, 1), ...hidden }, null, THRESHOLDS).verdict).toBe("too few");
    const two = { ...spread(2, 11, 2, 1), ...hidden, isMostHidden: false };
    expect(judge(two, null, THRESHOLDS).verdict).toBe("recurring");
  });
});

describe("emerging", () => {
  test("is a rise by more than chance, with its figures", () => {
    expect(judge(spread(10, 11, 1, 10), RISING, THRESHOLDS)).toEqual({
      kind: "emerging",
      verdict: "emerging",
      rule: "10 of 11 after 0 of 11, p <0.1 % for 20 rows compared (≤ 5 %)",
    });
  });

  test("is not said of what is systemic, of one incident, or of what chance may explain", () => {
    expect(judge(spread(10, 11, 4, 3), RISING, THRESHOLDS).verdict).toBe("systemic");
    expect(judge(spread(1, 11, 1, 1), RISING, THRESHOLDS).verdict).toBe("too few");
    const chance = { ...RISING, direction: null };
    expect(judge(spread(10, 11, 1, 10), chance, THRESHOLDS).verdict).toBe("local");
  });
});

test("thresholds are the query's", () => {
  const thresholds = { ...THRESHOLDS, systemicShare: 0.4, systemicIncidents: 5 };
  expect(judge(spread(4, 11, 3, 2), null, thresholds).rule).toBe(
    "4 incidents, 3 teams with an incident of their own; not systemic: 4 of 11 incidents (not ≥ 5), 36 % (not ≥ 40 %), chance 16 % if it were 20 % (not ≤ 5 %), 2 outside the most affected team (not ≥ 3)",
  );
});

test("a gap of one team is never systemic, however often it is seen", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50 }), fc.nat({ max: 50 }), (incidents, more) => {
      const seen = spread(incidents, incidents + more + 1, 3, incidents);
      expect(judge(seen, null, THRESHOLDS).verdict).not.toBe("systemic");
    }),
  );
});

test("changes are adjusted for the number of rows that are compared", () => {
  const pair = { now: { count: 8, of: 11 }, before: { count: 1, of: 11 } };
  const still = { now: { count: 3, of: 11 }, before: { count: 3, of: 11 } };
  const [alone] = shareChanges([pair]);
  const [beside] = shareChanges([pair, ...Array.from({ length: 19 }, () => still)]);
  expect(alone?.direction).toBe("rising");
  expect(beside?.direction).toBeNull();
  expect(beside?.p).toBeCloseTo((alone?.p ?? 0) * 20, 10);
});
