import { REASONS, UNKNOWN } from "../../core/postmortem.ts";
import { defineRule, type RuleFinding } from "../define.ts";
import { hasUnreadValue } from "../unread-value.ts";

export const escalationReason = defineRule({
  id: "escalation-reason",
  defaultLevel: "error",
  drafts: "off",
  summary: `Every escalation gives its reason: expertise, access, authority, capacity or policy.`,
  why: `Only an escalation for expertise is evidence of a skill gap. Without a reason, it could just as well follow a policy.`,
  helps: `\`pm escalations\` treats only \`expertise\` as evidence of a skill gap; an escalation without a reason cannot count as one.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
escalations:
  - from: payments
    to: platform
    competency: messaging.backpressure
---
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
escalations:
  - from: payments
    to: platform
    reason: expertise
    competency: messaging.backpressure
---
`,
  *check(postmortem): Iterable<RuleFinding> {
    const { status, escalations } = postmortem;
    if (status === null) return;
    const hint = `Use one of ${REASONS.join(", ")}.`;
    for (const { reason, confirmed, source } of escalations) {
      if (!confirmed) continue;
      if (reason === null && hasUnreadValue(postmortem, "escalations.reason")) continue;
      if (reason === null) {
        yield { range: source.range, message: "Missing reason of an escalation", hint };
      } else if (reason.value !== UNKNOWN && !REASONS.some((known) => known === reason.value)) {
        const message = `Unexpected reason \`${reason.value}\` of an escalation`;
        yield { range: reason.source.range, message, hint };
      }
    }
  },
});
