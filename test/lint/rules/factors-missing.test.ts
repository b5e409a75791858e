import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

const FINAL = "---\nstatus: final\n---\n";
const MISSING = "2:9 Missing contributing factors";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a factor", `${FINAL}\n## Contributing factors\n\n- Retries had no limit.\n`, []],
  ["a root cause in prose", `${FINAL}\n## Root cause\n\nRetries had no limit.\n`, []],
  ["a gap alone", "---\nstatus: final\ngaps:\n  - competency: messaging.backpressure\n---\n", []],
  ["neither", `${FINAL}\n## Summary\n\nThe queue backed up.\n`, [MISSING]],
  ["an empty section", `${FINAL}\n## Contributing factors\n\n-\n`, [MISSING]],
  ["not final", "---\nstatus: review\n---\n", []],
  ["a draft", "---\nstatus: draft\n---\n", []],
  ["a document without frontmatter", "# Outage\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("factors-missing", document)).toEqual(expected);
});
