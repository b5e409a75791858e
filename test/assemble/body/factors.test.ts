import { expect, test } from "vitest";
import { read } from "../../support/context.ts";

const factorsOf = (body: string) =>
  read(`# Queue\n\nDate: 2026-03-14\n\n${body}\n`, ["everything"]).factors.map(
    ({ value }) => value,
  );

test.each([
  [
    "questions in a quotation",
    "## Contributing factors\n\n> What allowed this? Think of people and tools.\n\n* No test\n",
    ["No test"],
  ],
  [
    "questions in italics",
    "## What went wrong\n\n*What made it worse? Name nobody.*\n\n1. No test\n2. No drill\n",
    ["No test", "No drill"],
  ],
  [
    "advice in brackets",
    "## What went wrong?\n\n(Describe what made it harder.)\n\n- No test\n",
    ["No test"],
  ],
  [
    "a question that somebody asks is one",
    "## What went wrong\n\n- Who owns the list? Nobody knew.\n",
    ["Who owns the list? Nobody knew."],
  ],
  [
    "what nobody understood",
    "## What we did not understand\n\n- The retry policy\n",
    ["The retry policy"],
  ],
])("of %s the list alone is factors", (_, body, factors) => {
  expect(factorsOf(body)).toEqual(factors);
});
