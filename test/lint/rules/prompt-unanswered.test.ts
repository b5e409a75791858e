import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withBody(body: string, status = "final"): string {
  return `---\nstatus: ${status}\n---\n\n${body}`;
}

const LONG =
  "<!-- prompt: Who noticed what, on which dashboard, and why did it look like something else? -->";

test.each<[name: string, document: string, expected: readonly string[]]>([
  [
    "an answer",
    withBody("## Impact\n\n<!-- prompt: How many failed? -->\n\n412 payments failed.\n"),
    [],
  ],
  [
    "none",
    withBody("## Impact\n\n<!-- prompt: How many failed? -->\n\n## Timeline\n"),
    ["7:1 Unanswered prompt: How many failed?"],
  ],
  [
    "two, the first cut after whole words",
    withBody(`## Impact\n\n${LONG}\n\n## Actions\n\n<!-- prompt: What next? -->\n`),
    [
      "7:1 Unanswered prompt: Who noticed what, on which dashboard, and why did it look…",
      "11:1 Unanswered prompt: What next?",
    ],
  ],
  ["another comment", withBody("## Impact\n\n<!-- from the dashboard -->\n"), []],
  ["not final", withBody("## Impact\n\n<!-- prompt: How many failed? -->\n", "review"), []],
  ["a draft", withBody("## Impact\n\n<!-- prompt: How many failed? -->\n", "draft"), []],
])("%s", (_, document, expected) => {
  expect(lintDocument("prompt-unanswered", document)).toEqual(expected);
});
