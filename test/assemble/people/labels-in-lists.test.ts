import { expect, test } from "vitest";
import { read } from "../../support/context.ts";

function namesIn(section: string) {
  const body = "---\ntitle: A lag\nstatus: draft\n---\n\nThe review of the status took long.\n\n";
  const { full, single } = read(body + section).listedNames;
  return [...full, ...single].toSorted();
}

test.each([
  ["items", "- **Date**: 2026-02-22\n- **Review Status**: Pending human review"],
  ["a status of one word", "- **Review Status**: Draft — Pending review\n- Status: Approved"],
  ["lines", "Review Status: Approved\nLast Updated: 2026-02-22"],
  ["a table", "| Review Status | Draft |\n|---|---|\n| Incident Date | 2026-02-22 |"],
])("a label in a list of people is no name: %s", (_name, list) => {
  expect(namesIn(`## Reviewers\n\n${list}\n`)).toEqual([]);
  expect(namesIn(`Reviewers:\n\n${list}\n`)).toEqual([]);
});

test.each([
  ["- **Prepared by**: Ines Quillmore", ["Ines", "Ines Quillmore", "Quillmore"]],
  ["- **Prepared by**: Ines", ["Ines"]],
  ["- **Review Status**: Approved by, Ines Quillmore", ["Ines", "Ines Quillmore", "Quillmore"]],
  ["- **Scribe**: Ines", ["Ines"]],
  ["- Ines Quillmore: on call", ["Ines", "Ines Quillmore", "Quillmore"]],
  ["- **Ines**: 2026-02-22", ["Ines"]],
  ["- Database: Ines", ["Ines"]],
  ["| Review Status | Ines Quillmore |\n|---|---|", ["Ines", "Ines Quillmore", "Quillmore"]],
])("what stands behind a label, or is none, is a name: %s", (list, names) => {
  expect(namesIn(`## Reviewers\n\n${list}\n`)).toEqual(names);
});
