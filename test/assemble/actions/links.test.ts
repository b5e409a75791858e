import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

function actionsOf(text: string): readonly string[] {
  return read(text).actions.map(({ title }) => title.value);
}

describe("tickets that led to the incident, or are the same, are no actions", () => {
  test.each([
    [
      "in a table",
      "| Link | Key | Summary | Status |\n|---|---|---|---|\n| is caused by | OPS-1 | Import without a limit | Done |\n| action item | OPS-2 | Cap the import | To do |",
      ["Cap the import"],
    ],
    [
      "in a list",
      "- caused by OPS-1 Import without a limit\n- is duplicated by: OPS-3 Slow\n- OPS-2 Cap the import",
      ["OPS-2 Cap the import"],
    ],
    [
      "below an item",
      "- Caused by\n  - OPS-1 Import without a limit\n- Cap the import",
      ["Cap the import"],
    ],
    ["below a line", "is caused by\n\n- OPS-1 Import without a limit", []],
    ["below a heading", "### Caused by\n\n- OPS-1 Import without a limit", []],
  ])("%s", (_, written, expected) => {
    expect(actionsOf(`# Q\n\n## Linked issues\n\n${written}\n`)).toEqual(expected);
  });

  test("an action may be about what causes", () => {
    const written = "- Duplicates are dropped by the consumer\n- Blocked by design: say so";
    expect(actionsOf(`# Q\n\n## Actions\n\n${written}\n`)).toHaveLength(2);
  });
});
