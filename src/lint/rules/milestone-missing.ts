import { defineRule, type RuleFinding } from "../define.ts";
import { isBroken } from "../stated-status.ts";
import { hasUnreadValue } from "../unread-value.ts";

const REQUIRED = ["detected", "diagnosed", "resolved"] as const;

export const milestoneMissing = defineRule({
  id: "milestone-missing",
  defaultLevel: "warning",
  drafts: "off",
  summary: `A final document says when the incident was detected, diagnosed and resolved, or that nobody knows.`,
  why: `Time to diagnose shows where tools or practice were missing. It needs a beginning and an end, and \`unknown\` is an honest answer.`,
  helps: `\`pm ttd\` needs both ends of a phase; it counts incidents that lack one as having no figure.`,
  bad: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
  resolved: 2026-03-14T03:10:00Z
review: { due: 2026-06-01, criteria: The next queue incident is diagnosed in 20 minutes. }
---

## Contributing factors

- Retries had no limit.
- Lag was read as a traffic dip.
`,
  good: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
  diagnosed: 2026-03-14T02:40:00Z
  resolved: 2026-03-14T03:10:00Z
review: { due: 2026-06-01, criteria: The next queue incident is diagnosed in 20 minutes. }
---

## Contributing factors

- Retries had no limit.
- Lag was read as a traffic dip.
`,
  *check(postmortem): Iterable<RuleFinding> {
    if (isBroken(postmortem)) return;
    const { status, milestones, unknownMilestones } = postmortem;
    if (status?.value !== "final") return;
    for (const name of REQUIRED) {
      if (milestones[name] !== null || unknownMilestones.includes(name)) continue;
      if (hasUnreadValue(postmortem, `times.${name}`)) continue;
      const hint = `Set \`times.${name}\`, or \`${name}: unknown\` if nobody knows.`;
      yield { range: status.source.range, message: `Missing milestone \`${name}\``, hint };
    }
  },
});
