import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withTag(tag: string, status = "final"): string {
  return `---\nstatus: ${status}\n---\n\n## Contributing factors\n\n- Lag was read as a dip. ${tag}\n`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a kind", withTag("(gap: messaging.backpressure, knowledge)"), []],
  [
    "no kind",
    withTag("(gap: messaging.backpressure)"),
    ["7:32 Missing kind of the gap `messaging.backpressure`"],
  ],
  ["a draft", withTag("(gap: messaging.backpressure)", "draft"), []],
  [
    "a gap that is only suggested",
    "---\nstatus: final\ngaps:\n  - { competency: messaging.backpressure, source: suggested }\n---\n",
    [],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("gap-kind", document)).toEqual(expected);
});
