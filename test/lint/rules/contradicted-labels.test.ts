import { describe, expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

/** A document whose frontmatter states its facts, with a body. */
function withBody(body: string): string {
  return `---
title: Outage
status: final
severity: P1
services: [checkout]
teams: [payments]
detected_by: alert
trigger: deploy
times:
  started: 2026-01-09T10:15:00Z
  detected: 2026-01-09T10:30:00Z
  diagnosed: unknown
  resolved: 2026-01-09T12:00:00Z
---

${body}`;
}

function found(body: string): readonly string[] {
  return lintDocument("fact-contradiction", withBody(body));
}

const OTHERWISE = [
  ["Severity", "P3"],
  ["Services", "ledger"],
  ["Status", "draft"],
  ["Detected", "2026-01-09 10:05 UTC"],
  ["Date", "2026-02-10"],
  ["Team", "platform"],
  ["Detected by", "customer"],
  ["Trigger", "config"],
  ["Time to diagnose", "45 minutes"],
] as const;

/** What the rule says of them, wherever they stand. */
const SAYS = [
  "Unexpected severity `P3`: the frontmatter says `P1` (line 4)",
  "Unexpected service `ledger`: the frontmatter says `checkout` (line 5)",
  "Unexpected `detected` at 2026-01-09T10:05Z: the frontmatter says `2026-01-09T10:30Z` (line 11)",
  "Unexpected date 2026-02-10: the frontmatter says `2026-01-09T10:15Z` (line 10)",
  "Unexpected team `platform`: the frontmatter says `payments` (line 6)",
  "Unexpected source of detection `customer`: the frontmatter says `alert` (line 7)",
  "Unexpected trigger `config`: the frontmatter says `deploy` (line 8)",
  "Unexpected time to diagnose of 45 min: the frontmatter says `diagnosed: unknown`",
];

describe("labels of the body that contradict the frontmatter are reported where they stand; a status may change", () => {
  test.each([
    ["a list", OTHERWISE.map(([label, value]) => `- ${label}: ${value}\n`).join("")],
    ["bold labels", OTHERWISE.map(([label, value]) => `**${label}:** ${value}\n`).join("")],
    [
      "a table",
      `| Field | Value |\n|---|---|\n${OTHERWISE.map(([label, value]) => `| ${label} | ${value} |\n`).join("")}`,
    ],
  ])("%s", (_, body) => {
    const findings = found(body);
    expect(findings.map((one) => one.slice(one.indexOf(" ") + 1))).toEqual(SAYS);
    const lines = findings.map((one) => Number(one.split(":")[0]));
    const first = body.startsWith("|") ? 18 : 16;
    expect(lines).toEqual([0, 1, 3, 4, 5, 6, 7, 8].map((index) => first + index));
  });

  test("a milestone of which the frontmatter says that nobody knows it", () => {
    expect(found("- Diagnosed: 2026-01-09 11:00 UTC\n")).toEqual([
      "16:3 Unexpected `diagnosed` at 2026-01-09T11:00Z: the frontmatter says `diagnosed: unknown`",
    ]);
  });
});

describe("labels that may well say the same are no contradiction", () => {
  test.each([
    "- Severity: SEV1\n- Services: ledger, checkout\n- Team: payments\n",
    "- Service: Checkout API\n",
    "- Initial severity: P3, raised to P1\n",
    "- Severity: P3\n- Severity: P1\n",
    "- Detected: 10:30\n- Resolved: 2026-01-09 13:00 CET\n",
    "- Detected: 2026-01-09 10:33 UTC\n",
    "- Started: 10:15\n- Detected: 2026-01-09 11:30 CET\n",
    "- Date: 9 January 2026\n",
    "- Date: 10/01/2026\n",
    "- Published: 2026-02-10\n- Review date: 2026-03-10\n",
    "- Time to diagnose: unknown\n",
    "- Time to detect: 15 minutes\n",
    "We think the severity was P3 in the end.\n",
  ])("%s", (body) => {
    expect(found(body)).toEqual([]);
  });
});
