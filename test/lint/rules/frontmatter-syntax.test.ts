import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["YAML", "---\ntitle: Outage\n---\n", []],
  ["no frontmatter", "# Outage\n", []],
  [
    "a fence that is not closed",
    "---\ntitle: Outage\n\nThe queue backed up.\n",
    ["1:1 Unexpected end of file, expected a `---` line that closes the frontmatter"],
  ],
  [
    "code",
    "---js\nmodule.exports = { title: 'Outage' }\n---\n",
    ["1:1 Unexpected frontmatter language `js`, expected YAML"],
  ],
  [
    "another language",
    '{ "title": "Outage" }\n',
    ["1:1 Unexpected JSON frontmatter, expected YAML between `---` lines"],
  ],
  ["TOML", '+++\ntitle = "Outage"\n+++\n', []],
  [
    "TOML that is broken",
    "+++\ntitle = Outage\n+++\n",
    ["2:9 Unexpected TOML: Unexpected character"],
  ],
  [
    "a text for a mapping",
    "---\nOutage\n---\n",
    ["1:1 Unexpected frontmatter, expected `key: value` lines"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("frontmatter-syntax", document)).toEqual(expected);
});
