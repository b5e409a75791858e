import { expect, test } from "vitest";
import { splitTimeHead } from "../../../src/assemble/written/time-head.ts";
import { CONTEXT, read } from "../../support/context.ts";

test("lines that each begin with a time of day are sentences of their own", () => {
  const chat = "[2:15pm] bob: lag rises\n[2:17pm] js: who knows\nkafka?\n14:20 bob: nobody\n";
  const text = `# Lag\n\n## Timeline\n\n${chat}`;
  const { sentences } = read(text, ["everything", "prose"]);
  expect(sentences.map(({ range }) => text.slice(range.start.offset, range.end.offset))).toEqual([
    "[2:15pm] bob: lag rises",
    "[2:17pm] js: who knows\nkafka?",
    "14:20 bob: nobody",
  ]);
});

test.each([
  ["[2:15pm] bob: lag", "2:15pm", "bob: lag"],
  ["(02:15) lag", "02:15", "lag"],
  ["[2:15pm UTC] lag", "2:15pm UTC", "lag"],
])("%s has no dangling bracket", (text, head, rest) => {
  expect(splitTimeHead(text, CONTEXT.vocabulary)).toEqual({ head, rest });
});
