import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function published(when: string, resolved = "2026-03-14T03:10:00Z", status = "final"): string {
  return `---\nstatus: ${status}\npublished: ${when}\ntimes: { resolved: ${resolved} }\n---\n`;
}

function late(after: string): readonly string[] {
  return [`3:12 Unexpected publication ${after} after resolution, expected within 48 h`];
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["the next day", published("2026-03-15"), []],
  ["after 48 hours", published("2026-03-16T03:10:00Z"), []],
  ["a second later", published("2026-03-16T03:10:01Z"), late("48 h 1 min")],
  // From 03:10 on the 14th to midnight before the 17th: 20 h 50 min and two days.
  ["three days later", published("2026-03-17"), late("68 h 50 min")],
  ["whole hours later", published("2026-03-17T03:10:00Z"), late("72 h")],
  ["the end of a day that begins in time", published("2026-03-16", "2026-03-14T00:00:00Z"), []],
  ["in another zone", published("2026-03-16T05:10:00+02:00"), []],
  ["before it was resolved", published("2026-03-14"), []],
  ["not resolved", "---\nstatus: final\npublished: 2026-03-20\n---\n", []],
  ["an unknown resolution", published("2026-03-20", "unknown"), []],
  ["not published", "---\nstatus: final\ntimes: { resolved: 2026-03-14T03:10:00Z }\n---\n", []],
  ["in review", published("2026-03-17", undefined, "review"), late("68 h 50 min")],
  ["a draft", published("2026-03-17", undefined, "draft"), []],
  [
    "a resolution that the timeline tells",
    "---\nstatus: final\npublished: 2026-03-17\n---\n\n## Timeline\n\nAll times in UTC.\n\n| Time | Event |\n|---|---|\n| 2026-03-14 03:10 | Resolved |\n",
    late("68 h 50 min"),
  ],
  ["a document without frontmatter", "# Outage\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("published-late", document)).toEqual(expected);
});
