import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withTimes(times: string, status = "final"): string {
  return `---\nstatus: ${status}\ntimes:\n  started: 2026-03-14T02:15:00Z\n${times}---\n`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  [
    "all, one of them not known",
    withTimes(
      "  detected: 2026-03-14T02:21:00Z\n  diagnosed: unknown\n  resolved: 2026-03-14T03:10:00Z\n",
    ),
    [],
  ],
  [
    "none",
    withTimes(""),
    [
      "2:9 Missing milestone `detected`",
      "2:9 Missing milestone `diagnosed`",
      "2:9 Missing milestone `resolved`",
    ],
  ],
  [
    "the rest in the timeline",
    `${withTimes("  detected: 2026-03-14T02:21:00Z\n")}
## Timeline

- 2026-03-14 02:40 UTC Diagnosed: a consumer is stuck.
- 2026-03-14 03:10 UTC Resolved: the backlog is gone.
`,
    [],
  ],
  [
    "what is no time is reported already",
    withTimes("  detected: soon\n  diagnosed: TBD\n"),
    ["2:9 Missing milestone `resolved`"],
  ],
  ["not final", withTimes("", "review"), []],
  ["a draft", withTimes("", "draft"), []],
  ["a document without frontmatter", "# Outage\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("milestone-missing", document)).toEqual(expected);
});
