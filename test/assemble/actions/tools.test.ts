import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";

/** Each action as "title | owner | due | status". */
function actionsOf(body: string): readonly string[] {
  const text = `# Queue\n\n**Date:** 2026-03-14\n\n${body}\n`;
  const context = { ...CONTEXT, taxonomy: TAXONOMY };
  return parsePostmortem({ path: "a.md", text }, context).actions.map(
    ({ title, owner, due, status }) =>
      [title, owner, due, status].map((fact) => fact?.value ?? "-").join(" | "),
  );
}

test.each([
  ["Where is it?", "Doing", "in-progress"],
  ["Where is it?", "✅", "done"],
  ["Size", "small", "-"],
  ["Breaks others", "no", "-"],
])(
  "a column whose head nobody knows is for states where it holds nothing else: %s, %s",
  (head, cell, status) => {
    const table = `| Task | Who | ${head} |\n|---|---|---|\n| Cap the heap | platform | ${cell} |\n`;
    expect(actionsOf(`## Actions\n\n${table}`)).toEqual([
      `Cap the heap | platform | - | ${status}`,
    ]);
  },
);

test.each(["TBD", "none", "n/a", "to be decided", "-"])(
  "what stands in for a day is none: %s",
  (due) => {
    const table = `| Task | Who | Due |\n|---|---|---|\n| Cap the heap | platform | ${due} |\n`;
    expect(actionsOf(`## Actions\n\n${table}`)).toEqual(["Cap the heap | platform | - | -"]);
  },
);

