import { defineRule, type RuleFinding } from "../define.ts";

export const escalationCompetency = defineRule({
  id: "escalation-competency",
  defaultLevel: "error",
  drafts: "off",
  summary: `An escalation for expertise names the competency that was sought.`,
  why: `\`pm escalations\` shows which competencies are sought, from whom, and which only one team has.`,
  helps: `\`pm escalations\` lists the competencies that one team asks of another; an escalation without one says nothing about skills.`,
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
    reason: expertise
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
  *check({ status, escalations }): Iterable<RuleFinding> {
    if (status === null) return;
    for (const { reason, competency, confirmed, source } of escalations) {
      if (!confirmed) continue;
      if (competency !== null || (reason !== null && reason.value !== "expertise")) continue;
      const hint = "Add `competency`: what did the other team know?";
      yield { range: source.range, message: "Missing competency of an escalation", hint };
    }
  },
});
