import { expect, test } from "vitest";
import { problemsOf, read } from "../../support/context.ts";

test("a word in other letters is read as what it means, and reported", () => {
  const text = `---
status: Final
actions: [{ title: A, status: In Progress }]
escalations: [{ to: ledger, reason: Expertise }]
---
`;
  const { status, actions, escalations } = read(text);
  expect([status?.value, actions[0]?.status?.value, escalations[0]?.reason?.value]).toEqual([
    "final",
    "in-progress",
    "expertise",
  ]);
  expect(problemsOf(text).filter((one) => one.includes("frontmatter-schema"))).toHaveLength(3);
});