describe("items as tools write them", () => {
  test.each([
    [
      "1. Cap the heap – owner: platform – due: 8 May 2026 – in progress",
      "Cap the heap | platform | 2026-05-08 | in-progress",
    ],
    ["- Cap the heap, platform, 2026-05-15", "Cap the heap | platform | 2026-05-15 | -"],
    ["- Platform, by 2026-05-15: cap the heap", "cap the heap | platform | 2026-05-15 | -"],
    ["- [ ] Platform / 2026-05-15 / cap the heap", "cap the heap | platform | 2026-05-15 | open"],
    ["- Heap / swap / cap both", "Heap / swap / cap both | - | - | -"],
    ["- Review caps with Platform by 2026-05-15", "Review caps with Platform | - | 2026-05-15 | -"],
    ["- Review caps Platform by 2026-05-15", "Review caps | platform | 2026-05-15 | -"],
    ["- Swap, cache: cap the heap", "Swap, cache: cap the heap | - | - | -"],
    ["- Drill for ledger, platform", "Drill for ledger, platform | - | - | -"],
    ["- [ ] Cap the heap (@platform, 4/17)", "Cap the heap | platform | 2026-04-17 | open"],
    ["- [ ] ~~Cap the heap~~ won't do", "Cap the heap | - | - | dropped"],
    ["- ~~Page~~ the platform on swap", "Page the platform on swap | - | - | -"],
    ["- [-] Cap the heap (platform)", "Cap the heap | platform | - | dropped"],
    ["- [/] Cap the heap (platform)", "Cap the heap | platform | - | in-progress"],
    [
      '- [ ] Cap the heap - group/search#771 - ~"group::platform" - due 2026-03-20',
      "Cap the heap | platform | 2026-03-20 | open",
    ],
    ["- [ ] Cap the heap (assigned to platform)", "Cap the heap | platform | - | open"],
    [
      "- [ ] Cap the heap :material-account-group: Platform :material-calendar: 2026-04-30",
      "Cap the heap | platform | 2026-04-30 | open",
    ],
    ["- [ ] Cap the heap 👤 platform 📅 2026-04-30", "Cap the heap | platform | 2026-04-30 | open"],
    ["- [x] Cap the heap [[Platform]] ✅ 2026-04-02", "Cap the heap | platform | - | done"],
    ["- [ ] Cap the heap #platform 📅 2026-04-30", "Cap the heap | platform | 2026-04-30 | open"],
    [
      "- [ ] Cap the heap #platform #p1 ⏫ 📅 2026-04-30",
      "Cap the heap | platform | 2026-04-30 | open",
    ],
    ["- [ ] Cap the heap :platform:", "Cap the heap | platform | - | open"],
    ["- [ ] Cap the heap #p1", "Cap the heap #p1 | - | - | open"],
    ["- [x] 12 Platform Cap the heap 13 Mar 2026", "Cap the heap | platform | 2026-03-13 | done"],
    [
      "- Cap the heap (Platform, in work, expected by April 16, 2026)",
      "Cap the heap | platform | 2026-04-16 | in-progress",
    ],
    ["- Cap the heap (Platform, completed April 2, 2026)", "Cap the heap | platform | - | done"],
    [
      "- [ ] Cap the heap | Platform | by Fri 20 Mar 2026",
      "Cap the heap | platform | 2026-03-20 | open",
    ],
    ["- [ ] Cap the heap 2026-03-20", "Cap the heap | - | 2026-03-20 | open"],
    [
      "- [ ] Recover the bookings of 12 March 2026",
      "Recover the bookings of 12 March 2026 | - | - | open",
    ],
    ["- [ ] 12 Platform engineers meet", "12 Platform engineers meet | - | - | open"],
    [
      "- Cap the heap. Owner: Platform, by 10 April 2026.",
      "Cap the heap | platform | 2026-04-10 | -",
    ],
    [
      "- Cap the heap. Owner: Platform, May 1, 2026, done",
      "Cap the heap | platform | 2026-05-01 | done",
    ],
    ["- Cap the heap. Owner: Platform, Ledger", "Cap the heap | Platform, Ledger | - | -"],
    [
      "- [x] Cap the heap 🛫 2026-03-30  ⏱️ 2026-04-03 ✅2026-04-02",
      "Cap the heap | - | 2026-04-03 | done",
    ],
    ["• :white_check_mark: Platform: cap the heap", "cap the heap | platform | - | done"],
    ["• :hourglass_flowing_sand: Ledger: count pages", "count pages | ledger | - | in-progress"],
    [
      '- Cap the heap ({{< team "platform" >}}, by 12 June 2026)',
      "Cap the heap | platform | 2026-06-12 | -",
    ],
    ["- Cap the heap, due 17/Apr/26", "Cap the heap | - | 2026-04-17 | -"],
    ["- [ ] @Platform cap the heap 17 Apr 2026", "cap the heap | platform | 2026-04-17 | open"],
    [
      "- Cap the heap (assigned to team:platform, due Apr 17, 2026)",
      "Cap the heap | platform | 2026-04-17 | -",
    ],
    [
      "- [ ] Cap the heap | 👤 Platform | 📅 Apr 17 | 🟣 In review",
      "Cap the heap | platform | 2026-04-17 | in-progress",
    ],
    [
      "- Cap the heap -- Platform -- 2026-04-17 -- DONE",
      "Cap the heap | platform | 2026-04-17 | done",
    ],
    [
      "1. Cap the heap. **Platform**, by 17 April 2026.",
      "Cap the heap. | platform | 2026-04-17 | -",
    ],
    ["1. Cap the heap. **Platform**, no date yet.", "Cap the heap. | platform | - | -"],
    [
      "- [ ] Cap the heap — Platform — due Fri, Apr 17",
      "Cap the heap | platform | 2026-04-17 | open",
    ],
    [
      "1. Cap the heap        Platform     17.04.2026   done",
      "Cap the heap | platform | 2026-04-17 | done",
    ],
    ["1. Cap the heap      Platform   2027   idea", "Cap the heap | platform | 2027 | proposed"],
    ["- Cap the heap (Platform), done on 12 June", "Cap the heap | platform | - | done"],
    ["- Cap the heap (Platform) ⏱ 2026-04-17", "Cap the heap | platform | 2026-04-17 | -"],
    ["- 🟢 Completed: Cap the heap", "Cap the heap | - | - | done"],
    ["- 🟢 Cap the heap", "🟢 Cap the heap | - | - | -"],
    [
      "- Task 20420: Cap the heap [Closed] (Platform)",
      "Task 20420: Cap the heap | platform | - | done",
    ],
    ["- [x] Cap the heap `P2` `Platform`", "Cap the heap | platform | - | done"],
    [
      '- Cap the heap ~"corrective action" ~"workflow::in dev" /due 2026-04-24',
      "Cap the heap | - | 2026-04-24 | in-progress",
    ],
    ['- ~~Cap the heap~~ ~"workflow::cancelled"', "Cap the heap | - | - | dropped"],
    [
      "- Cap the heap (Owner: Platform; ETA: Q2 2026) – To Do",
      "Cap the heap | platform | Q2 2026 | open",
    ],
    ["- [x] Cap the heap [owner:: platform] ✅ 2026-06-01", "Cap the heap | platform | - | done"],
    ["- [P1] :eyes: Cap the heap — @platform", "Cap the heap | platform | - | in-progress"],
    ["<ul><li><s>Cap the heap</s></li></ul>", "Cap the heap | - | - | done"],
    ["<ul><li><s>Cap</s> the heap</li></ul>", "Cap the heap | - | - | -"],
    [
      '<ul><li><input type="checkbox"> Cap the heap (Platform)</li></ul>',
      "Cap the heap | platform | - | open",
    ],
    [
      '<ul><li><input type="checkbox" checked> Cap the heap</li></ul>',
      "Cap the heap | - | - | done",
    ],
    [
      "### 1. Cap the heap\n\nIt grows.\n\n- Owner: Platform\n- Due: 2026-04-17",
      "Cap the heap | platform | 2026-04-17 | -",
    ],
    ["### Cap the heap\n\nOwner: Platform\nStatus: Done", "Cap the heap | platform | - | done"],
    [
      "### Cap the heap\n\n| Owner | Platform |\n|--|--|\n| Due | 2026-04-17 |",
      "Cap the heap | platform | 2026-04-17 | -",
    ],
    [
      '### [TODO]{.todo .TODO} Cap the heap [platform]{.tag tag-name="platform"}\n\nDEADLINE: \\<2026-04-17 Fri\\>',
      "Cap the heap | platform | 2026-04-17 | open",
    ],
    [
      "PRB1 Cap the heap\n:   Owner: Platform. Target date: 2026-04-17. State: Closed Complete",
      "PRB1 Cap the heap | platform | 2026-04-17 | done",
    ],
    ["- (Platform) Cap the heap, target 2026/06/01", "Cap the heap | platform | 2026-06-01 | -"],
    ["- (Phase 2) Cap the heap", "(Phase 2) Cap the heap | - | - | -"],
    [
      "- None of the alerts fired: cap the heap",
      "None of the alerts fired: cap the heap | - | - | -",
    ],
    [
      "- No action needed, but cap the heap by 2026-06-01",
      "No action needed, but cap the heap | - | 2026-06-01 | -",
    ],
    ["**Agreed, in this order**\n\n- Cap the heap", "Cap the heap | - | - | open"],
    ["**Done so far**\n\n- Cap the heap", "Cap the heap | - | - | done"],
    ["### Ideas for later\n\n- Cap the heap", "Cap the heap | - | - | proposed"],
    ["### Parking lot\n\n1. Cap the heap", "Cap the heap | - | - | proposed"],
  ])("%s", (item, expected) => {
    expect(actionsOf(`## Action items\n\n${item}`)).toEqual([expected]);
  });
});

