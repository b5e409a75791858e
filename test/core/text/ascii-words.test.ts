import fc from "fast-check";
import { expect, test } from "vitest";
import { asciiWords } from "../../../src/core/text/ascii-words.ts";

const WORDS = ["la", "las", "der", "und", "z"];
const wordsOf = asciiWords([...WORDS, "für", "a b", "x".repeat(31)]);

test.each([
  ["as often as they stand there", "la der la", ["la", "der", "la"]],
  ["at both ends and beside punctuation", "(und) der, la.", ["und", "der", "la"]],
  ["no parts of words, ids, paths, numbers or units", "lase der_x a/la 5la la5 la@x x.la", []],
  ["a dot before a blank ends a sentence, and joins before a letter", "la. der.x", ["la"]],
  ["no words with other letters, and no longer ones", `f r ${"x".repeat(31)} für`, []],
])("words are found: %s", (_name, text, expected) => {
  expect(wordsOf(text)).toEqual(expected);
});

test("the same words are found as by a pattern", () => {
  const PATTERN = /(?<![a-z0-9_./@-])[a-z]+(?![a-z0-9_/@-]|\.[a-z0-9])/g;
  const piece = fc.constantFrom(...WORDS, " ", ".", "/", "@", "-", "_", "1", "q", "\n", ",");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const found = (text.match(PATTERN) ?? []).filter((word) => WORDS.includes(word));
      expect(wordsOf(text)).toEqual(found);
    }),
  );
});
