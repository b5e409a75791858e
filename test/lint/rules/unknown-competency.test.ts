import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

function withGap(competency: string): string {
  return `---\nstatus: draft\ngaps:\n  - competency: ${competency}\n---\n`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["an id", withGap("messaging.backpressure"), []],
  ["an alias", withGap("Queue Backpressure"), []],
  ["a domain", withGap("messaging"), []],
  [
    "nobody's, in a gap",
    withGap("messaging.bakpressure"),
    ["4:17 Unknown competency `messaging.bakpressure`"],
  ],
  [
    "nobody's, in a tag",
    "- Lag was read as a dip. (gap: messaging.bakpressure, knowledge)\n",
    ["1:32 Unknown competency `messaging.bakpressure`"],
  ],
  [
    "nobody's, in an escalation and an action",
    `---
escalations:
  - to: platform
    competency: cooking
actions:
  - title: Game day
    competency: cooking
---
`,
    ["4:17 Unknown competency `cooking`", "7:17 Unknown competency `cooking`"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("unknown-competency", document)).toEqual(expected);
});

test.each<[name: string, written: string, hint: string]>([
  ["a misspelt id", "messaging.bakpressure", "Did you mean `messaging.backpressure`?"],
  ["a misspelt alias", "load sheding", "Did you mean `capacity.overload-protection`?"],
  ["an id without its domain", "backpressure", "Did you mean `messaging.backpressure`?"],
  ["nothing near", "cooking", "Use one from the taxonomy, or add it to taxonomy.yaml."],
])("a hint for %s", (_, written, hint) => {
  expect(lintHints("unknown-competency", withGap(written))).toEqual([hint]);
});

test.each<[tag: string, hint: string]>([
  ["(gap: knowledge)", "`knowledge` is a kind of gap: name the competency before it."],
])("%s has a hint of its own", (tag, hint) => {
  expect(lintHints("unknown-competency", `- Lag was read as a dip. ${tag}\n`)).toEqual([hint]);
});
