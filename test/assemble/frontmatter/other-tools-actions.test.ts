import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import type { Postmortem } from "../../../src/core/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";

function read(text: string): Postmortem {
  return parsePostmortem({ path: "a.md", text }, { ...CONTEXT, taxonomy: TAXONOMY });
}

function actionsOf(frontmatter: string): readonly string[] {
  return read(`---\n${frontmatter}\n---\n\n# Queue\n`).actions.map(
    ({ title, owner, due, status, done }) =>
      [title, owner, due, status, done].map((fact) => fact?.value ?? "-").join(" | "),
  );
}

const LIST = `
    - name: Cap the heap
      assignee: Platform
      deadline: 17 April 2026
      state: Work in Progress
    - Count pages
    - note: no title`;

describe("actions under the keys of others", () => {
  const expected = [
    "Cap the heap | platform | 2026-04-17 | in-progress | -",
    "Count pages | - | - | - | -",
  ];
  test.each([
    ["a key of its own", `action_items:${LIST}`],
    ["a wrapper", `extra:\n  followUps:${LIST}`],
    ["our key with other fields", `actions:${LIST}`],
  ])("below %s", (_, frontmatter) => {
    expect(actionsOf(frontmatter)).toEqual(expected);
  });

  test("have their place", () => {
    const [action] = read(
      "---\nfollow_ups:\n  - task: Cap the heap\n    team: platform\n---\n",
    ).actions;
    expect(action?.title.source).toMatchObject({
      origin: "frontmatter",
      range: { start: { line: 3 } },
    });
    expect(action?.owner?.source.range.start.line).toBe(4);
  });

  test("a state that elsewhere is a placeholder", () => {
    const list = "tasks:\n  - { task: Cap the heap, owner: TBD, status: todo }";
    expect(actionsOf(list)).toEqual(["Cap the heap | - | - | open | -"]);
  });

  test.each(["tasks: none", "extra: { severity: P2 }", "layout: post", "tasks: [TBD, N/A]"])(
    "%s lists none",
    (text) => {
      expect(actionsOf(text)).toEqual([]);
    },
  );
});

describe("names as catalogues refer to them", () => {
  test("of services and of the owner", () => {
    const { services, teams } = read(
      "---\nspec:\n  owner: group:default/payments\n  affects: [component:default/checkout, resource:ledger]\n---\n\n# Queue\n",
    );
    expect(services.map(({ value }) => value)).toEqual(["checkout", "ledger"]);
    expect(teams.map(({ value, source }) => `${value} ${source.how}`)).toEqual([
      "payments inferred",
    ]);
  });

  test("an owner whom no taxonomy lists is no team", () => {
    expect(read("---\nspec: { owner: somebody }\n---\n\n# Queue\n").teams).toEqual([]);
  });
});
