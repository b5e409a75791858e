import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

/** The actions of a list as "title | status". */
function actionsOf(...lines: readonly string[]): readonly string[] {
  const { actions } = read(`## Actions\n\n${lines.join("\n")}\n`);
  return actions.map(({ title, status }) => `${title.value} | ${status?.value ?? "-"}`);
}

test.each<[name: string, lines: readonly string[], expected: readonly string[]]>([
  ["bullets", ["- Write a runbook", "- Add an alert"], ["Write a runbook | -", "Add an alert | -"]],
  ["numbers", ["1. Write a runbook"], ["Write a runbook | -"]],
  [
    "tasks",
    ["- [x] Write a runbook", "- [ ] Add an alert"],
    ["Write a runbook | done", "Add an alert | open"],
  ],
  ["a malformed box", ["- [] Write a runbook"], ["Write a runbook | open"]],
  [
    "a mark before",
    ["- DONE: Write a runbook", "- ✅ Add an alert"],
    ["Write a runbook | done", "Add an alert | done"],
  ],
  ["a mark in brackets", ["- [in progress] Write a runbook"], ["Write a runbook | in-progress"]],
  [
    "a mark behind",
    ["- Write a runbook (done)", "- Add an alert ✅", "- Split it – open"],
    ["Write a runbook | done", "Add an alert | done", "Split it | open"],
  ],
  ["a field", ["- Write a runbook (status: done, due: 2026-04-15)"], ["Write a runbook | done"]],
  [
    "words that are no marks",
    ["- Open the firewall", "- Closed-loop test", "- New alert"],
    ["Open the firewall | -", "Closed-loop test | -", "New alert | -"],
  ],
  [
    "nested below an area",
    [
      "- Monitoring:",
      "  - Add an alert",
      "  - Add a dashboard",
      "- Write a runbook",
      "  - for restores",
    ],
    ["Add an alert | -", "Add a dashboard | -", "Write a runbook | -"],
  ],
  ["a link alone", ["- [#2127](https://example.org/2127)"], ["#2127 | -"]],
])("%s", (_name, lines, expected) => {
  expect(actionsOf(...lines)).toEqual(expected);
});

/** An action as "line:column title | owner | due | status". */
function fullActionsOf(text: string): readonly string[] {
  return read(text).actions.map(({ title, owner, due, status, source }) => {
    const { line, column } = source.range.start;
    const facts = [owner, due, status].map((fact) => fact?.value ?? "-").join(" | ");
    return `${line}:${column} ${title.value} | ${facts}`;
  });
}

