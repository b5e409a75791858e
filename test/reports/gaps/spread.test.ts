import fc from "fast-check";
import { expect, test } from "vitest";
import { distinctContexts, spreadOf } from "../../../src/reports/gaps/spread.ts";
import { buildPostmortem } from "../../support/build-postmortem.ts";

test.each([
  ["no incident", [], 0],
  ["an incident that names nobody", [[]], 0],
  ["one incident of two teams", [["a", "b"]], 1],
  ["two incidents of the same team", [["a"], ["a"]], 1],
  [
    "two incidents of the same two teams",
    [
      ["a", "b"],
      ["a", "b"],
    ],
    2,
  ],
  ["a place has to be given up", [["a", "b"], ["a"], ["b", "c"]], 3],
  ["two teams in one incident, one of them alone", [["a", "b"], ["a"], ["a"]], 2],
])("contexts with an incident of their own: %s", (_, incidents, expected) => {
  expect(distinctContexts(incidents)).toBe(expected);
});

test("never more contexts than incidents, nor than teams", () => {
  const teams = fc.constantFrom("a", "b", "c", "d");
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(teams)), (incidents) => {
      const found = distinctContexts(incidents);
      expect(found).toBeLessThanOrEqual(incidents.filter((one) => one.length > 0).length);
      expect(found).toBeLessThanOrEqual(new Set(incidents.flat()).size);
      expect(distinctContexts(incidents.toReversed())).toBe(found);
    }),
  );
});

const isShown = (team: string) => !team.startsWith("small");

test.each([
  ["one team that is not shown, beside one that is", [["small"], ["small"], ["pay"]], 2, 2, true],
  ["two that are not shown", [["small"], ["small 2"], ["pay"]], 2, 1, false],
  ["one more than another", [["small"], ["small"], ["small 2"]], 3, 2, true],
  ["either of two that are not shown", [["small", "small 2"], ["small"], ["pay"]], 2, 2, true],
  [
    "a team that is shown may account for it",
    [
      ["small", "pay"],
      ["pay", "small"],
    ],
    0,
    0,
    false,
  ],
  ["nobody is named", [[], []], 0, 0, false],
])(
  "incidents of teams that are not shown: %s",
  (_, teams, hidden, mostInOneHidden, isMostHidden) => {
    const mentions = teams.map((lacking, at) => {
      const incident = buildPostmortem({ id: String(at), gaps: [{ competency: "messaging" }] });
      return incident.gaps.map((gap) => ({ incident, gap, lacking, asked: [] }));
    });
    expect(spreadOf(mentions.flat(), 9, isShown)).toMatchObject({
      ...{ hidden, mostInOneHidden, isMostHidden },
    });
  },
);
