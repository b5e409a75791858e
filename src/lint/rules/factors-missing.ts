import { defineRule, type RuleFinding } from "../define.ts";
import { isBroken } from "../stated-status.ts";

export const factorsMissing = defineRule({
  id: "factors-missing",
  defaultLevel: "error",
  drafts: "off",
  summary: `A final document names contributing factors.`,
  why: `Gaps are found in contributing factors. A document that only says what happened teaches nobody.`,
  helps: `\`pm gaps --evidence\` quotes contributing factors; a document without any gives training nothing to work with.`,
  bad: `---
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

## What we learned

- A queue that grows without errors looks like a quiet morning.
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

## What we learned

- A queue that grows without errors looks like a quiet morning.
`,
  *check(postmortem): Iterable<RuleFinding> {
    if (isBroken(postmortem)) return;
    const { status, factors, gaps } = postmortem;
    if (status?.value !== "final" || factors.length > 0 || gaps.length > 0) return;
    const hint = 'Add a section "Contributing factors" with one bullet per factor.';
    yield { range: status.source.range, message: "Missing contributing factors", hint };
  },
});
