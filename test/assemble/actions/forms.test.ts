import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";

/** Each action as "title | owner | due | status | done". */
function actionsOf(body: string, day = "2026-03-14"): readonly string[] {
  const text = `# Queue\n\n**Date:** ${day}\n\n${body}\n`;
  const context = { ...CONTEXT, taxonomy: TAXONOMY };
  return parsePostmortem({ path: "a.md", text }, context).actions.map(
    ({ title, owner, due, status, done }) =>
      [title, owner, due, status, done].map((fact) => fact?.value ?? "-").join(" | "),
  );
}

describe("actions told by what they are", () => {
  test.each([
    [
      "tasks without the mark of a list",
      "## Actions\n\n[ ] Cap the heap @Platform by 2026-05-02\n[x] Tell sales @Ledger",
      ["Cap the heap | platform | 2026-05-02 | open | -", "Tell sales | ledger | - | done | -"],
    ],
    [
      "items with their state behind their owner",
      "## Actions\n\n- Cap the heap (Platform) **Done**\n- Tell sales (Ledger) open\n",
      ["Cap the heap | platform | - | done | -", "Tell sales | ledger | - | open | -"],
    ],
    [
      "tasks with a badge before their title",
      "## Actions\n\n- [ ] <mark>In progress</mark> Cap the heap\n- [ ] In production the heap is capped\n",
      [
        "Cap the heap | - | - | in-progress | -",
        "In production the heap is capped | - | - | open | -",
      ],
    ],
    [
      "and not what a section for lessons and prevention says beside them",
      "## Remediation\n\n- **Follow-ups:**\n  - Cap the heap — Platform — 2026-05-02\n\n## Lessons & prevention\n\n- What changes: heaps are listed with their limits\n",
      ["Cap the heap | platform | 2026-05-02 | - | -"],
    ],
    [
      "but what it says where nothing else is planned",
      "## Lessons & prevention\n\n- Cap the heap\n",
      ["Cap the heap | - | - | - | -"],
    ],
    [
      "lines with the fields of each below it",
      "## Follow-up tasks\n\nTask: Cap the heap\nOwner: Platform\nEffort: small\nDue: 2026-05-02\nState: In progress\nTask: Tell sales\nOwner: Ledger\n\nWrite a drill\nOwner: Ledger",
      [
        "Cap the heap | platform | 2026-05-02 | in-progress | -",
        "Tell sales | ledger | - | - | -",
        "Write a drill | ledger | - | - | -",
      ],
    ],
    [
      "answers below the question of a form",
      "11. When was it over?\n2026-03-14 10:00\n\n12. What will you do, who does it, and by when?\nCap the heap - Platform - 2026-05-02\nTell sales - Ledger",
      ["Cap the heap | platform | 2026-05-02 | - | -", "Tell sales | ledger | - | - | -"],
    ],
    [
      "sentences of a story in which a team does something by a later day",
      "The queue was full. We agreed on two things. Platform caps the heap by 2 April. Ledger told sales on 14 March, and nobody knows why. The Ledger team writes a drill until 2026-05-02.",
      [
        "Platform caps the heap | platform | 2026-04-02 | - | -",
        "The Ledger team writes a drill | ledger | 2026-05-02 | - | -",
      ],
    ],
    [
      "items that say of themselves that they are actions",
      "## Notes\n\n- Action: Cap the heap (Platform, 2026-05-02)\n- Action: we restarted it\n- Why: the queue was full",
      ["Cap the heap | platform | 2026-05-02 | - | -"],
    ],
    [
      "sentences that end in brackets, and clauses of a report",
      "1. Classification\n\n1.1 Severity: 1\n1.2 Units: Ledger\n\n2. Measures\n\n2.1 The heap is capped (Platform, 1 May 2026).\n2.2 Sales are told (Ledger, 30 June 2026).",
      [
        "The heap is capped | platform | 2026-05-01 | - | -",
        "Sales are told | ledger | 2026-06-30 | - | -",
      ],
    ],
    [
      "two sentences in one line",
      "**Follow-up.** Cap the whole heap (**Platform**, 2026-05-18). Tell sales and support (**Ledger**, 2026-05-25).",
      [
        "Cap the whole heap | platform | 2026-05-18 | - | -",
        "Tell sales and support | ledger | 2026-05-25 | - | -",
      ],
    ],
    [
      "boxes that are signs",
      "## Actions\n\n☐ Cap the heap - Platform - 2026-05-02\n☑ Tell sales - Ledger",
      ["Cap the heap | platform | 2026-05-02 | open | -", "Tell sales | ledger | - | done | -"],
    ],
    [
      "an owner behind the last colon, or as a highlight",
      "## Actions\n\n- Limit for uploads: Platform, done\n- Note: the heap is full\n- Tell sales ==Ledger== (2026-05-02)",
      [
        "Limit for uploads | platform | - | done | -",
        "Note: the heap is full | - | - | - | -",
        "Tell sales | ledger | 2026-05-02 | - | -",
      ],
    ],
    [
      "groups that are called as teams",
      "## Actions\n\n### Platform\n\n- Cap the heap\n- Raise the limit (Ledger)\n\n**Payments team**\n\n- Tell sales\n\n- Ledger:\n  - Write a drill\n",
      [
        "Cap the heap | platform | - | - | -",
        "Raise the limit | ledger | - | - | -",
        "Tell sales | payments | - | - | -",
        "Write a drill | ledger | - | - | -",
      ],
    ],
    [
      "marks of an outliner",
      "## Actions\n\n- {{[[TODO]]}} Cap the heap, due 2026-05-02\n- {{DONE}} Tell sales",
      ["Cap the heap | - | 2026-05-02 | open | -", "Tell sales | - | - | done | -"],
    ],
    [
      "lines between bars",
      "## Actions\n\nCap the heap | Platform | 2026-05-02 | In progress\nTell sales | Ledger | 2026-05-03 | Done",
      [
        "Cap the heap | platform | 2026-05-02 | in-progress | -",
        "Tell sales | ledger | 2026-05-03 | done | -",
      ],
    ],
    [
      "fields in braces below a heading that nobody knows",
      "## Issues created from this review\n\n- [ ] PAY-1 Cap the heap {Platform} {2026-05-02} {In review}\n- [x] PAY-2 Tell sales {Ledger} {Fixed}",
      [
        "PAY-1 Cap the heap | platform | 2026-05-02 | in-progress | -",
        "PAY-2 Tell sales | ledger | - | done | -",
      ],
    ],
    [
      "a table below a heading that nobody knows",
      "## Homework of May\n\n| What | Who | Due |\n|--|--|--|\n| Cap the heap | Platform | 2026-05-02 |",
      ["Cap the heap | platform | 2026-05-02 | - | -"],
    ],
    [
      "no actions in a list of anything else",
      "## Weather\n\n- Payments: sunny\n- Rain, by 2026-05-02\n\n## Nothing\n\nWords.",
      [],
    ],
    [
      "a column without a head that holds states",
      "## Actions\n\n| To do | By whom | |\n|--|--|--|\n| Cap the heap | Platform | ✅ |\n| Tell sales | Ledger | |",
      ["Cap the heap | platform | - | done | -", "Tell sales | ledger | - | - | -"],
    ],
    [
      "names of code that look like handles",
      "## Actions\n\n- @Override is missing in the adapter\n- @types/node has to go up\n- @acme/ledger raise the limit",
      [
        "@Override is missing in the adapter | - | - | - | -",
        "@types/node has to go up | - | - | - | -",
        "raise the limit | ledger | - | - | -",
      ],
    ],
    [
      "handles with a capital of whoever is asked",
      "## Actions\n\n- @Ada cap the heap\n- @Ada will tell sales",
      ["cap the heap | @Ada | - | - | -", "will tell sales | @Ada | - | - | -"],
    ],
    [
      "the same words for two owners, one of which is told again",
      "## Actions\n\n| Action | Owner | Due |\n|--|--|--|\n| Update the runbook | Platform | |\n| Update the runbook | Ledger | |\n\n- Update the runbook (Platform, 2026-05-02)\n- Update the runbook",
      [
        "Update the runbook | platform | 2026-05-02 | - | -",
        "Update the runbook | ledger | - | - | -",
      ],
    ],
  ])("%s", (_, body, expected) => {
    expect(actionsOf(body)).toEqual(expected);
  });
});

