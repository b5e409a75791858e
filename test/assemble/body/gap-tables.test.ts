import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

const ROW = "| messaging.backpressure | knowledge | platform | The lag was not seen. |";

function gapsOf(table: string): readonly string[] {
  const text = `---\ntitle: Queue\n---\n\n## Skills we lacked\n\n${table}\n`;
  return read(text, ["gaps"]).gaps.map(({ competency, kind, team, evidence }) =>
    [competency, kind, team, evidence].map((fact) => fact?.value ?? "-").join(" | "),
  );
}

describe("tables of gaps", () => {
  test.each([
    [
      "with all columns",
      `| Competency | Kind | Team | Evidence |\n|--|--|--|--|\n${ROW}`,
      ["messaging.backpressure | knowledge | platform | The lag was not seen."],
    ],
    [
      "with aliases",
      "| Missing skill | Gap kind |\n|--|--|\n| Consumer lag | Knowledge |\n| | access |",
      ["messaging.backpressure | knowledge | - | -"],
    ],
    ["of words that no taxonomy has", "| Skill | Kind |\n|--|--|\n| Cooking | knowledge |", []],
    [
      "of what people have learned",
      "| Skill | Evidence | Team |\n|--|--|--|\n| messaging.backpressure | course passed | platform |",
      [],
    ],
    ["of other kinds", "| Skill | Kind |\n|--|--|\n| messaging.backpressure | course |", []],
    ["that only name a skill", "| Skill | Course |\n|--|--|\n| messaging.backpressure | A |", []],
  ])("%s", (_, table, expected) => {
    expect(gapsOf(table)).toEqual(expected);
  });

  test("of actions list none", () => {
    const table =
      "| Action | Competency | Evidence |\n|--|--|--|\n| Game day | messaging.backpressure | x |";
    expect(read(`# Queue\n\n## Actions\n\n${table}\n`).gaps).toEqual([]);
  });
});

describe("reasons of escalations in other words", () => {
  test.each([
    ["approval", "authority"],
    ["Know-how", "expertise"],
    ["permissions", "access"],
    ["habit", "habit"],
  ])("%s is %s", (written, expected) => {
    const table = `| From | To | Why |\n|--|--|--|\n| payments | platform | ${written} |`;
    const [escalation] = read(`# Queue\n\n## Escalations\n\n${table}\n`).escalations;
    expect(escalation?.reason?.value).toBe(expected);
  });
});
