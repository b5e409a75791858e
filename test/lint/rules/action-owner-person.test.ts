import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withOwner(owner: string, status = "review"): string {
  return `---
status: ${status}
actions:
  - title: Game day
    owner: ${owner}
---
`;
}

const PERSON = "5:12 Unexpected person, expected a team or a role";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a team", withOwner("payments"), []],
  ["a role that no list has", withOwner("incident commander"), []],
  ["a handle", withOwner('"@alex"'), [PERSON]],
  ["an e-mail address", withOwner("alex@example.com"), [PERSON]],
  ["a team with a person", withOwner("platform (@alex)"), [PERSON]],
  ["a draft", withOwner('"@alex"', "draft"), [PERSON]],
  [
    "a table in the body",
    "---\nstatus: final\n---\n\n## Actions\n\n| Action | Owner |\n|---|---|\n| Game day | @alex |\n",
    ["9:14 Unexpected person, expected a team or a role"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("action-owner-person", document)).toEqual(expected);
});
