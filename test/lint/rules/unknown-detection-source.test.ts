import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a known one", "---\ndetected_by: alert\n---\n", []],
  ["nobody knows", "---\ndetected_by: unknown\n---\n", []],
  [
    "one that nobody has",
    "---\nstatus: draft\ndetected_by: horoscope\n---\n",
    ["3:14 Unknown detection source `horoscope`"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("unknown-detection-source", document)).toEqual(expected);
});

test("the hint lists what is known", () => {
  expect(lintHints("unknown-detection-source", "---\ndetected_by: horoscope\n---\n")).toEqual([
    "Known: alert, customer, employee, partner.",
  ]);
});
