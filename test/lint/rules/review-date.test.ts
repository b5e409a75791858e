import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<readonly [what: string, document: string, expected: readonly string[]]>([
  [
    "a day without a year in the frontmatter",
    "---\ntitle: Q\nreview:\n  due: Jan 10\n---\n",
    ["4:8 Unexpected date of the review `Jan 10`"],
  ],
  [
    "one in the body",
    "# Q\n\n## Follow-up review\n\n- Due: in spring\n",
    ["5:3 Unexpected date of the review `in spring`"],
  ],
  ["a calendar date", "---\ntitle: Q\nreview:\n  due: 2027-01-10\n---\n", []],
])("%s", (_what, document, expected) => {
  expect(lintDocument("review-date", document)).toEqual(expected);
});
