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

describe("items as tools write them", () => {
  test.each([
    [
      "1. Cap the heap – owner: platform – due: 8 May 2026 – in progress",
      "Cap the heap | platform | 2026-05-08 | in-progress",
    ],
    ["- Cap the heap, platform, 2026-05-15", "Cap the heap | platform | 2026-05-15 | -"],
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
    ["• :white_check_mark: Platform: cap the heap", "cap the heap | platform | - | done"],
    ["• :hourglass_flowing_sand: Ledger: count pages", "count pages | ledger | - | in-progress"],
    [
      '- Cap the heap ({{< team "platform" >}}, by 12 June 2026)',
      "Cap the heap | platform | 2026-06-12 | -",
    ],
    ["- Cap the heap, due 17/Apr/26", "Cap the heap | - | 2026-04-17 | -"],
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
      "a grid",
      "+----+--------------+----------+------------+-------+\n| No | Measure      | Owner    | Due        | State |\n+====+==============+==========+============+=======+\n| 1  | Cap the      | Platform | 29.05.2026 | open  |\n|    | heap         |          |            |       |\n+----+--------------+----------+------------+-------+",
      "Cap the heap | platform | 2026-05-29 | open",
    ],
  ])("%s", (_, table, expected) => {
    expect(actionsOf(`## Preventive actions\n\n${table}`)).toEqual([expected]);
  });

  test.each([
    "What we'll change",
    "We will",
    "Sub-tasks",
    "Improvements",
    "How we prevent this",
    "Repair items",
  ])("below the heading %s", (heading) => {
    expect(actionsOf(`## ${heading}\n\n- Cap the heap\n`)).toEqual(["Cap the heap | - | - | -"]);
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
  ])("%s", (_, due, status, expected) => {
    expect(actionsOf(table(due, status))[0]).toBe(`Cap the heap | platform | ${expected}`);
  });
});
