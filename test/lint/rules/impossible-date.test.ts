import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { lintDocument } from "../../support/lint-document.ts";

function dated(date: string): string {
  return `---\nstatus: final\n---\n\n# Outage\n\nDate: ${date}\n\n## Timeline\n\n- 10:00 Started\n- 10:30 Resolved\n`;
}

describe("a date that no calendar has is reported where it stands, and its rows are not", () => {
  test.each([
    ["31/04/2026", "31/04/2026"],
    ["2026-13-45", "2026-13-45"],
    ["30 February 2026", "30 February 2026"],
    ["Feb 30, 2026", "Feb 30, 2026"],
    ["31.04.2026", "31.04.2026"],
    ["2026/02/30", "2026/02/30"],
    ["31 April 2026, 10:00 to 11:00 UTC", "31 April 2026"],
    ["2026-02-30T10:00Z", "2026-02-30"],
  ])("%s", (date, written) => {
    expect(lintDocument("timeline-unreadable", dated(date))).toEqual([]);
    expect(lintDocument("weekday-contradiction", dated(date))).toEqual([
      `7:1 Unexpected date \`${written}\`: no calendar has it`,
    ]);
  });

  test("in a table, of a document without a timeline", () => {
    const table = "| Field | Value |\n|---|---|\n| Date | 31/04/2026 |\n| Severity | P1 |\n";
    const text = `---\nstatus: final\n---\n\n${table}`;
    expect(lintDocument("weekday-contradiction", text)).toEqual([
      "7:10 Unexpected date `31/04/2026`: no calendar has it",
    ]);
  });
});

test("what is no date at all leaves the rows without one", () => {
  for (const date of ["TBD", "last Tuesday", "2026-02"]) {
    expect(lintDocument("timeline-unreadable", dated(date))).toEqual([
      "11:3 Missing date for the time `10:00`, and for 1 more in this timeline",
    ]);
  }
});

test.each(["20260105", "2026_01_05", "2026-01-05", "05/01/2026, 13/01/2026"])(
  "%s is a date",
  (date) => {
    const { milestones } = parsePostmortem({ path: "a.md", text: dated(date) }, CONTEXT);
    expect(new Date(milestones.started?.value ?? 0).toISOString()).toBe("2026-01-05T10:00:00.000Z");
    expect(lintDocument("timeline-unreadable", dated(date))).toEqual([]);
  },
);
