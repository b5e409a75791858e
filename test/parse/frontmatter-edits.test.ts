import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../src/core/apply-edits.ts";
import { indexLines } from "../../src/core/line-index.ts";
import type { FrontmatterEntries } from "../../src/parse/insertions.ts";
import { frontmatterEdits } from "../../src/parse/frontmatter-edits.ts";
import { splitDocument } from "../../src/parse/frontmatter.ts";

function edited(text: string, entries: FrontmatterEntries): string {
  const { edits, error } = frontmatterEdits({ path: "a.md", text }, entries);
  return edits === null ? error : applyEdits(text, edits);
}

const GAP = { competency: "messaging.backpressure", kind: "knowledge" };

describe("entries of a frontmatter", () => {
  test.each<[name: string, text: string, entries: FrontmatterEntries, expected: string]>([
    ["none", "# A\n", {}, "# A\n"],
    [
      "where there is no frontmatter",
      "# A\n",
      { title: "A: b", services: ["x"] },
      '---\ntitle: "A: b"\nservices:\n  - x\n---\n\n# A\n',
    ],
    ["in an empty document", "", { title: "A" }, "---\ntitle: A\n---\n"],
    ["before a blank line", "\n# A\n", { title: "A" }, "---\ntitle: A\n---\n\n# A\n"],
    [
      "beside others",
      "---\ntitle: A # x\n---\n# A\n",
      { status: "draft" },
      "---\ntitle: A # x\nstatus: draft\n---\n# A\n",
    ],
    [
      "in an empty frontmatter",
      "---\n---\n# A\n",
      { status: "draft" },
      "---\nstatus: draft\n---\n# A\n",
    ],
    ["that are there already", "---\ntitle: A\n---\n", { title: "B" }, "---\ntitle: A\n---\n"],
    ["undefined", "---\ntitle: A\n---\n", { status: undefined }, "---\ntitle: A\n---\n"],
    [
      "for a key without a value",
      "---\nseverity: # old\ntitle: A\n---\n",
      { severity: "P1" },
      "---\nseverity: P1 # old\ntitle: A\n---\n",
    ],
    [
      "for an empty list",
      "---\ngaps: []\ntitle: A\n---\n",
      { gaps: [GAP] },
      "---\ngaps:\n  - competency: messaging.backpressure\n    kind: knowledge\ntitle: A\n---\n",
    ],
    [
      "for an empty list with a remark",
      "---\ngaps: []   # - { competency: a }\ntitle: A\n---\n",
      { gaps: [GAP] },
      "---\ngaps:   # - { competency: a }\n  - competency: messaging.backpressure\n    kind: knowledge\ntitle: A\n---\n",
    ],
    [
      "items for a list in block style",
      "---\ngaps:\n- competency: a # one\n  evidence: >\n    Two\n    lines.\ntitle: A\n---\n",
      { gaps: [GAP] },
      "---\ngaps:\n- competency: a # one\n  evidence: >\n    Two\n    lines.\n- competency: messaging.backpressure\n  kind: knowledge\ntitle: A\n---\n",
    ],
    [
      "items for an indented list at the end",
      "---\nservices:\n    - a   # first\n---\nBody\n",
      { services: ["b", "c"] },
      "---\nservices:\n    - a   # first\n    - b\n    - c\n---\nBody\n",
    ],
    [
      "items for a list on one line",
      "---\nservices: [ a, b ] # both\n---\n",
      { services: ["c: d"] },
      '---\nservices: [ a, b, "c: d" ] # both\n---\n',
    ],
    [
      "no list for a text",
      "---\nservices: a\n---\n",
      { services: ["b"] },
      "---\nservices: a\n---\n",
    ],
    [
      "in braces",
      "---\n{ title: A }\n---\n",
      { status: "draft" },
      "its frontmatter is not written as `key: value` lines",
    ],
    [
      "in a broken frontmatter",
      "---\ntitle: [\n---\n",
      { status: "draft" },
      expect.stringContaining("its frontmatter cannot be read: ") as string,
    ],
  ])("%s", (_name, text, entries, expected) => {
    expect(edited(text, entries)).toEqual(expected);
  });

  test("can be read back, and leave the rest as it was", () => {
    const value = fc.string({ minLength: 1 }).filter((one) => one.trim() !== "");
    const lists = fc.array(fc.record({ competency: value, evidence: value }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(lists, lists, value, (before, added, title) => {
        const body = "\n# A\n\ntext\n";
        const first = edited(`---\n# note\n---\n${body}`, { gaps: before });
        const second = edited(first, { gaps: added, title });
        const lines = indexLines(second);
        const { frontmatter, bodyOffset } = splitDocument({ path: "a.md", text: second }, lines);
        expect(frontmatter?.data).toEqual({ gaps: [...before, ...added], title });
        expect(second.slice(bodyOffset)).toBe(body);
        expect(second).toContain("# note\n");
      }),
    );
  });
});
