import { expect, test } from "vitest";
import { suggestByProse } from "../../src/suggest/suggest.ts";
import { readProse, SUGGEST_CONTEXT } from "../support/suggest.ts";

const PROMPT = "Explain when the alert did not fire, and what could have caught it.";
const SHORT = "No alert fired.";

function documents(sentence: string, count: number) {
  return Array.from({ length: count }, (_, index) =>
    readProse(`# Outage ${index}\n\n## Detection\n\n${sentence}\n`, `${index}.md`),
  );
}

test.each([
  [PROMPT, 2, 2],
  [PROMPT, 3, 0],
  [SHORT, 3, 3],
])(
  "%s in %s documents makes %s proposals: what many share is of their template",
  (text, count, proposals) => {
    expect(suggestByProse(documents(text, count), SUGGEST_CONTEXT)).toHaveLength(proposals);
  },
);

test("proposals are in the order of files and lines", () => {
  const found = suggestByProse(
    documents(`${SHORT}\n\nThere was no dashboard.`, 2).toReversed(),
    SUGGEST_CONTEXT,
  );
  expect(found.map(({ path, range }) => `${path}:${range.start.line}`)).toEqual([
    "0.md:5",
    "0.md:7",
    "1.md:5",
    "1.md:7",
  ]);
});
