import process from "node:process";
import { describe, expect, test } from "vitest";
import { rangeOfTokens } from "../../src/core/places/token-range.ts";
import type { Range } from "../../src/core/position.ts";
import type { Token } from "../../src/core/postmortem.ts";
import { isQuestion, namedAmong, namesPersonAt, plainText } from "../../src/prose/sentences.ts";
import { readProse } from "../support/suggest.ts";

function sentence(text: string) {
  const { sentences, namedPeople } = readProse(`# Outage\n\n## Summary\n\n${text}\n`);
  return { tokens: sentences[0]?.tokens ?? [], namedPeople };
}

test.each([
  ["Why did **nobody** see it?", true],
  ["Nobody saw it.", false],
  ["It asked why.", false],
])("whether %j asks", (text, expected) => {
  expect(isQuestion(sentence(text))).toBe(expected);
});

test.each([
  ["The **queue** grew.", "The queue grew."],
  ["The queue\ngrew (again).", "The queue grew (again)."],
  ["It was *full* , as _always_ .", "It was full, as always."],
  ["There was no .whl file for .env in *it*.", "There was no .whl file for .env in it."],
  ["They said 'all is *fine*' of **users**' data.", "They said 'all is fine' of users' data."],
])("the plain text of %j", (text, expected) => {
  expect(plainText(sentence(text).tokens, [])).toBe(expected);
});

test("a name of a person is withheld, once for all its words", () => {
  const { tokens } = sentence("The on-call paged platform lead again.");
  const [first, last] = [tokens.find(({ text }) => text === "platform"), tokens.at(-3)];
  const people: readonly Range[] = first && last ? [rangeOfTokens(first, last)] : [];
  expect(plainText(tokens, people)).toBe("The on-call paged [person] again.");
  expect(tokens.filter((token) => namesPersonAt(token, people)).map(({ text }) => text)).toEqual([
    "platform",
    "lead",
  ]);
});

test.each([
  ["Ask Χεκθροζ Θροζξαβ's team.", "Ask [person]'s team."],
  ["Ask Χεκθροζ Θροζξαβ’s team.", "Ask [person]’s team."],
  ["Ask Χεκθροζ Θροζξαβ about it.", "Ask [person] about it."],
])("the name in %j is withheld whole", (text, expected) => {
  const { tokens } = sentence(text);
  const [first] = tokens.filter(({ text: word }) => word === "Χεκθροζ");
  const start = { line: 1, column: 1, offset: first?.start ?? 0 };
  const end = { ...start, offset: start.offset + "Χεκθροζ Θροζξαβ".length };
  expect(plainText(tokens, [{ start, end }])).toBe(expected);
});

describe("of very many people", () => {
  const rangeAt = (start: number, end: number): Range => ({
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  });
  const tokenAt = (start: number): Token => {
    return { type: "word", text: "name", start, end: start + 4, quoted: false, line: 1, column: 1 };
  };
  const apart = (count: number) =>
    Array.from({ length: count }, (_, at) => rangeAt(at * 10, at * 10 + 4));

  test.each([
    ["in order", apart(20)],
    ["in no order", apart(20).toReversed()],
    ["one within the other", [rangeAt(0, 200), ...apart(20)]],
  ])("those %s who are named among some tokens are found", (_, people) => {
    for (let start = 0; start < 210; start += 1) {
      const tokens = [tokenAt(start), tokenAt(start + 13)];
      const [first, end] = [start, start + 17];
      const there = people.filter((one) => one.start.offset < end && first < one.end.offset);
      expect(namedAmong(tokens, people)).toEqual(there);
      const isHere = people.some((one) => one.start.offset < start + 4 && start < one.end.offset);
      expect(namesPersonAt(tokenAt(start), people)).toBe(isHere);
    }
  });

  test("a document that names somebody in each of its sentences takes linear time", () => {
    const people = apart(100_000);
    const before = process.cpuUsage();
    const found = people.filter(
      ({ start }) => namedAmong([tokenAt(start.offset)], people).length > 0,
    );
    expect(found.length).toBe(people.length);
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });
});
