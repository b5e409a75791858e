import { expect, test } from "vitest";
import { REPORTS } from "../../src/reports/index.ts";
import { optionAdding } from "../../src/reports/optional-sections.ts";

test.each([
  ["gaps", "evidence", "--evidence"],
  ["gaps", "matrix", "--by competency,domain"],
  ["actions", "overdue_reviews", "--overdue"],
  ["conditions", "deploys", "--deploys FILE"],
  ["gaps", "nope", null],
  ["list", "nope", null],
  ["similar", "evidence", null],
])("pm %s --section %s: %s", (name, key, option) => {
  expect(optionAdding(name, key)).toBe(option);
});

test("every report can be asked, whatever its options", () => {
  for (const report of REPORTS) expect(optionAdding(report.name, "nope")).toBeNull();
});
