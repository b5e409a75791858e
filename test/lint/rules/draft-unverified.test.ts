import { expect, test } from "vitest";
import { runRules } from "../../../src/lint/run.ts";
import { buildLintRun, lintDocument } from "../../support/lint-document.ts";

const HEAD = "unverified: drafted by small from row 2 (2026-03-14 02:15:04).";

function withBody(body: string, status = "review"): string {
  return `---\nstatus: ${status}\n---\n\n## Summary\n\n${body}`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a checked sentence", withBody("Checkout stalled.\n"), []],
  ["another comment", withBody("<!-- from the dashboard, unverified -->\n"), []],
  ["a word that begins so", withBody("<!-- unverifiedness -->\n"), []],
  [
    "a drafted sentence",
    withBody(`<!-- ${HEAD}\nCheckout stalled.\n-->\n`),
    ["7:1 Unverified sentence, drafted by a language model: Checkout stalled."],
  ],
  [
    "a drafted factor, of which the beginning is shown",
    withBody(`<!-- ${HEAD}\n- Lag was read as a traffic dip ${"and ".repeat(20)}\n-->\n`),
    [
      "7:1 Unverified sentence, drafted by a language model: Lag was read as a traffic dip and and and and and and and…",
    ],
  ],
  [
    "one word without end",
    withBody(`<!-- ${HEAD}\n${"x".repeat(70)}\n-->\n`),
    [`7:1 Unverified sentence, drafted by a language model: ${"x".repeat(70)}`],
  ],
  [
    "a mark beside a sentence",
    withBody("- Lag was misread. <!-- unverified -->\n"),
    ["7:20 Unverified sentence, drafted by a language model"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("draft-unverified", document)).toEqual(expected);
});

test("fails a document in review, and warns in a draft", () => {
  const levels = ["draft", "review", "final"].map((status) => {
    const text = withBody(`<!-- ${HEAD}\nCheckout stalled.\n-->\n`, status);
    const { findings } = runRules(buildLintRun([{ path: "incident.md", text }]));
    return findings.find(({ ruleId }) => ruleId === "draft-unverified")?.level;
  });
  expect(levels).toEqual(["warning", "error", "error"]);
});