describe("an action's owner, due date and state stand", () => {
  test.each<[name: string, text: string, expected: readonly string[]]>([
    [
      "in columns of any order and name",
      "## Follow-ups\n\n| Owner | Task | Priority | ETA | Progress |\n|--|--|--|--|--|\n| search | Cap the heap | P1 | 2026-04-01 | 🔄 rolling out |\n| infra | Page on swap | P2 | | ⏳ Pending |\n",
      [
        "5:12 Cap the heap | search | 2026-04-01 | in-progress",
        "6:11 Page on swap | infra | - | open",
      ],
    ],
    [
      "in a column that tells more than the state",
      "## Actions\n\n| Action | Owner | Status |\n|--|--|--|\n| Cap the heap | search | ✅ Done (in staging too) |\n| Page on swap | infra | Completed 2026-04-01 |\n| Ask around | infra | who knows |\n",
      [
        "5:3 Cap the heap | search | - | done",
        "6:3 Page on swap | infra | - | done",
        "7:3 Ask around | infra | - | who knows",
      ],
    ],
    [
      "beside the ticket, in capitals",
      "## Action items\n\n| Action Item | Type | Owner | Bug |\n|--|--|--|--|\n| Cap the heap | prevent | search | n/a **DONE** |\n| Page on swap | detect | infra | [OPS-7](https://example.org/7) TODO. |\n| Ask around | process | infra | OPS-8 |\n",
      [
        "5:3 Cap the heap | search | - | done",
        "6:3 Page on swap | infra | - | open",
        "7:3 Ask around | infra | - | -",
      ],
    ],
    [
      "behind the ticket, in brackets or alone",
      "## Action items\n\n| Action Item | Owner | Bug |\n|--|--|--|\n| Cap the heap | search | OPS-6 (fixed) |\n| Page on swap | infra | [OPS-7](https://example.org/7) – assigned |\n| Ask around | infra | OPS-8 In progress |\n| Ask again | infra | OPS-9 (see there) |\n",
      [
        "5:3 Cap the heap | search | - | done",
        "6:3 Page on swap | infra | - | open",
        "7:3 Ask around | infra | - | in-progress",
        "8:3 Ask again | infra | - | -",
      ],
    ],
    [
      "in a table whose columns name no action",
      "## Actions\n\n| # | Improvement plan | Assignee |\n|--|--|--|\n| 1 | Cap the heap | search |\n",
      ["5:7 Cap the heap | search | - | -"],
    ],
    [
      "in a table of actions below a heading that names none",
      "## Implementation\n\n| Action | Responsible | Target date |\n|--|--|--|\n| Cap the heap (done) | search | 2026-04-01 |\n",
      ["5:3 Cap the heap | search | 2026-04-01 | done"],
    ],
    [
      "behind the title",
      "## Actions\n\n- Cap the heap - Owner: search - Due: 2026-04-01\n- [ ] Page on swap. Assignee: infra; ETA: Friday\n- Ask around (Owner: infra, Done: 2026-03-20)\n",
      [
        "3:3 Cap the heap | search | 2026-04-01 | -",
        "4:7 Page on swap | infra | Friday | open",
        "5:3 Ask around | infra | - | done",
      ],
    ],
    [
      "in a list below it",
      "## Actions\n\n1. **Cap the heap**\n   - Owner: search\n   - Due: 2026-04-01\n   - see the graph\n2. Page on swap:\n   - Status: in progress\n",
      ["3:4 Cap the heap | search | 2026-04-01 | -", "7:4 Page on swap | - | - | in-progress"],
    ],
    [
      "before it, and as a handle",
      "## Actions\n\n- [#12] Cap the heap\n- @kim: Page on swap\n- Ask around (@kim)\n",
      [
        "3:3 [#12] Cap the heap | - | - | -",
        "4:3 Page on swap | @kim | - | -",
        "5:3 Ask around | @kim | - | -",
      ],
    ],
    [
      "in the words above it",
      "## Actions\n\n### Immediate (completed ✅)\n\n- Cap the heap\n\n### Later\n\nAlready done:\n\n- Page on swap\n\nIn progress:\n\n- Ask around\n- ❌ Call the vendor\n",
      [
        "5:3 Cap the heap | - | - | done",
        "11:3 Page on swap | - | - | done",
        "15:3 Ask around | - | - | in-progress",
        "16:3 Call the vendor | - | - | open",
      ],
    ],
    [
      "in how it looks",
      "## Actions\n\n- ~~Cap the heap~~\n- ~~Page~~ on swap\n- ✔️ Ask around\n- Call the vendor (fixed in #12)\n- Buy discs (fixed size)\n",
      [
        "3:3 Cap the heap | - | - | done",
        "4:3 Page on swap | - | - | -",
        "5:3 Ask around | - | - | done",
        "6:3 Call the vendor | - | - | done",
        "7:3 Buy discs (fixed size) | - | - | -",
      ],
    ],
    [
      "nowhere, and the whole is prose",
      "## Prevention\n\nThe following is to be done:\n\nCapacity is reviewed each quarter from now on.\n",
      ["5:1 Capacity is reviewed each quarter from now on. | - | - | -"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(fullActionsOf(text)).toEqual(expected);
  });
});

test.each([
  [
    "of a timeline",
    "## Timeline\n\n| Time | Action | Owner |\n|--|--|--|\n| 10:02 | Restart | infra |\n",
  ],
  ["of what was tried", "## Mitigation\n\n| Action | Status |\n|--|--|\n| Restart | no effect |\n"],
  ["of people", "## Roles\n\n| Task | Who |\n|--|--|\n| Scribe | infra |\n"],
])("a table %s holds no action", (_name, text) => {
  expect(read(text).actions).toEqual([]);
});

test("an action that only prose tells is inferred", () => {
  const [action] = read("## Prevention\n\nCapacity is reviewed each quarter.\n").actions;
  expect(action?.title.source).toMatchObject({ how: "inferred" });
});

describe("the date on which an action was done", () => {
  const table = (head: string, row: string) =>
    `## Actions\n\n| Action | Status | ${head} |\n|--|--|--|\n| Cap the heap | ${row} |\n`;

  test.each<[where: string, text: string, expected: string | null]>([
    ["a column of its own", table("Done on", "done | 2026-04-20"), "2026-04-20"],
    ["as it is written", table("Completed on", "done | last week"), "last week"],
    ["beside the state", table("Owner", "✅ Done (2026-04-20) | search"), "2026-04-20"],
    ["in words", table("Owner", "done on April 20th, 2026 | search"), "2026-04-20"],
    ["without a year", table("Owner", "done on April 20th | search"), null],
    ["beside another state", table("Owner", "open since 2026-04-20 | search"), null],
    ["the date by which it is due", table("Due", "done | 2026-04-20"), null],
    ["a field", "## Actions\n\n- Cap the heap (owner: search, done: 2026-04-20)\n", "2026-04-20"],
    ["behind the title", "## Actions\n\n- Cap the heap (done 2026-04-20)\n", "2026-04-20"],
    ["below it", "## Actions\n\n- Cap the heap\n  - Completed: 2026-04-20\n", "2026-04-20"],
    ["of the title itself", "## Actions\n\n- [x] Replay 2026-04-20\n", null],
  ])("%s", (_where, text, expected) => {
    expect(read(text).actions.map(({ title, done }) => [title.value, done?.value ?? null])).toEqual(
      [[expect.stringMatching(/^(Cap the heap|Replay 2026-04-20)$/), expected]],
    );
  });

  test("in the frontmatter", () => {
    const actions = "actions:\n  - { title: Cap the heap, status: done, done: 2026-04-20 }\n";
    expect(read(`---\n${actions}---\n`).actions[0]?.done?.value).toBe("2026-04-20");
  });
});

test("fields as Obsidian writes them, and brackets that are no fields", () => {
  const { actions } = read(`## Actions

- [ ] Rotate the key [owner:: payments] [due:: 2026-04-15]
- [ ] Add an alert [mood:: good]
`);
  const told = actions.map(({ title, owner, due }) => [title.value, owner?.value, due?.value]);
  expect(told).toEqual([
    ["Rotate the key", "payments", "2026-04-15"],
    ["Add an alert [mood:: good]", undefined, undefined],
  ]);
});
