import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["an id and an alias", "---\nservices: [ledger, checkout-api]\n---\n", []],
  ["nobody knows", "---\nservices: unknown\n---\n", []],
  [
    "one of two",
    "---\nstatus: draft\nservices:\n  - ledger\n  - chekout\n---\n",
    ["5:5 Unknown service `chekout`"],
  ],
  ["a person", '---\nservices: ["@alex"]\n---\n', ["2:12 Unknown service `[person]`"]],
])("%s", (_, document, expected) => {
  expect(lintDocument("unknown-service", document)).toEqual(expected);
});

test("a hint suggests the id of the service", () => {
  expect(lintHints("unknown-service", "---\nservices: [chekout]\n---\n")).toEqual([
    "Did you mean `checkout`?",
  ]);
});
