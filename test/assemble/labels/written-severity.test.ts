import { expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";

test.each([
  ["Sev. 2", "P2"],
  ["Prio. 3", "P3"],
  ["Severity: High", "P2"],
  ["Sev: critical", "P1"],
  ["critical!", "P1"],
  ["SEV2!", "P2"],
  ["Severity level 3", "P3"],
  ["Tier 7", "Tier 7"],
  ["prio 7", "prio 7"],
  ["room 7", undefined],
  ["pending", undefined],
  ["under review", undefined],
])("**Severity:** %s", (written, severity) => {
  const text = `# Queue\n\n**Date:** 2026-03-14\n**Severity:** ${written}\n`;
  expect(parsePostmortem({ path: "a.md", text }, CONTEXT).severity?.value).toBe(severity);
});
