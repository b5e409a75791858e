import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  [
    "all, the start not known",
    `---
status: final
title: Outage
severity: P1
services: [checkout]
times: { started: unknown }
---
`,
    [],
  ],
  [
    "title and start in the body",
    `---
status: review
severity: P1
services: checkout
---

# Outage

## Timeline

- 2026-03-14 02:15 UTC Errors rise.
`,
    [],
  ],
  [
    "a status alone",
    "---\nstatus: review\n---\n",
    [
      "1:1 Missing `services` in the frontmatter",
      "1:1 Missing `severity` in the frontmatter",
      "1:1 Missing `times.started` in the frontmatter",
      "1:1 Missing `title` in the frontmatter",
    ],
  ],
  [
    "an empty list of services",
    "---\nstatus: final\ntitle: Outage\nseverity: P1\nservices: []\ntimes: { started: unknown }\n---\n",
    ["1:1 Missing `services` in the frontmatter"],
  ],
  [
    "values that are reported already",
    "---\ntitle: TBD\nstatus: drfat\nseverity: TBD\nservices: [TBD]\ntimes: { started: soon }\n---\n",
    [],
  ],
  [
    "a value that is reported, and none",
    "---\ntitle: A\nstatus: drfat\nservices: [a]\ntimes: { started: unknown }\n---\n",
    ["1:1 Missing `severity` in the frontmatter"],
  ],
  ["none", "---\n---\n", []],
  [
    "no status, as `pm import` and `pm suggest` leave it",
    "---\ntitle: A\nseverity: P1\ngaps:\n  - { competency: dns, source: suggested }\n---\n",
    [],
  ],
  ["a status of the body alone", "---\ntitle: A\n---\n\n**Status:** Final\n", []],
  ["a draft", "---\nstatus: draft\n---\n", []],
  ["frontmatter that cannot be read", "---\ntitle: [\n---\n", []],
  ["a document without frontmatter", "# Outage\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("required-facts", document)).toEqual(expected);
});
