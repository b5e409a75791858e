import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withBody(body: string, status = "final"): string {
  return `---\nstatus: ${status}\n---\n\n${body}`;
}

const HAPPENED = "## Summary\n\nCheckout stalled.\n\n## Root cause\n\nA deploy.\n";
const THIN =
  "Missing contributing factors, gaps and learnings: this document says only what happened";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["what happened and its cause", withBody(HAPPENED), [`2:9 ${THIN}`]],
  ["nothing at all", withBody(""), [`2:9 ${THIN}`]],
  [
    "empty sections",
    withBody("## Contributing factors\n\n-\n\n## What we learned\n\n<!-- prompt: What? -->\n"),
    [`2:9 ${THIN}`],
  ],
  ["what went well", withBody(`${HAPPENED}\n## What went well\n\nThe alert.\n`), [`2:9 ${THIN}`]],
  ["a factor", withBody(`${HAPPENED}\n## Contributing factors\n\n- No limit.\n`), []],
  ["a factor by another heading", withBody("## What went wrong\n\nRetries.\n"), []],
  ["factors among root causes", withBody("## Root causes\n\n- No dashboard.\n- A deploy.\n"), []],
  [
    "factors as rows",
    withBody("## Root causes\n\n| Cause |\n|---|\n| No dashboard |\n| A deploy |\n"),
    [],
  ],
  ["a factor under a label", withBody("Contributing factors: the alert was muted\n"), []],
  ["a learning", withBody(`${HAPPENED}\n## Lessons learned\n\nQueues hide.\n`), []],
  ["a gap in the body", withBody("It grew. (gap: messaging.backpressure, knowledge)\n"), []],
  [
    "a gap in the frontmatter",
    "---\nstatus: final\ngaps: [{ competency: messaging.backpressure }]\n---\n",
    [],
  ],
  ["not final", withBody(HAPPENED, "review"), []],
  ["a draft", withBody(HAPPENED, "draft"), []],
  ["a document without frontmatter", "# Outage\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("document-thin", document)).toEqual(expected);
});
