import { expect, test } from "vitest";
import { patchText, seenPatch } from "../../src/formats/diff.ts";

const CHANGE = { path: "a.md", before: "one\n\u001b[2J\n", after: "two\n\u001b[2J\n" };

test("a patch has each byte of the file, for git apply", () => {
  expect(patchText(CHANGE)).toBe(
    "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n-one\n+two\n \u001b[2J\n",
  );
});

test("for a person it cannot steer the terminal, and has colours where they are welcome", () => {
  expect(seenPatch(CHANGE, false)).toBe(
    "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n-one\n+two\n \\u{1b}[2J\n",
  );
  expect(seenPatch(CHANGE, true)).toContain("\u001b[32m+two\u001b[39m\n");
});
