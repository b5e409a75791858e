import { expect, test } from "vitest";
import { shorten } from "../../../src/formats/charts/shorten.ts";

test.each<readonly [what: string, text: string, width: number, expected: string]>([
  ["what has room, whole", "it takes 11 in a row", 20, "it takes 11 in a row"],
  ["a number that is cut, not at all", "it takes 11 in a row", 11, "it takes…"],
  [
    "a short word that is cut, not at all",
    "Cache stampede in the ledger",
    25,
    "Cache stampede in the…",
  ],
  ["what ends where a word does, with that word", "it takes 11 in a row", 12, "it takes 11…"],
  ["a long word, in part", "observability.metrics-dashboards", 14, "observability…"],
  ["a word without blanks, in part", "Wartungsfenster", 8, "Wartung…"],
  ["a number behind a long word, not at all", "ledger-2026-03-14", 10, "ledger-…"],
  ["wide letters by their width", "決済が止まった", 7, "決済が…"],
])("keeps %s", (_, text, width, expected) => {
  expect(shorten(text, width)).toBe(expected);
});
