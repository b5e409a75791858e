import fc from "fast-check";
import { expect, test } from "vitest";
import { didYouMean } from "../../src/core/did-you-mean.ts";

const NAMES = ["checkout", "ledger", "payment-router", "P1", "P2"];

test.each<[name: string, written: string, expected: string | null]>([
  ["a letter left out", "chekout", "checkout"],
  ["another case and blanks for hyphens", "Payment Router", "payment-router"],
  ["two letters off", "leger!", "ledger"],
  ["three letters off in a short name", "lexyzr", null],
  ["a third of a long name", "paymnt-rotr", "payment-router"],
  ["a name of two letters, one off", "O1", "P1"],
  ["the same letter with another number", "P9", null],
  ["a number where there is none", "ledger2", "ledger"],
  ["a name of two letters, both off", "S9", null],
  ["the beginning of two", "pay", "payment-router"],
  ["nothing", "", null],
])("%s", (_, written, expected) => {
  expect(didYouMean(written, NAMES)).toBe(expected);
});

test("nothing is suggested where nothing is known", () => {
  expect(didYouMean("checkout", [])).toBeNull();
});

test("a suggestion is always one of the candidates, and a candidate suggests itself", () => {
  const name = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(name, fc.uniqueArray(name, { minLength: 1 }), (written, candidates) => {
      expect([null, ...candidates]).toContain(didYouMean(written, candidates));
      expect(candidates.map((candidate) => didYouMean(candidate, candidates))).toEqual(candidates);
    }),
  );
});
