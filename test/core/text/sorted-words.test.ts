import fc from "fast-check";
import { expect, test } from "vitest";
import { sortedWords } from "../../../src/core/text/sorted-words.ts";

const word = fc.stringMatching(/^[a-z]{1,6}$/);

test("a word is found if it is listed, and no other one", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (listed, other) => {
      const { has } = sortedWords(listed.toSorted().join(" "));
      expect(listed.every((one) => has(one))).toBe(true);
      expect(has(other)).toBe(listed.includes(other));
      expect([has(""), has(" ")]).toEqual([false, false]);
    }),
  );
});