describe("an item of a list names who does it until when, wherever that stands", () => {
  test.each([
    ["- Cap the heap (platform, due 2026-05-02)", "Cap the heap | platform | 2026-05-02 | - | -"],
    [
      "- [ ] Cap the heap (Ledger, in progress, by May 2nd)",
      "Cap the heap | ledger | 2026-05-02 | in-progress | -",
    ],
    ["- [x] Cap the heap (ledger, done 3 May)", "Cap the heap | ledger | - | done | 2026-05-03"],
    ["- Platform: cap the heap — due May 2, 2026", "cap the heap | platform | 2026-05-02 | - | -"],
    [
      "- **Platform** – cap the heap (due 2026-05-02)",
      "cap the heap | platform | 2026-05-02 | - | -",
    ],
    ["- Cap the heap（Platform、2 May 2026）", "Cap the heap | platform | 2026-05-02 | - | -"],
    ["- Cap the heap (Platform, 2.May 2026)", "Cap the heap | platform | 2026-05-02 | - | -"],
    [
      "- Cap the heap. Owner: Platform. Date: 2 May 2026",
      "Cap the heap | platform | 2026-05-02 | - | -",
    ],
    ["- Cap the heap – platform – 2 May 2026", "Cap the heap | platform | 2026-05-02 | - | -"],
    ["- Cap the heap - Platform, by 2026-05-02", "Cap the heap | platform | 2026-05-02 | - | -"],
    [
      "- Cap the heap [owner: platform] [due: 2026-05-02]",
      "Cap the heap | platform | 2026-05-02 | - | -",
    ],
    [
      "- Cap the heap [owner:: Platform] [due:: 2026-05-02]",
      "Cap the heap | platform | 2026-05-02 | - | -",
    ],
    [
      "- [ ] Cap the heap [owner:: ] [due:: 2026-05-02]",
      "Cap the heap | - | 2026-05-02 | open | -",
    ],
    ["- Cap the heap [owner:: platform] [due::]", "Cap the heap | platform | - | - | -"],
    ["- Cap the heap (owner: ) [status:: ]", "Cap the heap | - | - | - | -"],
    ["- [ ] Cap the heap owner:: ", "Cap the heap | - | - | open | -"],
    ["- Cap the heap — owner: , due: 2026-05-02", "Cap the heap | - | 2026-05-02 | - | -"],
    ["- Cap the heap [size:: ]", "Cap the heap [size:: ] | - | - | - | -"],
    [
      "- [ ] Cap the heap [[Platform]] 📅 2026-05-02",
      "Cap the heap | platform | 2026-05-02 | open | -",
    ],
    ["- [x] Cap the heap ✅ 2026-05-02", "Cap the heap | - | - | done | 2026-05-02"],
    ["- Cap the heap @platform 2026-05-02", "Cap the heap | platform | 2026-05-02 | - | -"],
    [
      "- Cap the heap (Platform team, ETA 2026-05-02)",
      "Cap the heap | platform | 2026-05-02 | - | -",
    ],
    [
      "- Platform will cap the heap by 2 May 2026",
      "Platform will cap the heap | platform | 2026-05-02 | - | -",
    ],
    ["- TODO Cap the heap\n  owner:: Platform", "Cap the heap | platform | - | open | -"],
    ["- DOING Cap the heap", "Cap the heap | - | - | in-progress | -"],
    ["- SWAP is off on all nodes", "SWAP is off on all nodes | - | - | - | -"],
    ["- Cap the heap #due/2026-05-02 @platform", "Cap the heap | platform | 2026-05-02 | - | -"],
    ["- Cap the heap [DONE] Platform", "Cap the heap | platform | - | done | -"],
    ["- **Cap the heap.** This is done.", "Cap the heap. | - | - | done | -"],
    ["- Cap the heap. In progress.", "Cap the heap. | - | - | in-progress | -"],
    ["- Cap the heap. It has grown.", "Cap the heap. It has grown. | - | - | - | -"],
    ["- Cap the heap / platform / 2026-05-02", "Cap the heap | platform | 2026-05-02 | - | -"],
    ["- 🔜 Cap the heap (Platform, end of May)", "Cap the heap | platform | end of May | open | -"],
    ["- Cap the heap (Platform, Q3)", "Cap the heap | platform | Q3 | - | -"],
    [
      "- Drill for the heap of Ledger — Platform — 2 May 2026",
      "Drill for the heap of Ledger | platform | 2026-05-02 | - | -",
    ],
    [
      "- Cap the heap. **Owner:** Platform. **Target:** done.",
      "Cap the heap | platform | - | done | -",
    ],
    [
      '- Cap the heap <Badge text="platform" /> <Badge text="2026-05-02" />',
      "Cap the heap | platform | 2026-05-02 | - | -",
    ],
    [
      "- [ ] Cap the heap { .done } — **Platform** — ~~2026-04-02~~ 2026-05-02",
      "Cap the heap | platform | 2026-05-02 | open | -",
    ],
    [
      "- [ ] Cap the heap [[Platform]] ⏫ 📅 2026-05-02",
      "Cap the heap | platform | 2026-05-02 | open | -",
    ],
    [
      "- OPS-7: Cap the heap In Progress @platform due May 2",
      "OPS-7: Cap the heap | platform | 2026-05-02 | in-progress | -",
    ],
    ["- OPS-7: Cap the heap", "OPS-7: Cap the heap | - | - | - | -"],
    ["- Cap the heap -> Platform, 2026-05-02", "Cap the heap | platform | 2026-05-02 | - | -"],
    ["- Cap the heap => Platform => May 2", "Cap the heap | platform | 2026-05-02 | - | -"],
    ["- Move the queue a -> b", "Move the queue a -> b | - | - | - | -"],
    [
      "- Cap the heap (owner: platform, ETA 2026-05-02)",
      "Cap the heap | platform | 2026-05-02 | - | -",
    ],
    ["- Cap the heap (owner: platform, both)", "Cap the heap | platform | - | - | -"],
    ["- TODO(platform): cap the heap", "cap the heap | platform | - | open | -"],
    ["- API(v2): cap the heap", "API(v2): cap the heap | - | - | - | -"],
    [
      "- Cap the heap `owner:platform` `due:2026-05-02`",
      "Cap the heap | platform | 2026-05-02 | - | -",
    ],
    ["- Cap the heap of host:port", "Cap the heap of host:port | - | - | - | -"],
    // Nobody tells whether the day or the month comes first.
    ["- Cap the heap — Platform — 03/04/2026", "Cap the heap | platform | 03/04/2026 | - | -"],
    [
      "- Cap the heap（owner: platform、due：2026-05-02）",
      "Cap the heap | platform | 2026-05-02 | - | -",
    ],
    ["- Cap the heap => https://example.com/881", "Cap the heap | - | - | - | -"],
    [
      '- Cap the heap <Owner team="platform" /> (due: 2026-05-02)',
      "Cap the heap | platform | 2026-05-02 | - | -",
    ],
    [
      "- Cap the heap (Storage, open, due 2026-05-02)",
      "Cap the heap | Storage | 2026-05-02 | open | -",
    ],
    ["- Cap the heap (deadline: end of May)", "Cap the heap | - | end of May | - | -"],
    // What stands in brackets and names no field belongs to the title.
    ["- Cap the heap (both clusters)", "Cap the heap (both clusters) | - | - | - | -"],
    ["- Cap the heap - and the stack", "Cap the heap - and the stack | - | - | - | -"],
    ["- Note: the heap grows", "Note: the heap grows | - | - | - | -"],
  ])("%s", (item, expected) => {
    expect(actionsOf(`## Actions\n\n${item}`)).toEqual([expected]);
  });
});

