import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<readonly [what: string, document: string, expected: readonly string[]]>([
  [
    "a day without a year in the frontmatter",
    "---\ntitle: Q\nreview:\n  due: Jan 10\n---\n",
    ["4:8 Unexpected review date `Jan 10`"],
  ],
  [
    "one in the body",
    "# Q\n\n## Follow-up review\n\n- Due: 1 June\n",
    ["5:3 Unexpected review date `1 June`"],
  ],
  [
    "words that move with the reader",
    "---\ntitle: Q\nreview:\n  due: next month\n---\n",
    ["4:8 Unexpected review date `next month`"],
  ],
  [
    "other words",
    "---\ntitle: Q\nreview:\n  due: after the summer\n---\n",
    ["4:8 Unexpected review date `after the summer`"],
  ],
  ["unknown", "---\ntitle: Q\nreview:\n  due: unknown\n---\n", []],
  ["that it was held", "---\ntitle: Q\nreview:\n  done: yes\n---\n", []],
  ["a calendar date", "---\ntitle: Q\nreview:\n  due: 2027-01-10\n---\n", []],
])("%s", (_what, document, expected) => {
  expect(lintDocument("review-date", document)).toEqual(expected);
});