describe("tables as tools write them", () => {
  test.each([
    [
      "a column of numbers named as the actions are",
      "| Work item | Title | Assigned To | State | Target Date |\n|--|--|--|--|--|\n| #5120 | Cap the heap | Platform | Active | 15/07/2026 |",
      "Cap the heap | platform | 2026-07-15 | in-progress",
    ],
    [
      "words of a service desk",
      "| Number | Short description | Assignment group | Planned end | State |\n|--|--|--|--|--|\n| PTASK001 | Cap the heap | Platform | 2026-05-29 | Closed Complete |",
      "Cap the heap | platform | 2026-05-29 | done",
    ],
    [
      "a start and an end of the work",
      "| Key | Summary | Assignee | Target start | Target end |\n|--|--|--|--|--|\n| OPS-1 | Cap the heap | Platform | 12/Mar/26 | 13/Mar/26 |",
      "Cap the heap | platform | 2026-03-13 | -",
    ],
    [
      "until when",
      "| Measure | Responsible | Until |\n|--|--|--|\n| Cap the heap | Platform | 4 May 2026 |",
      "Cap the heap | platform | 2026-05-04 | -",
    ],
    [
      "the day on which it was done",
      "| Action | Responsible team | Completed on |\n|--|--|--|\n| Cap the heap | Platform | May 22, 2026 |",
      "Cap the heap | platform | - | done",
    ],
    [
      "a day under When",
      "| Done | Task | Owner | When |\n|--|--|--|--|\n| ☐ | Cap the heap | Platform | 7/30/2026 |",
      "Cap the heap | platform | 2026-07-30 | open",
    ],
    [
      "a share of the work",
      "| # | Description | Responsible | Deadline | Progress |\n|--|--|--|--|--|\n| A1 | Cap the heap | Platform | 30/01/2027 | 40 % |",
      "Cap the heap | platform | 2027-01-30 | in-progress",
    ],
    [
      "an outcome beside the state",
      "| Task | Team | State | Resolution |\n|--|--|--|--|\n| Cap the heap | Platform | Closed | Won't fix |",
      "Cap the heap | platform | - | dropped",
    ],
    [
      "an outcome that only says what the state does",
      "| Task | Team | State | Resolution |\n|--|--|--|--|\n| Cap the heap | Platform | Active | Unresolved |",
      "Cap the heap | platform | - | in-progress",
    ],
    [
      "a day and a time of twelve hours, and a column for the type",
      "| Work Item Type | Title | Assigned To | State | Due Date |\n|--|--|--|--|--|\n| Task | Cap the heap | Platform | Committed | 6/30/2026 5:00:00 PM |",
      "Cap the heap | platform | 2026-06-30 | open",
    ],
    [
      "the day under Completed",
      "| Action | Owner | Deadline | Completed |\n|--|--|--|--|\n| Cap the heap | Platform | 20260630 | 2026-06-12 |",
      "Cap the heap | platform | 2026-06-30 | done",
    ],
    [
      "a grid",
      "+----+--------------+----------+------------+-------+\n| No | Measure      | Owner    | Due        | State |\n+====+==============+==========+============+=======+\n| 1  | Cap the      | Platform | 29.05.2026 | open  |\n|    | heap         |          |            |       |\n+----+--------------+----------+------------+-------+",
      "Cap the heap | platform | 2026-05-29 | open",
    ],
  ])("%s", (_, table, expected) => {
    expect(actionsOf(`## Preventive actions\n\n${table}`)).toEqual([expected]);
  });

  test.each([
    "- N/A – a fault of the provider",
    "No further work required; the provider has mended it.",
    "- None, the job is gone.",
    "Nothing to do here — the provider has replaced the disk.",
    "| Action | Owner | Due |\n|--|--|--|\n| None planned | - | - |",
  ])("none, with the reason: %s", (text) => {
    expect(actionsOf(`## Action items\n\n${text}`)).toEqual([]);
  });

  test.each([
    "What we'll change",
    "What we agreed",
    "How we'll do better",
    "Work to be done",
    "We will",
    "Sub-tasks",
    "Improvements",
    "How we prevent this",
    "Repair items",
  ])("below the heading %s", (heading) => {
    expect(actionsOf(`## ${heading}\n\n- Cap the heap\n`)).toEqual(["Cap the heap | - | - | -"]);
  });
});

