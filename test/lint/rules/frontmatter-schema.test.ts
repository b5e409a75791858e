import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["values that fit", "---\nstatus: final\nservices: checkout\nseverity: 1\n---\n", []],
  ["a key without a value", "---\nstatus: draft\nseverity:\n---\n", []],
  [
    "not one of the allowed values",
    "---\nstatus: finished\n---\n",
    ["2:9 Unexpected `finished` for `status`, expected one of draft, review, final"],
  ],
  [
    "a list for a text",
    "---\ntitle: [Outage]\n---\n",
    ["2:8 Unexpected list for `title`, expected text"],
  ],
  [
    "a text for a mapping in a list",
    "---\ngaps: [caching]\n---\n",
    ["2:8 Unexpected `caching` in `gaps`, expected `key: value` lines"],
  ],
  [
    "a text for a mapping",
    "---\ntimes: yesterday\n---\n",
    ["2:8 Unexpected `yesterday` for `times`, expected `key: value` lines"],
  ],
  [
    "deep in a list, and a time",
    `---
gaps:
  - competency: messaging.backpressure
    phase: diagnosis
times:
  started: yesterday
conditions: { responders: 1.5 }
---
`,
    [
      "4:12 Unexpected `diagnosis` for `phase`, expected one of detect, diagnose, mitigate, resolve",
      "6:12 Unexpected time `yesterday`, expected an instant such as 2026-03-14T02:15:00Z",
      "7:27 Unexpected `1.5` for `responders`, expected a whole number",
    ],
  ],
  [
    "a draft",
    "---\nstatus: draft\ntitle: [Outage]\n---\n",
    ["3:8 Unexpected list for `title`, expected text"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("frontmatter-schema", document)).toEqual(expected);
});

test("a value near an allowed one is suggested", () => {
  expect(lintHints("frontmatter-schema", "---\nstatus: finall\n---\n")).toEqual([
    "Did you mean `final`?",
  ]);
});
