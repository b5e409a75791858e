import { expect, test } from "vitest";
import { parseMembers } from "../../src/setup/members.ts";
import { TAXONOMY } from "../support/build-query.ts";

const [payments, ...others] = TAXONOMY.teams;
const teams = payments ? [{ ...payments, aliases: ["Paying"] }, ...others] : [];

test("a team that stands there by two of its names has the members of both", () => {
  const text = "version: 1\nmembers:\n  payments: [first]\n  Paying: [second]\n  ledger: [third]\n";
  const read = parseMembers({ path: "members.yaml", text }, { ...TAXONOMY, teams });
  expect(read.ok && [...read.value]).toEqual([
    ["payments", ["first", "second"]],
    ["ledger", ["third"]],
  ]);
});
