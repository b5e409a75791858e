import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { textWidth } from "../../../src/formats/tables/text-width.ts";

test.each([
  ["–", 1],
  ["≥ 3 of 8, 38 % → é", 18],
  ["決済 🔥", 7],
  ["e\u0301", 1],
])("%j takes %i columns", (text, width) => {
  expect(textWidth(text)).toBe(width);
});

test("any text takes as many columns as the library says", () => {
  const character = fc.oneof(
    fc.integer({ min: 0x20, max: 0x52f }),
    fc.integer({ min: 0x2000, max: 0x25ff }),
    fc.constantFrom(0x1f525, 0xfe0f, 0x200d, 0x6c7a),
  );
  const text = fc.array(character, { maxLength: 4 }).map((codes) => String.fromCodePoint(...codes));
  fc.assert(
    fc.property(text, (one) => {
      expect(textWidth(one)).toBe(stringWidth(one));
    }),
    { numRuns: 3000 },
  );
});
