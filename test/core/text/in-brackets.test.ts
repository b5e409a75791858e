import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inBracketsOf, withoutLastBrackets } from "../../../src/core/text/in-brackets.ts";

const written = fc.string({ unit: fc.constantFrom("(", ")", "a", " ", "\n"), maxLength: 12 });

describe("brackets, as the patterns that take the square of their number find them", () => {
  test("the first", () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(inBracketsOf(text)).toBe(/\(([^)]*)\)/.exec(text)?.[1] ?? null);
      }),
    );
  });

  test("those that end a text", () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(withoutLastBrackets(text)).toBe(text.replace(/\s*\([^)]*\)\s*$/, ""));
      }),
    );
  });
});
