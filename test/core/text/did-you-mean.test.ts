import fc from "fast-check";
import { expect, test } from "vitest";
import { didYouMean, nameMeant } from "../../../src/core/text/did-you-mean.ts";

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
  ["a known name within a longer one", "checkout team", "checkout"],
  ["a part of a name of several words", "payment-router_prod", "payment-router"],
  ["the number of a level alone", "2", "P2"],
  ["a number that no level has", "7", null],
  ["a known name with another ending", "ledgering", "ledger"],
  ["a known name with a longer end", "ledgeration", null],
  ["two letters off in a name of three", "sag", null],
  ["nothing", "", null],
])("%s", (_, written, expected) => {
  expect(didYouMean(written, NAMES)).toBe(expected);
});

test("a beginning means the shortest name that begins so, where a person types it", () => {
  expect(nameMeant("pay", NAMES)).toBe("payment-router");
  expect(nameMeant("chekout", NAMES)).toBe("checkout");
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
