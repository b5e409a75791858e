import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["known ones", "---\ncauses: [software, Process]\n---\n", []],
  ["nobody knows", "---\ncauses: [unknown]\n---\n", []],
  [
    "two that nobody has",
    "---\ncauses: [sofware, process, moon]\n---\n",
    ["2:10 Unknown cause `sofware`", "2:28 Unknown cause `moon`"],
  ],
  ["a text for a list", "---\ncauses: moon\n---\n", ["2:9 Unknown cause `moon`"]],
])("%s", (_, document, expected) => {
  expect(lintDocument("unknown-cause", document)).toEqual(expected);
});