describe("a state in two parts", () => {
  test.each([
    ["Closed - Won't fix", "dropped"],
    ["Resolved (duplicate)", "dropped"],
    ["Done: cancelled", "dropped"],
    ["Closed (fixed)", "done"],
    ["Closed - completed", "done"],
    ["State: Done", "done"],
    ["Status - in progress", "in-progress"],
    ["opened", "open"],
    ["Done (2026-05-03)", "done"],
    ["In review - duplicate", "in-progress"],
  ])("%s is %s", (written, expected) => {
    const table = `| Action | Owner | Status |\n|--|--|--|\n| Cap the heap | Platform | ${written} |`;
    const [, , , status] = actionsOf(`## Actions\n\n${table}`)[0]?.split(" | ") ?? [];
    expect(status).toBe(expected);
  });
});

describe("the date in a table is read as dates in a timeline are", () => {
  test.each([
    ["02 May 2026", "2026-05-02"],
    ["May 2, 2026", "2026-05-02"],
    ["2026-05-02T00:00:00Z", "2026-05-02"],
    ["2 May", "2026-05-02"],
    ["02.05.2026", "2026-05-02"],
    ["30/04/2026", "2026-04-30"],
    ["<mark>2026-05-02</mark>", "2026-05-02"],
    ["2026-05-02 (moved from 2026-04-02)", "2026-05-02"],
    ["~~2026-04-02~~ 2026-05-02", "2026-05-02"],
    // Nobody says which day it is.
    ["04/05/2026", "04/05/2026"],
    ["Q3", "Q3"],
    ["next sprint", "next sprint"],
  ])("%s", (written, due) => {
    const table = `## Actions\n\n| Action | Due |\n|---|---|\n| Cap the heap | ${written} |`;
    expect(actionsOf(table)).toEqual([`Cap the heap | - | ${due} | - | -`]);
  });

  test("a day without a year is that after the incident", () => {
    const table = "## Actions\n\n| Action | Due |\n|---|---|\n| Cap the heap | 10 January |";
    expect(actionsOf(table, "2025-12-20")).toEqual(["Cap the heap | - | 2026-01-10 | - | -"]);
  });

  test("a day without a year is that after a start in the frontmatter, where the body tells no day", () => {
    const text = `---\ntitle: Queue\ntimes:\n  started: 2025-12-20T02:00:00Z\n---\n\n## Actions\n\n- [ ] Cap the heap by Jan 10\n`;
    const [action] = parsePostmortem({ path: "a.md", text }, CONTEXT).actions;
    expect(action?.due?.value).toBe("2026-01-10");
  });
});

