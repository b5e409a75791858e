import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withGap(fields: string, status = "review"): string {
  return `---
status: ${status}
gaps:
  - competency: messaging.backpressure
${fields}---
`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["evidence", withGap("    evidence: Lag was read as a dip.\n"), []],
  [
    "none",
    withGap("    kind: knowledge\n"),
    ["4:17 Missing evidence for the gap `messaging.backpressure`"],
  ],
  [
    "evidence in the body",
    `${withGap("")}\n- Lag was read as a dip. (gap: messaging.backpressure)\n`,
    [],
  ],
  [
    "a tag alone",
    "---\nstatus: final\n---\n\n- (gap: messaging.backpressure)\n",
    ["5:9 Missing evidence for the gap `messaging.backpressure`"],
  ],
  ["a draft", withGap("", "draft"), []],
  ["a document without frontmatter", "- (gap: messaging.backpressure)\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("gap-evidence", document)).toEqual(expected);
});
