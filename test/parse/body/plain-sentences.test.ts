import fc from "fast-check";
import { expect, test } from "vitest";
import type { ProsePart } from "../../../src/parse/body/english.ts";
import { parsedSentences } from "../../../src/parse/body/parsed-sentences.ts";
import { plainSentences } from "../../../src/parse/body/plain-sentences.ts";

const text = (written: string): ProsePart => ({ type: "text", text: written });
const code: ProsePart = { type: "opaque", text: "`kubectl. Get`" };

test.each([
  ["words", [text("The queue grew, and then it stopped.")]],
  ["several sentences", [text("Lag rose at 02:15. We paged the on-call team! Did it help? Yes.")]],
  ["words in brackets and quotes", [text('The pool (12 nodes) was "full"; it did not scale.')]],
  ["lines", [text("First it was slow.\nThen it was down: all of it -- no reads,\n no writes")]],
  ["code", [text("We ran "), code, text(". Then "), code, text(" failed.")]],
  ["code alone", [code]],
  ["abbreviations", [text("It broke in Sept. We fixed it, as plan B. Then he logged in.")]],
  ["blanks alone", [text("  ")]],
  ["parts that meet at a blank", [text("It was "), text("very slow.")]],
])("%s are read without the parser, as it reads them", (_name, parts) => {
  expect(plainSentences(parts)).toEqual(parsedSentences(parts));
});

test.each([
  ["an abbreviation before a blank that ends the text", [text("It broke in Sept. ")]],
  ["initials", [text("In the U.S. It failed.")]],
  ["a sentence that goes on with a small letter", [text("We saw it. then it ended.")]],
  ["an apostrophe at the end of a word", [text("The teams' pages came late.")]],
  ["short words around a slash", [text("It is n/a now.")]],
  ["a short end of a word before a slash", [text("The link is eu.w/ and no more.")]],
  ["a hyphen at the end of a word", [text("Pre- and post-checks ran.")]],
  ["an empty line", [text("One thing\n\nAnother")]],
  ["a sentence without a word", [text("(!). It failed.")]],
  ["parts that meet within a word", [text("re"), text("try")]],
  ["a sign that stands for code", [text("It was \uFFFC here.")]],
  ["letters with marks", [text("Die Störung war kurz.")]],
])("%s is left to the parser", (_name, parts) => {
  expect(plainSentences(parts)).toBeNull();
});

const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("the", "Pod", "queue", "U", "a", "o", "w", "Sept", "No"),
  },
  { weight: 6, arbitrary: fc.constantFrom(" ", " ", " ", "\n", "  ", "\n\n", "\t") },
  { weight: 4, arbitrary: fc.constantFrom(".", ". ", ". The", "? ", "! It", ",", ", ", ": ", ";") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...Array.from("-'’:=@&_.?!/()[]{}<>\"“”–—+%$#*~|\\^§°→…é\u00a0&")),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("12", "02:15", "v1.2", "etc", "e.g", "n", "em", "--", "..."),
  },
);
const part: fc.Arbitrary<ProsePart> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(piece, { minLength: 1, maxLength: 14 }).map((all) => text(all.join(""))),
  },
  { weight: 1, arbitrary: fc.constantFrom(code, { type: "opaque", text: "x" } as const) },
);

test("what is read without the parser is read as by it", () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const plain = plainSentences(parts);
      if (plain === null) return;
      read += 1;
      expect(plain).toEqual(parsedSentences(parts));
    }),
    { numRuns: 3000 },
  );
  // About one in five.
  expect(read).toBeGreaterThan(200);
});

test("a short word before a full stop ends a sentence where it does to the parser", () => {
  const abbreviated = [
    "bbls",
    "sept",
    "tbsp",
    "tues",
    "thurs",
    "cent",
    "ibid",
    "stat",
    "cu",
    "gro",
  ];
  const letters = fc.array(fc.constantFrom(...Array.from("abdeiopst")), {
    minLength: 2,
    maxLength: 6,
  });
  const word = fc.oneof(
    letters.map((all) => all.join("")),
    fc.constantFrom(...abbreviated),
  );
  fc.assert(
    fc.property(word, (one) => {
      const parts = [text(`It ${one}. It`)];
      const read = plainSentences(parts);
      if (read !== null) expect(read).toEqual(parsedSentences(parts));
      else expect(parsedSentences(parts)).toHaveLength(1);
    }),
  );
});
