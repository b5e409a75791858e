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
  ["names of parts", "**Solution:** new parser\n**Root Cause:** leak of a lag"],
  ["what ends a document", "**Document Version:** 1.0\n**Next Post-Mortem Review:** February 2026"],
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
  ["- Response: Ines", ["Ines"]],
  ["- Solution: Ines Quillmore", ["Ines", "Ines Quillmore", "Quillmore"]],
  ["| Review Status | Ines Quillmore |\n|---|---|", ["Ines", "Ines Quillmore", "Quillmore"]],
])("what stands behind a label, or is none, is a name: %s", (list, names) => {
  expect(namesIn(`## Reviewers\n\n${list}\n`)).toEqual(names);
});

test.each([
  ["**Communication Lead:** Ines Quillmore"],
  ["Support liaison: Ines Quillmore"],
  ["- **Manager on duty**: Ines Quillmore"],
  ["| Executive sponsor | Ines Quillmore |\n|---|---|\n| Severity | SEV2 |"],
  ["**Resolver:** Ines Quillmore"],
  ["**Report authors:** Ines Quillmore"],
  ["12. Signed: Ines Quillmore"],
  ["Completed by: Ines Quillmore"],
])("who stands beside the label of a role is a name: %s", (line) => {
  expect(namesIn(`${line}\n`)).toEqual(["Ines", "Ines Quillmore", "Quillmore"]);
});

test.each([
  ["**Engineering lead:** platform"],
  ["Lead time: 3 days"],
  ["Duty officer: Platform"],
  ["Manager approval: needed"],
  ["Managers: platform"],
  ["Completed by: 3 May 2026"],
])("a team or another value beside such a label is none: %s", (line) => {
  expect(namesIn(`${line}\n`)).toEqual([]);
});
