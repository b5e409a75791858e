import { expect, test } from "vitest";
import { told } from "../../support/told.ts";

function detectedBy(...rows: readonly string[]): string | undefined {
  const list = rows.map((row) => `- ${row}`).join("\n");
  const text = `# Q\n\nDate: 2026-07-26\n\n## Timeline (UTC)\n\n${list}\n- 09:15 All works again\n`;
  return told(text).find((one) => one.startsWith("detected"));
}

test.each([
  ["08:03 Engineer checks the crash dashboards: 4 % of sessions fail"],
  ["08:03 Operator pings the controller, no answer"],
  ["08:03 Crash logs reveal a null in the onboarding"],
  ["08:06 The rollout is rolled back"],
])("a report behind rows of work may not be the first notice: %s", (row) => {
  const found = detectedBy("08:00 Release 9 deployed", row, "08:25 Three users report crashes");
  expect(found).toMatch(/T08:03|\?$/);
});

test("a report behind a change and checks that passed is the first notice", () => {
  const found = detectedBy(
    "08:00 Release 9 deployed, labels come out blank",
    "08:05 Smoke tests pass",
    "08:25 A customer reports a blank label",
  );
  expect(found).toBe("detected 2026-07-26T08:25");
});

test("what somebody found out after something failed may have been noticed before", () => {
  const found = detectedBy(
    "08:00 Downloads fail with errors",
    "08:11 An engineer discovers that the root cause is the list of allowed addresses",
  );
  expect(found).toBe("detected 2026-07-26T08:11?");
});

test("an alarm behind rows of work stays", () => {
  const found = detectedBy(
    "08:00 Engineer checks the logs of the import",
    "08:25 Alert: error rate above 5 %",
  );
  expect(found).toBe("detected 2026-07-26T08:25");
});

test.each([
  "08:00 First failed request observed in the logs",
  "08:00 The gateway drops readings. It was discovered during an unrelated review",
])("what was read in logs or found out later is no detection at the start: %s", (row) => {
  expect(detectedBy(row, "08:40 Root cause identified: a driver")).toMatch(/^undefined$|\?$/);
});