describe("what a section on the resolution lists", () => {
  test.each([
    ["- Cap the heap (Platform), done on 12 June\n- Count pages, by 2026-06-26", 2],
    ["- Capped the heap (Platform)\n- Counted pages", 0],
    ["- Capped the heap (Platform), 2026-03-14\n- Counted pages", 0],
    ["| Action | Owner | Due |\n|--|--|--|\n| Cap the heap | platform | 2026-06-26 |", 1],
    ["| Step | Result |\n|--|--|\n| Cap the heap | good |", 0],
    ["### Completed\n\n- Cap the heap — platform", 1],
  ])("%s", (items, count) => {
    expect(actionsOf(`## Remediation\n\n${items}`)).toHaveLength(count);
  });

  test.each([
    "## TODO Timeline\n\nOwner: Platform",
    "## TODO before publishing\n\nAsk for figures.",
    "## Actions\n\n### Notes\n\nStatus: all of these are tracked elsewhere.",
  ])("but no part that is still to be written, and no note: %s", (text) => {
    expect(actionsOf(text).join("\n")).not.toMatch(/timeline|publishing|notes/i);
  });

  test("and a heading with the mark of a task, in any section", () => {
    expect(actionsOf("## DONE Cap the heap\n\nOwner: Platform")).toEqual([
      "Cap the heap | platform | - | done",
    ]);
  });

  test("and a group of actions is none", () => {
    expect(actionsOf("## Actions\n\n### Prevent\n\n- Cap the heap\n  - Owner: Platform\n")).toEqual(
      ["Cap the heap | platform | - | -"],
    );
  });
});