test.each([
  ["Active", "in-progress"],
  ["Work in Progress", "in-progress"],
  ["in_progress", "in-progress"],
  ["Blocked", "open"],
  ["Closed Complete", "done"],
  ["(/) Done", "done"],
  [":white_check_mark:", "done"],
  ["100%", "done"],
  ["Won’t fix", "dropped"],
  ["Deferred", "proposed"],
  [":material-progress-clock: In progress", "in-progress"],
  ["▓▓░░░ 40 %", "in-progress"],
  ["Idea", "proposed"],
])("the state %s is %s", (written, status) => {
  const table = `## Actions\n\n| Action | Status |\n|---|---|\n| Cap the heap | ${written} |`;
  expect(actionsOf(table)).toEqual([`Cap the heap | - | - | ${status} | -`]);
});

test.each([
  ["Yes", "done"],
  ["no", "open"],
])("a column asks whether it is implemented: %s", (written, status) => {
  const table = `## Actions\n\n| Action | Implemented |\n|---|---|\n| Cap the heap | ${written} |`;
  expect(actionsOf(table)).toEqual([`Cap the heap | - | - | ${status} | -`]);
});

test("lines with letters are items, with their fields in sentences", () => {
  const lines =
    "a) Cap the heap. Owner: Platform. Target date: 2026-05-02. Status: Open.\nb) Page on swap.";
  expect(actionsOf(`## Lessons and actions\n\n${lines}`)).toEqual([
    "Cap the heap | platform | 2026-05-02 | open | -",
    "Page on swap. | - | - | - | -",
  ]);
});

