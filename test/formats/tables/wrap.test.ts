import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { wrapWords } from "../../../src/formats/tables/wrap.ts";

test.each([
  ["fits as it  is", 20, ["fits as it  is"]],
  ["lag was read as a dip", 10, ["lag was", "read as a", "dip"]],
  [
    "see examples/2026-01-13-backlog.md:42",
    20,
    ["see", "examples/", "2026-01-13-backlog.", "md:42"],
  ],
  ["observability.tracing", 15, ["observability.", "tracing"]],
  ["abcdefghij", 4, ["abcd", "efgh", "ij"]],
  ["決済が停止", 5, ["決済", "が停", "止"]],
  ["a👍🏽b", 2, ["a", "👍🏽", "b"]],
  ["see examples/postmortems/a-b.md", 20, ["see", "examples/", "postmortems/a-b.md"]],
  ["", 5, [""]],
])("%j at %i", (text, width, expected) => {
  expect(wrapWords(text, width)).toEqual(expected);
});

const texts = fc.string({ unit: fc.constantFrom("a", "b", "-", ".", " ", "決", "🔥", "é") });

test("no line is wider than asked, and none is empty", () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, width) => {
      const lines = wrapWords(text, width);
      expect(Math.max(0, ...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
      if (lines.length > 1) expect(lines).not.toContain("");
    }),
  );
});

test("nothing but blanks is lost", () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, width) => {
      const joined = wrapWords(text, width).join("").replaceAll(" ", "");
      expect(joined).toBe(text.replaceAll(" ", ""));
    }),
  );
});
