import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["frontmatter", "---\ntitle: Outage\nstatus: draft\n---\n", []],
  ["a status under the key of another tool", "---\ndocument_status: Final\n---\n", []],
  ["a status that is reported already", "---\nstatus: drfat\n---\n", []],
  ["no status", "---\ntitle: Outage\n---\n", ["1:1 Missing `status` in the frontmatter"]],
  [
    "a status of the body alone",
    "---\ntitle: Outage\n---\n\n**Status:** Final\n",
    ["1:1 Missing `status` in the frontmatter"],
  ],
  ["empty frontmatter", "---\n---\n\n# A\n", ["1:1 Missing `status` in the frontmatter"]],
  ["frontmatter that cannot be read", "---js\nmodule.exports = {}\n---\n", []],
  ["none", "# Outage\n", ["1:1 Missing frontmatter"]],
  ["a rule further down", "# Outage\n\n---\n\nIt broke.\n", ["1:1 Missing frontmatter"]],
  ["an empty file", "", ["1:1 Missing frontmatter"]],
])("%s", (_, document, expected) => {
  expect(lintDocument("frontmatter-missing", document)).toEqual(expected);
});