test("a long question in bold is a heading", () => {
  const heading = "**How are we making incidents like this less likely or less impactful?**";
  expect(actionsOf(`${heading}\n\n- Cap the heap`)).toEqual(["Cap the heap | - | - | - | -"]);
});

test("of by and when the former is who, and a column of ticks is the state", () => {
  const table =
    "| Action | By | When | ✓ |\n|---|---|---|---|\n| Cap the heap | Platform | 2 May 2026 | ☑ |";
  expect(actionsOf(`## Actions\n\n${table}`)).toEqual([
    "Cap the heap | platform | 2026-05-02 | done | -",
  ]);
});

test("a column that is called action wins, and an owner may be a reference", () => {
  const table =
    "| Recommendation | Action | By whom |\n|---|---|---|\n| Memory | Cap the heap | group:default/platform |";
  expect(actionsOf(`## Actions\n\n${table}`)).toEqual(["Cap the heap | platform | - | - | -"]);
});

test("numbered paragraphs are actions, with owner and due", () => {
  const text = "3.1 Platform should cap the heap by 2 May 2026.\n\n3.2 Page on swap.";
  expect(actionsOf(`## 3 Recommendations\n\n${text}`)).toEqual([
    "Platform should cap the heap | platform | 2026-05-02 | - | -",
    "Page on swap. | - | - | - | -",
  ]);
});

