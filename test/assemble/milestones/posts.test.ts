import { describe, expect, test } from "vitest";
import { told } from "../../support/told.ts";

const diagnosedIn = (text: string) =>
  told(`# Q\n\n${text}\n`).filter((one) => one.startsWith("diagnosed"));

describe("a post of a status page that says that something is identified", () => {
  test.each([
    "**Date:** 2026-03-14\n\n## Updates\n\n- 10:12 UTC Investigating - we are looking\n- 10:50 UTC Identified - we continue to work on this\n- 11:40 UTC Resolved - all is well",
    "### Resolved\n_2026-03-14 11:40 UTC_\n\nIt is over.\n\n### Identified\n_2026-03-14 10:50 UTC_\n\nWe keep working.\n\n### Investigating\n_2026-03-14 10:12 UTC_\n\nErrors.",
    "Resolved - 2026-03-14 11:40 UTC\nAll is well.\n\nIdentified - 2026-03-14 10:50 UTC\nWe have identified the affected customers.\n\nInvestigating - 2026-03-14 10:12 UTC\nWe are looking.",
  ])("leaves in doubt whether the cause is known: %j", (text) => {
    expect(diagnosedIn(text)).toEqual(["diagnosed 2026-03-14T10:50?"]);
  });

  test("is the diagnosis where it stands beside no other post", () => {
    expect(diagnosedIn("**Cause identified:** 2026-03-14 10:50 UTC")).toEqual([
      "diagnosed 2026-03-14T10:50",
    ]);
  });
});

test.each([
  "**Status:** Resolved (2026-03-14 11:40 UTC)",
  "Status: Resolved at 2026-03-14 11:40 UTC",
])("a state with its time is the end: %j", (text) => {
  expect(told(`# Q\n\n${text}\n`)).toContain("resolved 2026-03-14T11:40");
});
