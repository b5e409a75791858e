import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallWordIndex, wordIndex } from "../../../src/core/text/word-index.ts";

describe("places of words", () => {
  test.each([
    ["jroe, Jroe and jroes", "jroe", [0, 15]],
    ["xjroe j.roe", "jroe", []],
    ["j.roe, a j.roe and j.r", "j.roe", [0, 9]],
    ["van der Berg and der Berg", "der Berg", [4, 17]],
    ["2roe roe", "roe", [5]],
    ["Ünal ünal", "ünal", [5]],
    ["", "roe", []],
    ["roe", "", []],
  ])("%j has %j at %j", (text, word, places) => {
    expect(wordIndex(text).placesOf(word)).toEqual(places);
  });

  test("are told of a text in small letters, too", () => {
    expect(smallWordIndex("ROE and Roe").placesOf("roe")).toEqual([0, 8]);
  });

  test("are those that a search from left to right finds", () => {
    const written = fc.string({ unit: fc.constantFrom("a", "b", ".", " ", "-"), maxLength: 40 });
    const sought = fc.string({ unit: fc.constantFrom("a", "b", "."), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(written, sought, (text, rest) => {
        const word = `a${rest}`;
        const expected = Array.from(text, (_, at) => at).filter(
          (at) => text.startsWith(word, at) && !/[ab]/.test(text.charAt(at - 1)),
        );
        expect(wordIndex(text).placesOf(word)).toEqual(expected);
      }),
    );
  });
});
