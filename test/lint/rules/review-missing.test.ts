import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withReview(review: string, status = "final"): string {
  return `---\nstatus: ${status}\n${review}---\n`;
}

const DUE = "Missing due date of the follow-up review";
const CRITERIA = "Missing criteria of the follow-up review";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a plan", withReview("review:\n  due: 2026-06-01\n  criteria: Found in 20 minutes.\n"), []],
  ["none", withReview(""), ["2:9 Missing follow-up review"]],
  ["no criteria", withReview("review:\n  due: 2026-06-01\n"), [`4:3 ${CRITERIA}`]],
  ["no date", withReview("review: { criteria: Found in 20 minutes. }\n"), [`3:9 ${DUE}`]],
  [
    "a stand-in, which is reported already",
    withReview("review: { due: TBD }\n"),
    [`3:9 ${CRITERIA}`],
  ],
  ["an empty plan", withReview("review: {}\n"), [`3:9 ${CRITERIA}`, `3:9 ${DUE}`]],
  [
    "a plan in the body",
    `${withReview("")}\n## Follow-up review\n\n- Due: 2026-06-01\n- Success criteria: found in 20 minutes.\n`,
    [],
  ],
  ["not final", withReview("", "review"), []],
  ["a draft", withReview("", "draft"), []],
  ["a document without frontmatter", "# Outage\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("review-missing", document)).toEqual(expected);
});
