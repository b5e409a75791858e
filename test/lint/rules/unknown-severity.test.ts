import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["an id", "---\nseverity: P1\n---\n", []],
  ["an alias", "---\nseverity: sev1\n---\n", []],
  ["nobody knows", "---\nseverity: unknown\n---\n", []],
  ["one that nobody has", "---\nseverity: huge\n---\n", ["2:11 Unknown severity `huge`"]],
  [
    "two words below a label",
    "# Late\n\n**Severity:** Very High\n",
    ["3:1 Unknown severity `Very High`"],
  ],
  ["one that is yet to be told", "# Late\n\n**Severity:** not rated\n", []],
  ["a sentence", "# Late\n\n**Severity:** It was felt by all\n", []],
  ["a number, in a draft", "---\nstatus: draft\nseverity: 7\n---\n", ["3:11 Unknown severity `7`"]],
])("%s", (_, document, expected) => {
  expect(lintDocument("unknown-severity", document)).toEqual(expected);
});

test("the hint lists the severities where none is near", () => {
  expect(lintHints("unknown-severity", "---\nseverity: huge\n---\n")).toEqual([
    "Known: P1, P2, P3, P4.",
  ]);
});
