import { expect, test } from "vitest";
import { RULES } from "../../../src/lint/rules/index.ts";
import { runRules } from "../../../src/lint/run.ts";
import { buildLintRun, lintDocument, lintHints } from "../../support/lint-document.ts";

const DOCUMENT = `---
status: final
times: { started: unknown, detected: unknown, diagnosed: unknown, resolved: unknown }
review: { due: 2026-06-01, criteria: Found in 20 minutes. }
---
`;

function withBody(body: string, status = "final"): string {
  return `${DOCUMENT.replace("final", status)}\n${body}`;
}

const FACTOR = "## Contributing factors\n\n- Retries had no limit.\n";

test.each<[name: string, document: string, expected: readonly string[]]>([
  // 12 for milestones and 10 for the review, and 5 for the factor: 27 of 90 is 30.
  ["just enough", withBody(FACTOR), []],
  // 22 of 90 is 24.
  ["too little", withBody(""), ["2:9 Unexpected signal score below 30 of 100"]],
  [
    "nothing",
    "---\ntitle: Outage\nstatus: final\n---\n",
    ["3:9 Unexpected signal score below 30 of 100"],
  ],
  ["not final", withBody("", "review"), []],
  ["a draft", withBody("", "draft"), []],
  ["a document without frontmatter", "# Outage\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("signal-minimum", document)).toEqual(expected);
});

test("the hint is the score and the next addition", () => {
  // 22 and 20 more: 42 of 90 is 46.7, 23 above 24.
  expect(lintHints("signal-minimum", withBody(""))).toEqual([
    "It is 24. Name a gap, with its evidence (+23).",
  ]);
});

test.each<[minimum: number, expected: readonly string[]]>([
  [0, []],
  [30, []],
  [31, ["Unexpected signal score below 31 of 100"]],
])("a minimum of %i", (minimum, expected) => {
  const run = buildLintRun([{ path: "incident.md", text: withBody(FACTOR) }]);
  const ruleOptions = new Map([["signal-minimum", new Map([["minimum", minimum]])]]);
  const { findings } = runRules({
    ...run,
    rules: RULES.filter(({ id }) => id === "signal-minimum"),
    context: { ...run.context, config: { ...run.context.config, ruleOptions } },
  });
  expect(findings.map(({ message }) => message)).toEqual(expected);
});
