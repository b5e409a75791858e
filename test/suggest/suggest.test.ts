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

test("a timeline is asked for only where a sentence tells of a hand-over", () => {
  const asked: string[] = [];
  const rows = (event: string, path: string) =>
    readProse(`# Outage\n\n## Timeline (2026-03-14, UTC)\n\n- 02:40 ${event}\n`, path);
  const [handedOver, other] = [
    rows("We escalated to the database team", "a.md"),
    rows(SHORT, "b.md"),
  ];
  const found = suggestByProse(
    [handedOver, other].map((one) => ({ ...one, timeline: null })),
    SUGGEST_CONTEXT,
    (postmortem) => {
      asked.push(postmortem.path);
      return handedOver;
    },
  );
  expect(asked).toEqual(["a.md"]);
  const escalations = found.flatMap((one) => (one.type === "escalation" ? [one] : []));
  expect(escalations.map(({ path, to, at }) => [path, to, at])).toEqual([
    ["a.md", "database", Date.UTC(2026, 2, 14, 2, 40)],
  ]);
});
