import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

function withAction(row: string, status = "review"): string {
  return `---
status: ${status}
---

## Actions

| Action | Owner | Status |
|---|---|---|
${row}
`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a status", withAction("| Game day | payments | in-progress |"), []],
  ["another word for a status", withAction("| Game day | payments | Completed |"), []],
  ["a ticked box", "---\nstatus: final\n---\n\n## Actions\n\n- [x] Game day\n", []],
  [
    "a plain list item",
    "---\nstatus: final\n---\n\n## Actions\n\n- Game day\n",
    ["7:3 Missing status of an action"],
  ],
  ["no status", withAction("| Game day | payments | |"), ["9:3 Missing status of an action"]],
  [
    "no such status",
    withAction("| Game day | payments | sometime |"),
    ["9:25 Unexpected status `sometime`"],
  ],
  ["a draft", withAction("| Game day | payments | |", "draft"), []],
  ["a document without frontmatter", "## Actions\n\n- Game day\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("action-status", document)).toEqual(expected);
});

test.each([
  ["opne", "Did you mean `open`?"],
  ["in-progres", "Did you mean `in-progress`?"],
  ["sometime", "Use one of open, in-progress, done, dropped, proposed."],
])("%s: %s", (status, hint) => {
  const document = withAction(`| Game day | payments | ${status} |`);
  expect(lintHints("action-status", document)).toEqual([hint]);
});
