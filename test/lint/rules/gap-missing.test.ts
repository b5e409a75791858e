import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function diagnosedAt(time: string, more = "", status = "final"): string {
  return `---
status: ${status}
times:
  detected: 2026-03-14T02:00:00Z
  diagnosed: 2026-03-14T${time}:00Z
${more}---
`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["an hour, which is the threshold", diagnosedAt("03:00"), []],
  [
    "longer",
    diagnosedAt("03:01"),
    ["5:14 Missing gap: the diagnosis took 61 minutes, more than 60"],
  ],
  ["with a gap", diagnosedAt("03:01", "gaps:\n  - competency: messaging.backpressure\n"), []],
  [
    "with a gap in the body",
    `${diagnosedAt("03:01")}\n- Lag was read as a dip. (gap: messaging.backpressure)\n`,
    [],
  ],
  [
    "by what the document states",
    "---\nstatus: final\n---\n\n## Stats\n\n- Time to diagnosis: 2 hours\n",
    ["7:3 Missing gap: the diagnosis took 120 minutes, more than 60"],
  ],
  ["not final", diagnosedAt("03:01", "", "review"), []],
  ["a draft", diagnosedAt("03:01", "", "draft"), []],
])("%s", (_, document, expected) => {
  expect(lintDocument("gap-missing", document)).toEqual(expected);
});
