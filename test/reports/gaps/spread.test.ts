import fc from "fast-check";
import { expect, test } from "vitest";
import { distinctContexts } from "../../../src/reports/gaps/spread.ts";

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
