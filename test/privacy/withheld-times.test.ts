import { describe, expect, test } from "vitest";
import type { Postmortem } from "../../src/core/postmortem.ts";
import { withTimesWithheld } from "../../src/privacy/withheld-times.ts";
import { buildPostmortem, type PostmortemShorthand } from "../support/build-postmortem.ts";

const SMALL = "(small teams)";
const services = ["(services of small teams)"];

test.each<[string, PostmortemShorthand, boolean]>([
  ["only small teams", { services, teams: [SMALL] }, true],
  ["only small teams, on a service of another", { services: ["checkout"], teams: [SMALL] }, true],
  ["a service of small teams, and nobody named", { services }, true],
  ["a service of small teams, and an unknown team", { services, teams: ["unknown"] }, true],
  [
    "nobody named but the small team that lacked a skill",
    { gaps: [{ competency: "messaging", team: SMALL }] },
    true,
  ],
  [
    "the same, on a service of another",
    { services: ["checkout"], gaps: [{ competency: "messaging", team: SMALL }] },
    true,
  ],
  ["a small team that called in another", { escalations: [{ from: SMALL, to: "kafka" }] }, false],
  ["a small team beside another", { teams: [SMALL, "payments"] }, false],
  ["a service of small teams, another team at work", { services, teams: ["payments"] }, false],
  ["a team that nobody knows", { teams: ["unknown"] }, false],
  ["nobody at all", {}, false],
])("times are withheld where too few people worked: %s", (_, shorthand, isWithheld) => {
  const { areTimesWithheld = false } = withTimesWithheld(buildPostmortem(shorthand));
  expect(areTimesWithheld).toBe(isWithheld);
});

describe("what would describe few people", () => {
  const incident = buildPostmortem({ teams: ["payments"] });
  const [team] = incident.teams;
  if (!team) throw new Error("no team");
  const fact = <V>(value: V) => ({ value, source: team.source });
  const stated = { familiarity: fact("low"), staffing: fact("thin"), fatigue: fact("high") };

  test.each<[string, Partial<Postmortem>, number, boolean]>([
    ["one person", {}, 1, true],
    ["two people of a large team", {}, 2, false],
    ["teams that are all together too few people", { teams: [], isWithheld: true }, 3, true],
  ])("is withheld: %s", (_, more, responders, isWithheld) => {
    const conditions = { responders: fact(responders), ...stated };
    const shown = withTimesWithheld({ ...incident, ...more, conditions });
    expect(shown.areTimesWithheld ?? false).toBe(isWithheld);
    expect(shown.conditions).toEqual(isWithheld ? null : conditions);
  });
});
