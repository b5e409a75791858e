import fc from "fast-check";
import { expect, test } from "vitest";
import type { Token } from "../../src/core/postmortem.ts";
import { plainText } from "../../src/prose/sentences.ts";
import { comparable, comparableWords } from "../../src/suggest/sentence-text.ts";

const TEXTS = [
  "alert",
  "Lag",
  "3",
  "am",
  "Σ",
  "ΟΔΟΣ",
  "’",
  "'s",
  ".",
  ",",
  "(",
  ")",
  "-",
  "foo-bar",
  "障害",
  "`a b`",
  "é",
];

/** Tokens in a row, each with or without a blank before it. */
const tokens = fc
  .array(fc.record({ text: fc.constantFrom(...TEXTS), blanks: fc.integer({ min: 0, max: 1 }) }))
  .map((parts) => {
    const found: Token[] = [];
    for (const { text, blanks } of parts) {
      const start = (found.at(-1)?.end ?? 0) + blanks;
      const type = /[\p{L}\p{N}]/u.test(text) ? "word" : "punctuation";
      const place = { start, end: start + text.length, line: 1, column: start + 1 };
      found.push({ type, text, quoted: false, ...place });
    }
    return found;
  });

test("the words of tokens are those of their plain text, whatever stands between them", () => {
  fc.assert(
    fc.property(tokens, (row) => {
      expect(comparableWords(row)).toBe(comparable(plainText(row, [])));
    }),
    { numRuns: 2000 },
  );
});