describe("fields and sentences", () => {
  test("the fields of an action in a list below it", () => {
    const text =
      "## Actions\n\n1. Action: Cap the heap\n- Owner: Platform\n- Due date: 2026-05-15\n- Check: load test\n\n2. Action: Count pages\n- Owner: Ledger\n";
    expect(actionsOf(text)).toEqual([
      "Cap the heap | platform | 2026-05-15 | -",
      "Count pages | ledger | - | -",
    ]);
  });

  test("tasks below a title that tells more", () => {
    const text =
      "# Q 2026-03-14\n\nseverity: SEV2\n\n14:02 It broke\n\n14:10 Alert\n\ntodo:\n- cap the heap (platform, 2026-05-15)\n";
    const { severity, actions, sections } = parsePostmortem(
      { path: "a.md", text },
      { ...CONTEXT, taxonomy: TAXONOMY },
    );
    expect(severity?.value).toBe("P2");
    expect(actions.map(({ title }) => title.value)).toEqual(["cap the heap"]);
    expect(sections.map(({ kind }) => kind)).toEqual([null, "actions"]);
    const bare =
      "# Q\n\n- cap the heap (platform, 2026-05-15)\n- count pages (ledger, 2026-05-15)\n";
    const read = parsePostmortem({ path: "a.md", text: bare }, { ...CONTEXT, taxonomy: TAXONOMY });
    expect(read.actions).toHaveLength(2);
  });

  test("a question of the form that nobody had anything for", () => {
    expect(actionsOf("## Actions\n\n- Runbooks to change: none\n- Cap the heap\n")).toEqual([
      "Cap the heap | - | - | -",
    ]);
  });

  test.each([
    [
      "who does it and by when",
      "The platform team moves reports by 15 May 2026. Ledger has already added the rule. We like both.",
      [
        "The platform team moves reports | platform | 2026-05-15 | -",
        "Ledger has already added the rule | ledger | - | done",
      ],
    ],
    [
      "no date, which is one piece of prose",
      "The platform team looks at reports. Ledger helps with it.",
      ["The platform team looks at reports. Ledger helps with it. | - | - | -"],
    ],
  ])("sentences that tell %s", (_, text, expected) => {
    expect(actionsOf(`## Actions\n\n${text}`)).toEqual(expected);
  });

  test.each([
    ["1. Cap the heap | Owner: Platform | Due: 2026-05-15\n2. Count pages | Owner: Ledger", 2],
    ["cap --heap 4G\ncount pages", 0],
    ["Cap the heap | Owner: Platform\n".repeat(21), 0],
  ])("lines of code: %j", (lines, count) => {
    expect(actionsOf(`## Actions\n\n\`\`\`\n${lines}\n\`\`\``)).toHaveLength(count);
  });
});

describe("dates and states of a table", () => {
  const table = (due: string, status: string) =>
    `## Actions\n\n| Action | Owner | Due | Status |\n|--|--|--|--|\n| Cap the heap | platform | ${due} | ${status} |\n| Count | platform | 30/04/2026 | open |`;
  test.each([
    ["a due date that else lay before the incident", "5/1/2026", "open", "2026-05-01 | open"],
    ["a due date that is clear", "02/05/2026", "open", "2026-05-02 | open"],
    ["a state that is a reference", "2026-05-01", "#812", "2026-05-01 | -"],
    ["a state that is a link", "2026-05-01", "[PR](x)", "2026-05-01 | -"],
    ["a share of the work", "2026-05-01", "0 %", "2026-05-01 | open"],
    ["a state behind the day", "1 May 2026 (done)", "", "2026-05-01 | done"],
  ])("%s", (_, due, status, expected) => {
    expect(actionsOf(table(due, status))[0]).toBe(`Cap the heap | platform | ${expected}`);
  });
});
