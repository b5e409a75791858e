import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withEscalation(fields: string, status = "review"): string {
  return `---
status: ${status}
escalations:
  - from: payments
    to: platform
${fields}---
`;
}

const MISSING = "4:5 Missing competency of an escalation";

test.each<[name: string, document: string, expected: readonly string[]]>([
  [
    "a competency",
    withEscalation("    reason: expertise\n    competency: messaging.backpressure\n"),
    [],
  ],
  ["expertise in nothing", withEscalation("    reason: expertise\n"), [MISSING]],
  ["no reason either", withEscalation(""), [MISSING]],
  ["another reason", withEscalation("    reason: capacity\n"), []],
  ["a draft", withEscalation("    reason: expertise\n", "draft"), []],
  [
    "a table in the body",
    "---\nstatus: final\n---\n\n## Escalations\n\n| From | To | Reason |\n|---|---|---|\n| payments | platform | expertise |\n",
    ["9:14 Missing competency of an escalation"],
  ],
  [
    "a document without frontmatter",
    "## Escalations\n\n| From | To |\n|---|---|\n| payments | platform |\n",
    [],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("escalation-competency", document)).toEqual(expected);
});
