import { expect, test } from "vitest";
import { valueOr } from "../../src/core/result.ts";
import { parseTaxonomy } from "../../src/setup/taxonomy.ts";
import { CONTEXT, SHIPPED_TAXONOMY } from "../support/context.ts";

function problemsOf(text: string): readonly string[] {
  const read = parseTaxonomy({ path: "t.yaml", text }, SHIPPED_TAXONOMY);
  return (read.ok ? [] : read.why).map(
    ({ range, message }) => `${range.start.line}:${range.start.column} ${message}`,
  );
}

test.each([
  [
    "two claim an alias",
    "version: 1\ncompetencies:\n  - { id: a, aliases: [lag] }\n  - { id: b, aliases: [Lag] }\n",
    ["4:24 Unexpected alias `Lag` of `b`: `a` already has it"],
  ],
  [
    "an id twice",
    "version: 1\nteams:\n  - { id: a }\n  - { id: a }\n",
    ["4:11 Unexpected id `a` of `a`: `a` already has it"],
  ],
  [
    "a cycle",
    "version: 1\ncompetencies:\n  - { id: a, parent: b }\n  - { id: b, parent: a }\n",
    ["3:22 Unexpected cycle of parents: a → b → a", "4:22 Unexpected cycle of parents: b → a → b"],
  ],
  [
    "an unknown owner",
    "version: 1\nteams:\n  - { id: payments }\nservices:\n  - { id: s, owner: paymets }\n",
    ["5:21 Unknown owner `paymets` of service `s`"],
  ],
  [
    "an unknown parent",
    "version: 1\ncompetencies:\n  - { id: a.b }\n",
    ["3:11 Unknown parent `a` of competency `a.b`"],
  ],
  [
    "a third level",
    "version: 1\ncompetencies:\n  - { id: a }\n  - { id: a.b }\n  - { id: a.b.c }\n",
    ["5:11 Unexpected third level: `a.b.c` under `a.b`"],
  ],
  ["an unknown key", "version: 1\nteems: []\n", ["2:1 Unknown key `teems`"]],
  ["broken YAML", "version: [1\n", ["1:10 Unexpected bracket that nothing closes"]],
  [
    "a shipped alias claimed",
    "version: 1\nextends: default\ncompetencies:\n  - { id: messaging.lag, aliases: [consumer lag] }\n",
    ["4:11 Unexpected alias"],
  ],
])("%s is a problem at its place", (name, text, expected) => {
  const found = problemsOf(text);
  if (name === "a shipped alias claimed") expect(found).toHaveLength(1);
  else expect(found).toEqual(expected);
});

test("the shipped taxonomy has the domains and competencies of an infrastructure organisation", () => {
  const { competencies } = CONTEXT.taxonomy;
  expect(competencies.filter(({ parent }) => parent === null)).toHaveLength(14);
  expect(competencies.filter(({ parent }) => parent !== null)).toHaveLength(61);
});

test("an extending taxonomy adds to the shipped one, and replaces an entry of the same id", () => {
  const text =
    "version: 1\nextends: default\ncompetencies:\n  - { id: messaging.backpressure, name: Own }\nteams:\n  - { id: payments }\n";
  const taxonomy = valueOr(parseTaxonomy({ path: "t.yaml", text }, SHIPPED_TAXONOMY), null);
  expect(taxonomy?.competencies).toHaveLength(75);
  expect(taxonomy?.competencies.find(({ id }) => id === "messaging.backpressure")?.name).toBe(
    "Own",
  );
  expect(taxonomy?.teams.map(({ id }) => id)).toEqual(["payments"]);
});

test("a kind may say what it calls for", () => {
  const text = "version: 1\nkinds:\n  - { id: access, remedy: grant access }\n  - { id: other }\n";
  const taxonomy = valueOr(parseTaxonomy({ path: "t.yaml", text }, SHIPPED_TAXONOMY), null);
  expect(taxonomy?.kinds.map(({ id, remedy }) => [id, remedy])).toEqual([
    ["access", "grant access"],
    ["other", null],
  ]);
  expect(CONTEXT.taxonomy.kinds.filter(({ remedy }) => remedy === null)).toEqual([]);
});

test("an unknown key hides no other mistake", () => {
  const text =
    "version: 1\nteams:\n  - { id: payments, sise: 7 }\nservices:\n  - { id: checkout, owner: paymets }\nsevrities: []\n";
  const read = parseTaxonomy({ path: "t.yaml", text }, SHIPPED_TAXONOMY);
  expect(read.ok ? [] : read.why.map(({ message }) => message)).toEqual([
    "Unknown key `sise`",
    "Unknown owner `paymets` of service `checkout`",
    "Unknown key `sevrities`",
  ]);
});
