import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

function withKind(kind: string): string {
  return `---\ngaps:\n  - competency: messaging.backpressure\n    kind: ${kind}\n---\n`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a known one", withKind("instrumentation"), []],
  ["nobody knows", withKind("unknown"), []],
  ["one that nobody has", withKind("luck"), ["4:11 Unknown gap kind `luck`"]],
  [
    "one that nobody has, in a tag",
    "- Lag was read as a dip. (gap: messaging.backpressure, luck)\n",
    ["1:56 Unknown gap kind `luck`"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("unknown-kind", document)).toEqual(expected);
});

test("a hint suggests the kind, or lists all", () => {
  expect(lintHints("unknown-kind", withKind("knowlege"))).toEqual(["Did you mean `knowledge`?"]);
  expect(lintHints("unknown-kind", withKind("luck"))).toEqual([
    "Known: knowledge, coverage, instrumentation, access, documentation.",
  ]);
});
