import { expect, test } from "vitest";
import { told } from "../../support/told.ts";

test.each([
  ["Detected / acknowledged", "2026-05-05 10:15 UTC / 2026-05-05 10:20 UTC"],
  ["Detected / acknowledged", "2026-05-05 10:15 / 2026-05-05 10:20 UTC"],
  ["Detected and acknowledged (UTC)", "2026-05-05 10:15; 2026-05-05 10:20"],
  ["Detected & acknowledged (UTC)", "2026-05-05 10:15 / 10:20"],
  ["Acknowledged / detected (UTC)", "2026-05-05 10:20 / 2026-05-05 10:15"],
])("a label names several milestones: %s: %s", (label, value) => {
  for (const text of [
    `# Down\n\n- **Severity:** SEV2\n- **${label}:** ${value}\n`,
    `# Down\n\n| Field | Value |\n|--|--|\n| Severity | SEV2 |\n| ${label} | ${value} |\n`,
  ]) {
    expect(told(text)).toEqual(
      expect.arrayContaining(["detected 2026-05-05T10:15", "acknowledged 2026-05-05T10:20"]),
    );
  }
});

test("both ends stay one span", () => {
  const text = "# Down\n\n- Severity: SEV2\n- Start / end (UTC): 2026-05-05 10:05 / 11:20\n";
  expect(told(text)).toEqual(["started 2026-05-05T10:05", "resolved 2026-05-05T11:20"]);
});
