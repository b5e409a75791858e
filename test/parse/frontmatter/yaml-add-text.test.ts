import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../../src/core/places/apply-edits.ts";
import { indexLines } from "../../../src/core/places/line-index.ts";
import { parseYaml } from "../../../src/parse/frontmatter/yaml.ts";

function added(text: string, item = "old.id"): string | null {
  const plain = text.replace(/\r\n?/g, "\n");
  const edit = parseYaml(plain, 0, indexLines(plain)).addText(["list", 0, "aliases"], item);
  return edit && applyEdits(text, [edit]);
}

test.each<[name: string, before: string, after: string | null]>([
  [
    "a list in brackets",
    "list:\n  - id: a\n    aliases: [ b, c ] # why\n",
    "list:\n  - id: a\n    aliases: [ b, c, old.id ] # why\n",
  ],
  [
    "a list in brackets over several lines",
    "list:\n  - id: a\n    aliases: [b,\n      c,\n    ]\n",
    "list:\n  - id: a\n    aliases: [b,\n      c, old.id,\n    ]\n",
  ],
  [
    "an empty list",
    "list:\n  - { id: a, aliases: [ ] }\n",
    "list:\n  - { id: a, aliases: [ old.id] }\n",
  ],
  [
    "a list of lines",
    "list:\n  - id: a\n    aliases:\n    - b # one\n    - 'c' # two\n    name: A\n",
    "list:\n  - id: a\n    aliases:\n    - b # one\n    - 'c' # two\n    - old.id\n    name: A\n",
  ],
  [
    "a list of lines at the end of the file",
    "list:\n  - id: a\n    aliases:\n      - b",
    "list:\n  - id: a\n    aliases:\n      - b\n      - old.id",
  ],
  [
    "an entry of lines without a list",
    "list:\n  - id: a # first\n    name: A\n  - id: b\n",
    "list:\n  - id: a # first\n    aliases: [old.id]\n    name: A\n  - id: b\n",
  ],
  [
    "an entry that begins with a long text",
    "list:\n  - description: >-\n      Long\n      text.\n    id: a\n",
    "list:\n  - description: >-\n      Long\n      text.\n    id: a\n    aliases: [old.id]\n",
  ],
  [
    "an entry in braces without a list",
    "list: [{ id: a, name: A }]\n",
    "list: [{ id: a, name: A, aliases: [old.id] }]\n",
  ],
  [
    "Windows line ends",
    "list:\r\n  - id: a\r\n    name: A\r\n",
    "list:\r\n  - id: a\r\n    aliases: [old.id]\r\n    name: A\r\n",
  ],
  ["a key without a value", "list:\n  - id: a\n    aliases:\n", null],
  ["a text in the place of the list", "list:\n  - id: a\n    aliases: b\n", null],
  ["no such entry", "list: []\n", null],
])("%s", (_name, before, after) => {
  expect(added(before)).toBe(after);
});

test("whatever is added reads as it was given", () => {
  const forms = fc.constantFrom(
    "list:\n  - id: a\n",
    "list: [{ id: a }]\n",
    "list:\n  - id: a\n    aliases: [b]\n",
    "list:\n  - id: a\n    aliases:\n      - b\n",
  );
  fc.assert(
    fc.property(forms, fc.string({ minLength: 1 }), (form, item) => {
      const after = added(form, item);
      const { data } = parseYaml(after ?? "", 0, indexLines(after ?? ""));
      const aliases = form.includes("aliases") ? ["b", item] : [item];
      expect(data).toEqual({ list: [{ id: "a", aliases }] });
    }),
  );
});
