import { expect, test } from "vitest";
import { clauseBefore, headOf, isTeamName, skipWords, type Step } from "../../src/prose/clauses.ts";
import { TAXONOMY } from "../support/taxonomy.ts";

/** Words before `|`; a comma ends a clause, `so` is passed over, `)` back to its bracket. */
function wordsBefore(sentence: string) {
  const tokens = sentence.split(" ");
  const stepAt = (index: number, isFirst: boolean): Step => {
    const token = tokens[index] ?? "";
    if (token === ")") return tokens.lastIndexOf("(", index);
    if (token === ",") return "end";
    return token === "so" && isFirst ? index : "word";
  };
  const { words, end } = clauseBefore(tokens.indexOf("|"), stepAt);
  return { words: words.map((index) => tokens[index]).join(" "), end };
}

test.each([
  ["we | knew", "we", -1],
  ["the queue grew , we | knew", "we", 3],
  ["the team so | knew", "the team", -1],
  ["so the team | knew", "so the team", -1],
  ["the team ( of two , then ) | knew", "the team", -1],
  ["| knew", "", -1],
  [", | knew", "", 0],
])("the clause before a place: %s", (sentence, words, end) => {
  expect(wordsBefore(sentence)).toEqual({ words, end });
});

test.each<[from: number, direction: 1 | -1, expected: number]>([
  [2, -1, 0],
  [1, 1, 3],
  [3, 1, 3],
  [0, -1, 0],
])("skips the words of the lists from %i by %i", (from, direction, expected) => {
  const lists = [new Set(["never"]), new Set(["really"])];
  expect(skipWords(["we", "really", "never", "knew"], from, direction, lists)).toBe(expected);
});

test("skipping ends before the first word and behind the last", () => {
  const lists = [new Set(["never"])];
  expect(skipWords(["never"], 0, -1, lists)).toBe(-1);
  expect(skipWords(["never"], 0, 1, lists)).toBe(1);
});

test.each([
  ["the engineers", "engineers"],
  ["the engineers on call", "engineers"],
  ["on call engineers", "engineers"],
  ["of the team with access", "team"],
  ["", undefined],
])("the head of %j", (row, expected) => {
  const words = row === "" ? [] : row.split(" ");
  expect(words[headOf(words, new Set(["of", "on", "with"]))]).toBe(expected);
});

test.each([
  [["the", "payments"], true],
  [["payments"], true],
  [["the"], false],
  [[], false],
  [["the", "customers"], false],
])("a team's name without determiners: %j", (words, expected) => {
  expect(isTeamName(words, new Set(["the"]), TAXONOMY.teams)).toBe(expected);
});
