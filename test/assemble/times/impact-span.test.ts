import { expect, test } from "vitest";
import { told } from "../../support/told.ts";

const LONG =
  "3 % of all requests to the checkout failed with a timeout and customers in two countries could neither pay nor see their orders";

test.each([
  `**Customer impact:** 2026-03-14 10:05 UTC – 11:40 UTC; ${LONG}`,
  `| Field | Value |\n|---|---|\n| Date | 2026-03-14 |\n| Impact | 10:05 - 11:40 UTC: ${LONG} |`,
])("the span that a long sentence on the impact begins with is told in doubt: %j", (text) => {
  const found = told(`# Q\n\n${text}\n`).map((one) => one.replace("?", ""));
  expect(found).toEqual(["started 2026-03-14T10:05", "resolved 2026-03-14T11:40"]);
});

test("a label of the end comes before the span of the impact", () => {
  const text = `**Date:** 2026-03-14\n**Resolved:** 11:45 UTC\n**Impact:** 10:05–11:40 UTC, ${LONG}`;
  expect(told(`# Q\n\n${text}\n`)).toContain("resolved 2026-03-14T11:45");
});
