import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["known ones", "---\nteams: [ledger, Payments Squad]\n---\n", []],
  ["one that nobody has", "---\nteams: [paymets]\n---\n", ["2:9 Unknown team `paymets`"]],
  [
    "in a gap and an escalation",
    `---
status: draft
gaps:
  - competency: messaging.backpressure
    team: paymets
escalations:
  - from: paymets
    to: platfrm
---
`,
    ["5:11 Unknown team `paymets`", "7:11 Unknown team `paymets`", "8:9 Unknown team `platfrm`"],
  ],
  ["the owner of an action", "---\nactions:\n  - { title: Game day, owner: designers }\n---\n", []],
  ["a person, of whom another rule speaks", '---\nteams: ["@alex"]\n---\n', []],
])("%s", (_, document, expected) => {
  expect(lintDocument("unknown-team", document)).toEqual(expected);
});

test("a hint suggests the team", () => {
  expect(lintHints("unknown-team", "---\nteams: [paymets]\n---\n")).toEqual([
    "Did you mean `payments`?",
  ]);
});

test("several names without brackets are a list", () => {
  const text = "---\nteams: payments, ledger\n---\n";
  expect(lintHints("unknown-team", text)).toEqual(["Write a list: `[payments, ledger]`."]);
});
