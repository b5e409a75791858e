import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<readonly [what: string, document: string, expected: readonly string[]]>([
  [
    "two marks in the body",
    "# Q\n\n<<<<<<< HEAD\nSeverity: P1\n=======\nSeverity: P2\n>>>>>>> main\n",
    ["3:1 Unexpected mark of a merge conflict", "7:1 Unexpected mark of a merge conflict"],
  ],
  ["a heading of equal signs", "Queue\n=======\n\nIt was full.\n", []],
  ["arrows in a sentence", "# Q\n\nIt went <<<<<<< up.\n", []],
])("%s", (_what, document, expected) => {
  expect(lintDocument("conflict-mark", document)).toEqual(expected);
});
