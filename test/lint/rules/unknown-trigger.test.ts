import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a known one", "---\ntrigger: deploy\n---\n", []],
  ["nobody knows", "---\ntrigger: unknown\n---\n", []],
  ["none", "---\ntrigger:\n---\n", []],
  [
    "one that nobody has, in a draft",
    "---\nstatus: draft\ntrigger: deploi\n---\n",
    ["3:10 Unknown trigger `deploi`"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("unknown-trigger", document)).toEqual(expected);
});

test("a hint suggests the trigger", () => {
  expect(lintHints("unknown-trigger", "---\ntrigger: deploi\n---\n")).toEqual([
    "Did you mean `deploy`?",
  ]);
});
