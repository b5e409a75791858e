import { expect, test } from "vitest";
import { suggestGaps } from "../../src/suggest/gap-suggestions.ts";
import { readSentence, SUGGEST_CONTEXT } from "../support/suggest.ts";

const kindsIn = (sentence: string, heading: string) =>
  suggestGaps(readSentence(sentence, heading), SUGGEST_CONTEXT).map(({ kind }) => kind);
const competencyIn = (sentence: string, heading: string) =>
  suggestGaps(readSentence(sentence, heading), SUGGEST_CONTEXT)[0]?.competency;

test.each([
  ["It is not that we lacked monitoring.", []],
  ["This was not due to a lack of training.", []],
  ["It is not that we lacked monitoring, but the runbook was missing.", ["documentation"]],
])("what a sentence denies: %s", (sentence, kinds) => {
  expect(kindsIn(sentence, "Contributing factors")).toEqual(kinds);
});

test.each([
  ["Pay the invoice of the documentation host.", []],
  ["Pay the invoice, and write a runbook for renewals.", ["documentation"]],
  ["Raise the memory limit of the alert relay.", []],
  ["Raise the threshold of the disk alert.", ["instrumentation"]],
])("upkeep in an action: %s", (sentence, kinds) => {
  expect(kindsIn(sentence, "Actions")).toEqual(kinds);
});

test("upkeep is told of elsewhere", () => {
  expect(kindsIn("Moved pods without monitoring.", "Contributing factors")).toEqual([
    "instrumentation",
  ]);
});

test.each([
  ["The rollback was quick, although nobody knew where the script was kept.", ["knowledge"]],
  ["Despite having no logs of the proxy, we found the cause.", ["instrumentation"]],
  ["Although it was a Sunday, nobody knew the script.", []],
  ["Nobody knew the script.", []],
])("what went well tells of what it concedes: %s", (sentence, kinds) => {
  expect(kindsIn(sentence, "What went well")).toEqual(kinds);
});

test("a competency that only the rest of the sentence names is not what was missing", () => {
  const sentence = "The rollback was quick, although nobody knew where the script was kept.";
  expect(competencyIn(sentence, "What went well")).toBeNull();
});

test("words in another sense keep their place in the sentence", () => {
  expect(kindsIn("The blood tests were missing.", "Root cause")).toEqual([]);
  expect(kindsIn("Students on the training course could not log in.", "Summary")).toEqual([]);
});
