import { expect, test } from "vitest";
import { read } from "../../support/context.ts";

function sourceOf(value: string): string | null {
  const text = `# Down\n\n- **Severity**: SEV-2\n- **Detected**: ${value}\n\n## Impact\n\nMany.\n`;
  return read(text, ["everything"]).detectedBy?.value ?? null;
}

test.each([
  ["2026-06-06 08:04 UTC by monitor *Sessions evicted*", "alert"],
  ["2026-06-06 08:04 UTC (pager)", "alert"],
  ["2026-06-06 08:04 UTC (support ticket of a promoter)", "customer"],
  ["2026-06-06 08:04 UTC – customer report", "customer"],
  ["2026-06-06 08:04 UTC, reported by an engineer", "employee"],
  ["2026-06-06 08:04 UTC via Grafana", "alert"],
])("who noticed it stands behind the time: %s", (value, source) => {
  expect(sourceOf(value)).toBe(source);
});

test.each([
  "2026-06-06 08:04 UTC",
  "2026-06-06 08:04 UTC (12 minutes after the start)",
  "2026-06-06 08:04 UTC (no alert fired)",
  "2026-06-06 08:04 UTC (alert after a customer call)",
  "2026-06-06 08:04 UTC by Search",
])("nothing else there says so: %s", (value) => {
  expect(sourceOf(value)).toBeNull();
});
