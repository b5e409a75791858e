import { REASONS } from "../../core/postmortem.ts";
import type { Report } from "../define.ts";
import { defineRule } from "../define.ts";

/** An escalation says why: expertise, access, authority, capacity or policy. */
export const escalationReason = defineRule({
  id: "escalation-reason",
  defaultLevel: "error",
  drafts: "off",
  summary: `An escalation says why: expertise, access, authority, capacity or policy.`,
  why: `Only an escalation for expertise is evidence of a skill gap; without its reason it cannot be told from a policy.`,
  bad: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
escalations:
  - from: payments
    to: platform
    competency: messaging.backpressure
---
`,
  good: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
escalations:
  - from: payments
    to: platform
    reason: expertise
    competency: messaging.backpressure
---
`,
  *check({ escalations }): Iterable<Report> {
    for (const { reason, source } of escalations) {
      if (reason !== null) continue;
      const hint = `Give one of ${REASONS.join(", ")}.`;
      yield { range: source.range, message: "Missing reason of an escalation", hint };
    }
  },
});
