import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withActions(items: string, status = "review"): string {
  return `---\nstatus: ${status}\n---\n\n## Actions\n\n${items}\n`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a team", withActions("- [ ] Game day (owner: payments, due: 2026-04-15)"), []],
  ["a role", withActions("- [ ] Game day (owner: incident commander)"), []],
  [
    "nobody",
    withActions("- [ ] Game day (owner: payments)\n- [x] Write the runbook (due: 2026-04-15)"),
    ["8:7 Missing owner of an action"],
  ],
  [
    "a dash in a table",
    withActions("| Action | Owner |\n|---|---|\n| Game day | - |"),
    ["9:3 Missing owner of an action"],
  ],
  ["a draft", withActions("- [ ] Game day", "draft"), []],
  ["a document without frontmatter", "## Actions\n\n- [ ] Game day\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("action-owner", document)).toEqual(expected);
});