test("ideas are proposed", () => {
  expect(actionsOf("## Actions\n\n### Ideas\n\n- Rewrite the queue")).toEqual([
    "Rewrite the queue | - | - | proposed | -",
  ]);
});

test.each([
  "There are no immediate actions to take.",
  "No further action items are planned at this time.",
  "- None",
  "- No follow-up work required",
  "_No response_",
])("nothing is to be done: %s", (text) => {
  expect(actionsOf(`## Actions\n\n${text}`)).toEqual([]);
});

test("actions stand below an item that is called so", () => {
  const list = "- **Impact**: none\n- **Review actions**:\n  - Cap the heap\n  - Page on swap";
  expect(actionsOf(list)).toEqual(["Cap the heap | - | - | - | -", "Page on swap | - | - | - | -"]);
});

test("what is told twice is one action, with all that both say", () => {
  const list = "- [ ] Cap the heap (platform)\n";
  const table = "| Action | Due |\n|---|---|\n| Cap the heap | 2026-05-02 |";
  expect(actionsOf(`## Actions\n\n${list}\n${table}`)).toEqual([
    "Cap the heap | platform | 2026-05-02 | open | -",
  ]);
});

test("a table with owners and states tells of actions below any heading", () => {
  const table =
    "| Ref | Improvement | Assigned to | State |\n|---|---|---|---|\n| 1 | Cap the heap | Platform | New |";
  expect(actionsOf(`## Lessons\n\n${table}`)).toEqual(["Cap the heap | platform | - | open | -"]);
});

describe("who does an action is its subject", () => {
  test.each([
    [
      "bold words that begin it",
      "## Actions\n\n- **Platform** caps the heap\n- **Ledger**: tell sales\n- **Heap** is capped",
      ["Platform caps the heap | platform", "tell sales | ledger", "Heap is capped | -"],
    ],
    [
      "a name with the word for a team, whether there is a day or not",
      "## Actions\n\n- The platform team caps the heap\n- Team Ledger tells sales\n- The heap of the platform is capped",
      [
        "The platform team caps the heap | platform",
        "Team Ledger tells sales | ledger",
        "The heap of the platform is capped | -",
      ],
    ],
  ])("%s", (_what, body, expected) => {
    const owned = actionsOf(body).map((one) => one.split(" | ").slice(0, 2).join(" | "));
    expect(owned).toEqual(expected);
  });
});

describe("what an action only thinks of is proposed", () => {
  test.each([
    ["Consider a second queue", "proposed"],
    ["We should think about moving the queue", "proposed"],
    ["It might be worth to move the queue", "proposed"],
    ["Maybe drop the queue", "proposed"],
    ["Consider a second queue (Platform, 2026-05-02)", "-"],
    ["[ ] Consider a second queue", "open"],
    ["Considerable care is needed for the queue", "-"],
    ["Move the queue, and consider its readers", "-"],
  ])("%s: %s", (item, expected) => {
    const [action = ""] = actionsOf(`## Actions\n\n- ${item}`);
    expect(action.split(" | ")[3]).toBe(expected);
  });
});

