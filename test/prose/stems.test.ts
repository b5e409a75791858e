import { expect, test } from "vitest";
import {
  formsOf,
  lexicalStems,
  lexicalWords,
  stemsIn,
  stemTokens,
  wordsIn,
} from "../../src/prose/stems.ts";

test.each([
  ["Queues grew; 3 HTTP-503s", ["queues", "grew", "3", "http", "503s"]],
  ["don’t", ["don", "t"]],
  ["Überlast", ["überlast"]],
  ["— !", []],
])("the words in %j", (text, expected) => {
  expect(wordsIn(text)).toEqual(expected);
});

test("all forms of a word have one stem", () => {
  expect(stemsIn("Alerts alerting alerted")).toEqual(["alert", "alert", "alert"]);
});

test("a token may have several stems, and a mark has none", () => {
  const tokens = [
    { type: "word", text: "load-shedding" },
    { type: "punctuation", text: "," },
    { type: "opaque", text: "`queues`" },
  ] as const;
  expect(stemTokens(tokens)).toEqual([
    { stem: "load", word: "load", token: 0 },
    { stem: "shed", word: "shedding", token: 0 },
    { stem: "queue", word: "queues", token: 2 },
  ]);
});

test.each([
  ["The team’s runbooks", ["the the", "team team", "runbook runbooks"]],
  ["users' 42 logins", ["user users", "login logins"]],
  ["don't", ["don't don't"]],
])("the words of %j that are no numbers", (text, expected) => {
  const found = lexicalWords(text).map(({ stem, written }) => `${stem} ${written}`);
  expect(found).toEqual(expected);
  expect(lexicalStems(text)).toEqual(lexicalWords(text).map(({ stem }) => stem));
});

test("the forms of words are found by word and by stem, whatever their case", () => {
  const forms = formsOf(["Monitoring", "don't"]);
  expect([...forms]).toEqual(["monitoring", "don't", "monitor"]);
});
