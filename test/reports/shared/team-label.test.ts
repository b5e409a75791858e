import { expect, test } from "vitest";
import { teamLabel, teamLabels, teamNotes } from "../../../src/reports/shared/team-label.ts";
import { NO_TEAMS, TAXONOMY } from "../../support/build-query.ts";

test.each([
  ["payments", "payments"],
  ["ledger", "ledger"],
  ["solo", "(withheld)"],
  ["constructor", "(unlisted)"],
  ["@ada", "(withheld)"],
  ["ada@example.org", "(withheld)"],
  ["unknown", "unknown"],
])("with teams in the taxonomy, %s is %s", (team, label) => {
  expect(teamLabel(TAXONOMY, team)).toBe(label);
});

test.each([
  ["payments", "(unlisted)"],
  ["constructor", "(unlisted)"],
  ["@ada", "(withheld)"],
  ["unknown", "unknown"],
])("without teams in the taxonomy, %s is %s", (team, label) => {
  expect(teamLabel(NO_TEAMS, team)).toBe(label);
});

test("several unlisted teams are one", () => {
  expect(teamLabels(TAXONOMY, ["red", "payments", "blue"])).toEqual(["(unlisted)", "payments"]);
});

test("notes count the names that stand for something else, each once", () => {
  expect(teamNotes(TAXONOMY, ["red", "blue", "red", "payments", "solo"])).toEqual([
    "1 team name could point to one person; it is counted as (withheld).",
  ]);
  expect(teamNotes(TAXONOMY, ["red", "(unlisted)"])).toEqual([]);
  expect(teamNotes(TAXONOMY, ["payments", "unknown"])).toEqual([]);
});
