import { expect, test } from "vitest";
import { ngramsOf } from "../../src/prose/ngrams.ts";

const STOPS = new Set(["the", "was", "and"]);

test.each<[text: string, expected: readonly string[]]>([
  [
    "The message queue backlog",
    ["message", "message queue", "message queue backlog", "queue", "queue backlog", "backlog"],
  ],
  ["The queue was full", ["queue", "full"]],
  ["queue, backlog", ["queue", "backlog"]],
  ["queue 42 backlog", ["queue", "backlog"]],
  ["queue src/app.ts backlog", ["queue", "backlog"]],
  ["queue – backlog", ["queue", "backlog"]],
  ["read-only", ["read", "read only", "only"]],
  ["an is", []],
])("the n-grams of %j", (text, expected) => {
  expect(ngramsOf(text, (word) => STOPS.has(word)).map(({ written }) => written)).toEqual(expected);
});

test("forms of one phrase have the same stems", () => {
  const stems = (text: string) => ngramsOf(text, () => false).map((one) => one.stems.join(" "));
  expect(stems("rolling deploys")).toEqual(stems("rolled deploy"));
});
