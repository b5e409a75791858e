import { describe, expect, test } from "vitest";
import { isFullName, listedNames } from "../../src/people/listing.ts";

const words = {
  and: ["and", "und"],
  isGroup: (name: string) => /\b(?:team|payments|commander|sre)\b/iu.test(name),
  isCommon: (word: string) => ["mark", "tbd", "search"].includes(word.toLowerCase()),
};

describe("a list of people", () => {
  test.each<[text: string, full: readonly string[], single: readonly string[]]>([
    ["Priya Ramanathan", ["Priya Ramanathan"], ["Priya", "Ramanathan"]],
    ["Commander: Priya Ramanathan (SRE)", ["Priya Ramanathan"], ["Priya", "Ramanathan"]],
    ["Priya Ramanathan (Billing)", ["Priya Ramanathan"], ["Priya", "Ramanathan"]],
    ["ivaldi, rsoren", [], ["ivaldi", "rsoren"]],
    ["@Yara Holm", ["Yara Holm"], ["Yara", "Holm"]],
    ["Dr. Mark Olsen", ["Mark Olsen"], ["Olsen"]],
    ["J. R. Holm", ["J. R. Holm"], ["Holm"]],
    [
      "Carlos de la Torre and Jean-Luc d'Arc",
      ["Carlos de la Torre", "Jean-Luc d'Arc"],
      ["Carlos", "Torre", "Jean-Luc", "Jean", "Luc", "d'Arc"],
    ],
    ["山田太郎、田中", ["山田太郎", "田中"], []],
    ["דנה לוי", ["דנה לוי"], ["דנה", "לוי"]],
    ["jane.roe@example.com", ["jane roe"], ["jane.roe"]],
    [
      "Priya Ramanathan <priya@example.com>",
      ["Priya Ramanathan"],
      ["Priya", "Ramanathan", "priya"],
    ],
    ["the payments team, search, TBD, @example/payments, sre@example.com", [], []],
    ["acme/payments, acme/ledger-search", [], []],
    ["yara/priya", [], ["yara", "priya"]],
    ["Everybody who was on call that night, alex", [], []],
  ])("%s", (text, full, single) => {
    const names = listedNames({ people: [text], owners: [] }, words);
    expect(names).toEqual({ full, single });
  });
});

test("an owner that is a login of two names is a person, unless a word of it is no name", () => {
  const owners = ["lena.holt", "payments.backend", "search.jobs"];
  expect(listedNames({ people: [], owners }, words)).toEqual({
    full: ["lena holt"],
    single: ["lena.holt"],
  });
});

test("owners of one word are teams, unless they are signed", () => {
  expect(listedNames({ people: [], owners: ["checkout", "@alex", "Bo Holm"] }, words)).toEqual({
    full: ["Bo Holm"],
    single: ["alex", "Holm"],
  });
});

test.each([
  ["Dana Kim", true],
  ["Payments Team", false],
  ["dana kim", false],
  ["Dana", false],
  ["Kafka lag", false],
])("%s may be a whole name: %s", (name, expected) => {
  expect(isFullName(name, words.isGroup)).toBe(expected);
});
