import { describe, expect, test } from "vitest";
import { anonymise, withoutTeamsOfOne } from "../../src/privacy/anonymise.ts";
import { parseTaxonomy } from "../../src/setup/taxonomy.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { SHIPPED_TAXONOMY } from "../support/context.ts";

const parsed = parseTaxonomy(
  {
    path: "t.yaml",
    text: `version: 1
extends: default
teams:
  - { id: payments, size: 8 }
  - { id: platform, size: 6 }
  - { id: dba, size: 1 }
services:
  - { id: checkout, owner: payments }
  - { id: kafka, owner: platform }
  - { id: postgres, owner: dba }
`,
  },
  SHIPPED_TAXONOMY,
);
if (!parsed.ok) throw new Error("taxonomy");
const taxonomy = parsed.value;
const SETTINGS = { minimumPeople: 5, assumeTeamSize: null };

describe("what reports may know of a postmortem", () => {
  const { postmortems, unlisted, groups } = anonymise(
    [
      buildPostmortem({
        severity: "P9",
        services: ["checkout", "postgres", "dana kim service"],
        teams: ["payments", "dba", "dana kim"],
        trigger: "change by dana kim",
        detectedBy: "dana kim",
        causes: ["software", "dana kim"],
        gaps: [{ competency: "ask dana kim", kind: "dana kim knows", team: "dba" }],
        escalations: [{ from: "payments", to: "dana kim", competency: "messaging" }],
        actions: [{ owner: "dana kim" }],
      }),
    ],
    taxonomy,
    SETTINGS,
  );
  const [only] = postmortems;

  test("names only what the taxonomy lists, and only large enough teams", () => {
    expect(only?.severity?.value).toBe("(unlisted)");
    expect(only?.services.map(({ value }) => value)).toEqual([
      "checkout",
      "(services of small teams)",
      "(unlisted)",
    ]);
    expect(only?.teams.map(({ value }) => value)).toEqual([
      "payments",
      "(small teams)",
      "(small teams)",
    ]);
    expect(only?.trigger?.value).toBe("(unlisted)");
    expect(only?.detectedBy?.value).toBe("(unlisted)");
    expect(only?.causes.map(({ value }) => value)).toEqual(["software", "(unlisted)"]);
    expect(only?.gaps[0]).toMatchObject({
      competency: { value: "(unlisted)" },
      kind: { value: "(unlisted)" },
      team: { value: "(small teams)", distinct: "not shown: dba" },
    });
    expect(only?.escalations[0]).toMatchObject({
      from: { value: "payments" },
      to: { value: "(small teams)" },
      competency: { value: "messaging" },
    });
    expect(only?.actions[0]?.owner?.value).toBe("(small teams)");
  });

  test("says which names are not listed, by what they stand for", () => {
    expect([...(unlisted.get("kind") ?? [])]).toEqual(["dana kim knows"]);
    expect([...(unlisted.get("competency") ?? [])]).toEqual(["ask dana kim"]);
    expect([...(unlisted.get("service") ?? [])]).toEqual(["dana kim service"]);
    expect(groups.merged.map(({ id }) => id)).toEqual(["dba", "platform"]);
  });
});

test("an incident that one person responded to stands under the name of small teams", () => {
  const responders = buildPostmortem({ teams: ["payments"], services: ["checkout"] });
  const [fact] = responders.teams;
  const lone = {
    ...responders,
    conditions: {
      responders: fact ? { value: 1, source: fact.source } : null,
      familiarity: null,
      staffing: null,
      fatigue: null,
    },
  };
  const { postmortems } = anonymise([lone, responders], taxonomy, SETTINGS);
  expect(postmortems.map(({ teams }) => teams[0]?.value)).toEqual(["(small teams)", "payments"]);
  expect(postmortems.map(({ services }) => services[0]?.value)).toEqual([
    "(services of small teams)",
    "checkout",
  ]);
});

test("one document by itself names no team of one person", () => {
  const shown = withoutTeamsOfOne(
    buildPostmortem({
      teams: ["payments", "dba", "ops"],
      services: ["postgres"],
      gaps: [{ competency: "messaging", team: "dba" }],
      escalations: [{ from: "dba", to: "platform" }],
      actions: [{ owner: "dba" }],
    }),
    taxonomy,
  );
  expect(shown.teams.map(({ value }) => value)).toEqual(["payments", "[person]", "ops"]);
  expect(shown.services.map(({ value }) => value)).toEqual(["postgres"]);
  expect(shown.gaps[0]?.team?.value).toBe("[person]");
  expect(shown.escalations[0]?.from?.value).toBe("[person]");
  expect(shown.escalations[0]?.to?.value).toBe("platform");
  expect(shown.actions[0]?.owner?.value).toBe("[person]");
});

test("where all teams together are too few, each document is marked as withheld", () => {
  const teams = taxonomy.teams.map((team) => ({ ...team, size: 1 })).slice(0, 2);
  const small = { ...taxonomy, teams, services: [] };
  const one = buildPostmortem({ teams: [teams[0]?.id ?? ""] });
  const { postmortems } = anonymise([one], small, { minimumPeople: 5, assumeTeamSize: null });
  expect(postmortems.map(({ teams: named, isWithheld }) => [named, isWithheld])).toEqual([
    [[], true],
  ]);
  const all = anonymise([one], taxonomy, { minimumPeople: 1, assumeTeamSize: null });
  expect(all.postmortems[0]?.isWithheld).toBeUndefined();
});

describe("owners of actions that are roles, and so perhaps one person", () => {
  const owned = (owner: string) =>
    buildPostmortem({ teams: ["payments"], actions: [{ owner }], services: ["kafka"] });
  const large = { ...taxonomy, teams: taxonomy.teams.filter(({ id }) => id !== "dba") };
  const ownersOf = (owners: readonly string[]) => {
    const { postmortems } = anonymise(owners.map(owned), large, SETTINGS);
    return postmortems.map(({ actions }) => actions[0]?.owner?.value);
  };

  test("are counted with the smallest team", () => {
    expect(ownersOf(["payments", "platform", "engineering lead"])).toEqual([
      ...["payments", "(small teams)", "(small teams)"],
    ]);
  });

  test("which is shown where there are none, and in any other place", () => {
    expect(ownersOf(["payments", "platform", "unknown"])).toEqual([
      ...["payments", "platform", "unknown"],
    ]);
    const one = { ...owned("engineering lead"), teams: owned("x").teams };
    const { groups, ownerGroups } = anonymise([one], large, SETTINGS);
    expect(groups.labelOf("platform")).toBe("platform");
    expect(ownerGroups.labelOf("platform")).toBe("(small teams)");
  });
});

test("a postmortem with nothing to withhold stays the object that it is, as do its parts", () => {
  const parts = {
    gaps: [{ competency: "messaging", kind: "knowledge", team: "payments" }],
    escalations: [{ from: "payments", to: "payments", competency: "messaging" }],
    actions: [{ owner: "payments" }],
  };
  const listed = buildPostmortem({ severity: "P2", services: ["checkout"], ...parts });
  const other = buildPostmortem({ severity: "P9", services: ["checkout"], ...parts });
  const { postmortems } = anonymise([listed, other], taxonomy, SETTINGS);
  expect(postmortems[0]).toBe(listed);
  expect(postmortems[1]?.severity?.value).toBe("(unlisted)");
  expect(postmortems[1]?.gaps).toBe(other.gaps);
});
