import { expect, test } from "vitest";
import { told } from "../../support/told.ts";

test.each([
  ["started", "Impact window start"],
  ["started", "First effect"],
  ["started", "Start of degradation"],
  ["detected", "First ticket"],
  ["detected", "We noticed"],
  ["detected", "Spotted at"],
  ["acknowledged", "Engineer engaged"],
  ["acknowledged", "Ack'd"],
  ["diagnosed", "Culprit found"],
  ["diagnosed", "Root cause confirmed at"],
  ["mitigated", "Remedy in place"],
  ["mitigated", "Rolled back"],
  ["mitigated", "Hotfix deployed"],
  ["resolved", "Full recovery"],
  ["resolved", "Stand down"],
  ["resolved", "Service fully restored"],
])("%s is also called so: %s", (milestone, label) => {
  const text = `# Queue stalled\n\n**Severity:** SEV2\n**${label}:** 2026-05-05 10:15 UTC\n`;
  expect(told(text)).toContain(`${milestone} 2026-05-05T10:15`);
});
