import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withAction(row: string, status = "review"): string {
  return `---
status: ${status}
---

## Actions

| Action | Status | Done on |
|---|---|---|
${row}
`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a date of a done action", withAction("| Game day | done | 2026-04-20 |"), []],
  ["no date", withAction("| Game day | done | |"), []],
  ["a date beside the status", withAction("| Game day | done 2026-04-20 | |"), []],
  [
    "no date, but words",
    withAction("| Game day | done | in April |"),
    ["9:21 Unexpected completion date `in April`"],
  ],
  [
    "a day that is not there",
    withAction("| Game day | done | 2026-02-30 |"),
    ["9:21 Unexpected completion date `2026-02-30`"],
  ],
  [
    "a date of an open action",
    withAction("| Game day | open | 2026-04-20 |"),
    ["9:21 Unexpected completion date of an action whose status is `open`"],
  ],
  [
    "a date of an action without a status",
    withAction("| Game day | | 2026-04-20 |"),
    ["9:16 Unexpected completion date of an action whose status is missing"],
  ],
  ["a draft", withAction("| Game day | open | 2026-04-20 |", "draft"), []],
  ["a document without frontmatter", withAction("| Game day | open | 2026-04-20 |").slice(22), []],
])("%s", (_, document, expected) => {
  expect(lintDocument("action-done", document)).toEqual(expected);
});

test("in the frontmatter", () => {
  const actions = "actions:\n  - { title: Game day, status: open, done: 2026-04-20 }\n";
  expect(lintDocument("action-done", `---\nstatus: final\n${actions}---\n`)).toEqual([
    "4:44 Unexpected completion date of an action whose status is `open`",
  ]);
});

test("stated twice, and not the same", () => {
  const actions = "actions:\n  - { title: Game day, status: done, done: 2026-04-20 }\n";
  const body = withAction("| Game day | done | 2026-04-21 |").replace("---\nstatus: review\n", "");
  const document = `---\nstatus: final\n${actions}${body}`;
  expect(lintDocument("fact-contradiction", document)).toEqual([
    "11:21 Unexpected date done `2026-04-21`: the frontmatter says `2026-04-20` (line 4)",
  ]);
});
