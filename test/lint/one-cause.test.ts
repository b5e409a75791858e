import { expect, test } from "vitest";
import { runRules } from "../../src/lint/run.ts";
import { buildLintRun } from "../support/lint-document.ts";

const DOCUMENT = `---
title: Checkout stalled behind a queue
status: final
severity: P1
services: [checkout]
teams: [payments, platform]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
  diagnosed: 2026-03-14T03:40:00Z
  mitigated: 2026-03-14T03:52:00Z
  resolved: 2026-03-14T04:30:00Z
escalations:
  - at: 2026-03-14T03:05:00Z
    from: payments
    to: platform
    reason: expertise
    competency: messaging.backpressure
review:
  due: 2026-06-01
  criteria: The next queue incident is diagnosed in under 20 minutes
---

# Checkout stalled behind a queue

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 2026-03-14 02:15 | Impact starts: a deploy halves the consumers. |
| 2026-03-14 02:21 | Detected: the alert on latency fires. |
| 2026-03-14 03:05 | Payments asks platform for help. |
| 2026-03-14 03:40 | Diagnosed: consumer lag explains the latency. |
| 2026-03-14 03:52 | Mitigated: the consumers are scaled back up. |
| 2026-03-14 04:30 | Resolved: the queue is empty. |

## Contributing factors

- Consumer lag was read as a traffic dip. (gap: messaging.backpressure, knowledge)
- The deploy tool does not show how many consumers will run.

## What we learned

- A dip in traffic and a growing queue look the same on the dashboard.

## Actions

| Action | Owner | Due | Status | Competency |
|---|---|---|---|---|
| Queue game day with realistic backpressure | platform | 2026-04-15 | open | messaging.backpressure |
`;

/** What all rules say of the document with one slip in it: rule ids and lines. */
function found(written: string, slip: string): readonly string[] {
  expect(DOCUMENT).toContain(written);
  const text = DOCUMENT.replace(written, slip);
  return runRules(buildLintRun([{ path: "incident.md", text }])).findings.map(
    ({ ruleId, range }) => `${range.start.line} ${ruleId}`,
  );
}

test("the document is clean", () => {
  expect(found("status: final", "status: final")).toEqual([]);
});

const TAG = "(gap: messaging.backpressure, knowledge)";

test.each<[name: string, written: string, slip: string, finding: string]>([
  ["a tag without its colon", TAG, "(gap messaging.backpressure)", "41 gap-tag-syntax"],
  ["a tag in other brackets", TAG, "[gap: messaging.backpressure]", "41 gap-tag-syntax"],
  ["a tag that nothing closes", TAG, TAG.slice(0, -1), "41 gap-tag-syntax"],
  ["a tag in another order", TAG, "(gap: knowledge, messaging.backpressure)", "41 gap-tag-syntax"],
  ["a phase that is none", TAG, TAG.replace(")", ", phase: later)"), "41 gap-tag-syntax"],
  ["a misspelt heading", "## Actions", "## Actoins", "48 heading-misspelt"],
  ["one of two words", "## Actions", "## Action itmes", "48 heading-misspelt"],
  [
    "a start after the end",
    "started: 2026-03-14T02",
    "started: 2026-03-14T12",
    "9 milestone-order",
  ],
  [
    "two milestones that have changed places",
    "detected: 2026-03-14T02:21:00Z\n  diagnosed: 2026-03-14T03:40:00Z\n  mitigated: 2026-03-14T03:52:00Z",
    "detected: 2026-03-14T03:52:00Z\n  diagnosed: 2026-03-14T03:40:00Z\n  mitigated: 2026-03-14T02:21:00Z",
    "9 milestone-order",
  ],
  ["another year", "started: 2026", "started: 2025", "8 milestone-contradiction"],
  ["a reason that is none", "reason: expertise", "reason: expertize", "17 frontmatter-schema"],
  [
    "a review in words",
    "review:\n  due: 2026-06-01\n  criteria: The",
    "review: The",
    "19 frontmatter-schema",
  ],
  ["a review before the incident", "due: 2026-06-01", "due: 2025-06-01", "20 review-date"],
  ["an action due before it", "2026-04-15", "2025-04-15", "52 action-due"],
  ["an owner that is still open", "| platform | 2026", "| TBD | 2026", "52 placeholder-value"],
  [
    "a misspelt key of a gap",
    "review:",
    "gaps:\n  - competncy: messaging.backpressure\n    kind: knowledge\nreview:",
    "20 unknown-key",
  ],
  ["a star before a title", "title: Checkout", "title: *Checkout*", "2 frontmatter-syntax"],
  ["a brace that nothing closes", "review:\n  due", "review: {due", "19 frontmatter-syntax"],
  ["another blank", "severity: P1", "severity:\u00A0P1", "4 frontmatter-syntax"],
  [
    "a list item without its blank",
    "services: [checkout]",
    "services:\n-checkout",
    "6 frontmatter-syntax",
  ],
  ["hyphens within the frontmatter", "review:\n", "----\nreview:\n", "19 frontmatter-syntax"],
  [
    "a longer line of them at its end",
    "minutes\n---\n",
    "minutes\n----\n",
    "22 frontmatter-syntax",
  ],
  ["two of them", "minutes\n---\n", "minutes\n--\n", "22 frontmatter-syntax"],
  ["a dash for the first line", "---\ntitle", "—\ntitle", "1 frontmatter-syntax"],
  ["no end of the frontmatter", "minutes\n---\n", "minutes\n", "1 frontmatter-syntax"],
])("one slip, one finding: %s", (_, written, slip, finding) => {
  expect(found(written, slip)).toEqual([finding]);
});
