import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["frontmatter", "---\ntitle: Outage\n---\n", []],
  ["empty frontmatter", "---\n---\n\n# Outage\n", []],
  ["frontmatter that cannot be read", "---js\nmodule.exports = {}\n---\n", []],
  ["none", "# Outage\n", ["1:1 Missing frontmatter"]],
  ["a rule further down", "# Outage\n\n---\n\nIt broke.\n", ["1:1 Missing frontmatter"]],
  ["an empty file", "", ["1:1 Missing frontmatter"]],
])("%s", (_, document, expected) => {
  expect(lintDocument("frontmatter-missing", document)).toEqual(expected);
});