describe("states and fields as forms have them", () => {
  test.each([
    [
      "boxes in a column",
      "## Actions\n\n| Action | Owner | Done |\n|---|---|---|\n| Cap the heap | Platform | [x] |\n| Tell sales | Ledger | [ ] |",
      ["Cap the heap | platform | - | done | -", "Tell sales | ledger | - | open | -"],
    ],
    [
      "sentences that are fields, behind a number as well",
      "## Measures\n\na) Check halls 1 and 2. PLATFORM. 11 OCT 2026. OPEN.\nb) Cap the heap. LEDGER. PROPOSED.",
      [
        "Check halls 1 and 2. | platform | 2026-10-11 | open | -",
        "Cap the heap. | ledger | - | proposed | -",
      ],
    ],
    [
      "a due date that is no day behind a word",
      "## Actions\n\n- Cap the heap, owned by Platform, until end of September 2026",
      ["Cap the heap | platform | end of September 2026 | - | -"],
    ],
  ])("%s", (_what, body, expected) => {
    expect(actionsOf(body)).toEqual(expected);
  });
});

describe("sections of actions by what they are called", () => {
  test.each([
    [
      "below a line that asks for them",
      "## Summary\n\nLate.\n\n**What we do now:**\n\n1. Platform puts a limit on the heap by 2 May.\n2. Ledger is asked for a drill.\n3. Ledger results are late.",
      [
        "Platform puts a limit on the heap | platform | 2026-05-02 | - | -",
        "Ledger is asked for a drill. | ledger | - | - | -",
        "Ledger results are late. | - | - | - | -",
      ],
    ],
    [
      "below a heading that says they were not agreed",
      "## Agreed\n\n- Cap the heap. **Platform**, 30-Sep-2026. *Open*\n\n## Not agreed\n\n- A second provider",
      [
        "Cap the heap. | platform | 2026-09-30 | open | -",
        "A second provider | - | - | proposed | -",
      ],
    ],
    [
      "with a picture that stands for an idea",
      "## Actions\n\n- :bulb: drop the node in Osaka",
      ["drop the node in Osaka | - | - | proposed | -"],
    ],
  ])("%s", (_what, body, expected) => {
    expect(actionsOf(body)).toEqual(expected);
  });
});

test.each([
  ["12/4", "12/4?"],
  ["03/04/2026", "03/04/2026?"],
  ["12/24", "2026-12-24"],
  ["soon", "soon"],
])("a due date in numbers that may be two days is in doubt: %s", (written, expected) => {
  const text = `# Queue\n\n**Date:** 14 March 2026\n\n## Actions\n\n- Cap the heap (due: ${written})\n`;
  const { actions } = parsePostmortem({ path: "a.md", text }, { ...CONTEXT, taxonomy: TAXONOMY });
  const due = actions[0]?.due;
  expect(`${due?.value ?? "-"}${due?.source.confidence === "low" ? "?" : ""}`).toBe(expected);
});

test("an outline holds the actions of all of a document", () => {
  const text =
    "- Queue was full\n  - to do\n    - Cap the heap\n      - who: Platform\n      - when: 2026-05-02\n";
  const context = { ...CONTEXT, taxonomy: TAXONOMY };
  const { actions } = parsePostmortem({ path: "a.md", text }, context);
  expect(
    actions.map(({ title, owner, due }) => [title, owner, due].map((one) => one?.value)),
  ).toEqual([["Cap the heap", "platform", "2026-05-02"]]);
});

test("a day without a year is due as written where nobody tells the year", () => {
  const text = "# Queue\n\n## Actions\n\n- Cap the heap (Platform, May 2)\n";
  const context = { ...CONTEXT, taxonomy: TAXONOMY };
  const { actions } = parsePostmortem({ path: "a.md", text }, context);
  expect(
    actions.map(({ title, owner, due }) => [title, owner, due].map((one) => one?.value)),
  ).toEqual([["Cap the heap", "platform", "May 2"]]);
});
