import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { yamlDocument } from "../../../src/parse/frontmatter/yaml-document.ts";

test("errors of broken YAML note no stack, and later errors do", () => {
  const { errors } = yamlDocument("a: [\nb: ]}");
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.map(({ stack }) => stack?.includes("\n    at "))).not.toContain(true);
  expect(new Error("later").stack).toContain("\n    at ");
});

const LINES = [
  ...["a: 1", "b: 2", "a:", "  a: 1", "  b:", "    a: x", "- a: 1", "  a: 2", "- b", "? a", ": 1"],
  ...["1: a", "'1': a", "null:", "~:", "{ a: 1, a: 2 }", "c: { a: 1, b: { a: 1 } }", "[a, a]"],
  ...[
    "&x a: 1",
    "*x : 1",
    "<<: a",
    "<<: b",
    "a: [",
    "]",
    "a\tb:",
    ".nan: 1",
    "!!str a: 1",
    "---",
    "a: |",
  ],
];

test("what the parser finds in any lines is the same as where it compares all keys", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 8 }), (lines) => {
      const text = lines.join("\n");
      const all = parseDocument(text, { version: "1.2", prettyErrors: false, logLevel: "silent" });
      const found = yamlDocument(text);
      const errorsOf = (document: { readonly errors: typeof all.errors }) =>
        document.errors.map(({ code, message, pos }) => ({ code, message, pos }));
      expect(errorsOf(found)).toEqual(errorsOf(all));
      expect(JSON.stringify(found.contents)).toBe(JSON.stringify(all.contents));
      expect(found.contents?.range).toEqual(all.contents?.range);
    }),
    { numRuns: 3000 },
  );
});

test("20,000 keys are read in seconds", () => {
  const text = Array.from({ length: 20_000 }, (_, index) => `key${index}:\tvalue`).join("\n");
  const before = process.cpuUsage();
  expect(yamlDocument(text).errors).toEqual([]);
  expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
});
