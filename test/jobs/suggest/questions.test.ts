import { expect, test } from "vitest";
import type { Postmortem } from "../../../src/core/postmortem.ts";
import { questionsOf } from "../../../src/jobs/suggest/questions.ts";
import { suggestByProse } from "../../../src/suggest/suggest.ts";
import { readProse, SUGGEST_CONTEXT } from "../../support/suggest.ts";

const UNTESTED = "We had not tested the failover for a year.";
const NO_RUNBOOK = "There was no runbook for the broker.";
const SHARED = "We were unfamiliar with consumer lag.";

function document(path: string, teams: string, sentences: readonly string[]): Postmortem {
  const factors = sentences.map((one) => `- ${one}\n`).join("");
  return readProse(`---\nteams: [${teams}]\n---\n\n## Contributing factors\n\n${factors}`, path);
}

function ask(...postmortems: readonly Postmortem[]) {
  const suggestions = suggestByProse(postmortems, SUGGEST_CONTEXT);
  return questionsOf(suggestions, postmortems, SUGGEST_CONTEXT.taxonomy);
}

test("the least sure comes first, and a sentence of two documents is one question", () => {
  const one = document("a.md", "payments, platform", [NO_RUNBOOK, UNTESTED, SHARED]);
  const other = document("b.md", "payments team, database", [SHARED]);
  const questions = ask(one, other);
  const sure = questions.map(({ suggestion }) => Math.abs(suggestion.confidence - 0.5));
  expect(sure).toEqual(sure.toSorted((a, b) => a - b));
  expect(
    new Map(questions.map(({ suggestion, same }) => [suggestion.sentence, same.length])),
  ).toEqual(
    new Map([
      [SHARED, 2],
      [UNTESTED, 1],
      [NO_RUNBOOK, 1],
    ]),
  );
  expect(questions.map(({ teams }) => teams)).toEqual([
    ["payments"],
    ["payments", "platform"],
    ["payments", "platform"],
  ]);
});

test("those of one document keep its order, each with what stands beside it under its heading", () => {
  const questions = ask(document("a.md", "", [NO_RUNBOOK, "It rained all day.", SHARED]));
  expect(
    questions.map(({ heading, before, suggestion, after }) => [
      heading,
      before,
      suggestion.sentence,
      after,
    ]),
  ).toEqual([
    ["Contributing factors", null, NO_RUNBOOK, "It rained all day."],
    ["Contributing factors", "It rained all day.", SHARED, null],
  ]);
});

test("behind two of each document come the further ones", () => {
  const factors = [NO_RUNBOOK, UNTESTED, SHARED, "Nobody knew how the proxy retries."];
  const questions = ask(
    document("a.md", "", factors),
    document("b.md", "", ["We had no dashboard."]),
  );
  const paths = (isFurther: boolean) =>
    questions.filter((one) => one.isFurther === isFurther).map(({ suggestion }) => suggestion.path);
  expect(paths(false).toSorted()).toEqual(["a.md", "a.md", "b.md"]);
  expect(paths(true)).toEqual(["a.md", "a.md"]);
  expect(questions.map(({ isFurther }) => isFurther)).toEqual([false, false, false, true, true]);
  expect(ask(document("a.md", "", factors)).map(({ isFurther }) => isFurther)).toEqual(
    factors.map(() => false),
  );
});
