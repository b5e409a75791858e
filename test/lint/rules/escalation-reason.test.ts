import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withEscalation(fields: string, status = "review"): string {
  return `---
status: ${status}
escalations:
  - to: platform
${fields}---
`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a reason", withEscalation("    reason: policy\n"), []],
  ["no reason", withEscalation("    from: payments\n"), ["4:5 Missing reason of an escalation"]],
  [
    "the second of two",
    withEscalation("    reason: access\n  - to: ledger\n"),
    ["6:5 Missing reason of an escalation"],
  ],
  [
    "a reason that is none, in a table of the body",
    `---
status: final
---

## Escalations

| From | To | Reason |
|---|---|---|
| payments | platform | because |
| payments | ledger | unknown |
`,
    ["9:25 Unexpected reason `because` of an escalation"],
  ],
  ["a draft", withEscalation("", "draft"), []],
  [
    "a document without frontmatter",
    "## Escalations\n\n| From | To |\n|---|---|\n| payments | platform |\n",
    [],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("escalation-reason", document)).toEqual(expected);
});
