import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a value nobody knows", "---\nstatus: final\ntrigger: unknown\n---\n", []],
  [
    "a placeholder",
    "---\nstatus: review\ntrigger: TBD\n---\n",
    ["3:10 Unexpected placeholder `TBD` for `trigger`"],
  ],
  [
    "in a list",
    "---\nstatus: final\nservices: [checkout, ???]\n---\n",
    ["3:22 Unexpected placeholder `???` for `services`"],
  ],
  [
    "for a milestone",
    "---\nstatus: final\ntimes:\n  started: todo\n---\n",
    ["4:12 Unexpected placeholder `todo` for `started`"],
  ],
  ["a draft", "---\nstatus: draft\ntrigger: TBD\n---\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("placeholder-value", document)).toEqual(expected);
});
