import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../src/core/places/apply-edits.ts";
import { indexLines } from "../../../src/core/places/line-index.ts";
import { valueOr } from "../../../src/core/result.ts";
import { frontmatterEdits } from "../../../src/parse/frontmatter/edits.ts";
import { splitDocument } from "../../../src/parse/frontmatter/frontmatter.ts";
import type { FrontmatterEntries } from "../../../src/parse/frontmatter/insertions.ts";

function edited(text: string, entries: FrontmatterEntries): string {
  const edits = frontmatterEdits({ path: "a.md", text }, entries);
  return edits.ok ? applyEdits(text, edits.value) : edits.why;
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
      "above a body that begins with a rule",
      "---\ntitle: a\n---\n---\n# T\n",
      { status: "final" },
      "---\ntitle: a\nstatus: final\n---\n---\n# T\n",
    ],
    [
      "above a body that begins with two rules",
      "---\ntitle: a\n---\n---\n---\n# T\n",
      { status: "final" },
      "---\ntitle: a\nstatus: final\n---\n---\n---\n# T\n",
    ],
    [
      "above a body in TOML's fences",
      "+++\ntitle = 'a'\n+++\n+++\n# T\n",
      { status: "final" },
      "+++\ntitle = 'a'\nstatus = \"final\"\n+++\n+++\n# T\n",
    ],
    [
      "above the end of a document in YAML",
      "---\ntitle: a\n... # end\n---\n# T\n",
      { status: "final" },
      "---\ntitle: a\nstatus: final\n... # end\n---\n# T\n",
    ],
    [
      "of an anchor",
      "---\ntimes: &t {} # later\nseverity: &s\n---\n",
      { times: { started: "x" }, severity: "P1" },
      "---\ntimes: &t # later\n  started: x\nseverity: &s P1\n---\n",
    ],
    [
      "of a tag",
      "---\ntimes: !!map {}\n---\n",
      { times: { started: "x" } },
      "---\ntimes: !!map\n  started: x\n---\n",
    ],
    [
      "for an empty list over several lines",
      "---\ngaps: [ # c\n # d\n ]\ntimes:\n  {}\n---\n",
      { gaps: [GAP], times: { started: "x" } },
      "---\ngaps: [{competency: messaging.backpressure, kind: knowledge} # c\n # d\n ]\ntimes:\n  {started: x}\n---\n",
    ],
    [
      "for empty keys in braces",
      '---\ntimes: { started: "", resolved: , x: 1 }\n---\n',
      { times: { started: "a", resolved: "b" } },
      "---\ntimes: { started: a, resolved: b , x: 1 }\n---\n",
    ],
    [
      "behind a language",
      "---yaml\ntitle: a\nservices: [a]\nseverity:\n---\n",
      { services: ["b"], severity: "P1" },
      "---yaml\ntitle: a\nservices: [a, b]\nseverity: P1\n---\n",
    ],
    [
      "for an empty text below its key",
      '---\nseverity:\n  ""\n---\n',
      { severity: "P1" },
      "its frontmatter would not hold `severity` as it was to be added",
    ],
    [
      "below keys that are indented",
      "---\n  title: a\n  times:\n---\n",
      { status: "final", times: { started: "x" } },
      "---\n  title: a\n  times:\n    started: x\n  status: final\n---\n",
    ],
    [
      "in braces below a remark",
      "---\n# b\n{ title: a }\n---\n",
      { status: "final" },
      expect.stringContaining(
        "its frontmatter could not be read with what was to be added: Unexpected ",
      ) as string,
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

  const SHAPES = [
    "---\n---\n",
    "---\ntitle: a # x\n---\n",
    "---yaml  \ntitle: a\ntimes: { started: x }\n---\n",
    "---\nseverity:\ntimes:\n  started: x\n  resolved:\nlast: |\n  a\n\n--- \n",
    "---\ntitle: a\ntimes: &t {} # b\n...\n---\n",
    "+++\n+++\n",
    "+++\ntitle = 'a'\n[times] # b\nstarted = 'x'\n+++\n",
    "+++\ntimes = {} # b\nseverity = ''\n+++\n",
  ];
  const BODY = ["---\n", "+++\n", "...\n", "```\n", "\n", "\r\n", "# A\n", "a: b\n", "{}"];
  const bodies = fc.array(fc.oneof(fc.constantFrom(...BODY), fc.string()), { maxLength: 8 });
  const ends = fc.constantFrom("\n", "\r\n", "\r");

  test("leave every byte of any body, and nothing to add a second time", () => {
    const added = { status: "final", severity: "P1", times: { started: "y", resolved: "z" } };
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), bodies, ends, (shape, pieces, end) => {
        const body = pieces.join("");
        const head = shape.replaceAll("\n", end);
        // Together these would be one line end.
        fc.pre(!(end === "\r" && body.startsWith("\n")));
        const text = head + body;
        const plain = text.replace(/\r\n?/g, "\n");
        const edits = frontmatterEdits({ path: "a.md", text: plain }, added);
        expect(edits.ok).toBe(true);
        const after = applyEdits(text, valueOr(edits, []));
        const read = after.replace(/\r\n?/g, "\n");
        const { frontmatter } = splitDocument({ path: "a.md", text: read }, indexLines(read));
        expect(after.endsWith(body)).toBe(true);
        expect(frontmatter?.data).toMatchObject({ status: "final", severity: "P1" });
        expect(edited(read, added)).toBe(read);
      }),
    );
  });
});
