import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withAction(row: string, status = "review"): string {
  return `---
status: ${status}
---

## Actions

| Action | Owner | Due | Status |
|---|---|---|---|
${row}
`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a date", withAction("| Game day | payments | 2026-04-15 | open |"), []],
  [
    "no date",
    withAction("| Game day | payments | | open |"),
    ["9:3 Missing due date of an action"],
  ],
  [
    "a word for a date",
    withAction("| Game day | payments | soon | open |"),
    ["9:25 Unexpected due date `soon`"],
  ],
  [
    "a day that no calendar has",
    withAction("| Game day | payments | 2026-02-30 | open |"),
    ["9:25 Unexpected due date `2026-02-30`"],
  ],
  [
    "an action in the frontmatter",
    "---\nstatus: final\nactions:\n  - title: Game day\n    owner: payments\n---\n",
    ["4:12 Missing due date of an action"],
  ],
  ["a draft", withAction("| Game day | payments | | open |", "draft"), []],
  ["a document without frontmatter", "## Actions\n\n- [ ] Game day\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("action-due", document)).toEqual(expected);
});
