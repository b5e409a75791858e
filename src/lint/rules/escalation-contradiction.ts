import {
  type Escalation,
  type Milestone,
  type Postmortem,
  UNKNOWN,
} from "../../core/postmortem.ts";
import { isoInstant } from "../../core/time/calendar.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import { defineRule, type RuleFinding } from "../define.ts";
import { contradictedMilestones } from "../milestone-contradictions.ts";

/** Escalations are often noted to the minute, milestones too. */
const TOLERANCE_MS = MS_PER_MINUTE;

/** Why an escalation cannot have been when it says; null where it can. */
function sideOf(
  { at }: Escalation,
  { milestones }: Postmortem,
  contradicted: ReadonlySet<Milestone>,
): string | null {
  if (at === null) return null;
  const { started, resolved } = milestones;
  if (contradicted.has("started") || contradicted.has("resolved")) return null;
  if (started && at.value < started.value - TOLERANCE_MS) {
    return `before the incident started (${isoInstant(started.value)})`;
  }
  if (resolved && at.value > resolved.value + TOLERANCE_MS) {
    return `after it was resolved (${isoInstant(resolved.value)})`;
  }
  return null;
}

export const escalationContradiction = defineRule({
  id: "escalation-contradiction",
  defaultLevel: "warning",
  drafts: "same",
  summary: `An escalation goes to another team, during the incident.`,
  why: `An escalation from a team to itself shows no border between teams. One outside the incident is usually a slip in the date.`,
  helps: `\`pm escalations\` counts who asked whom, and when in the incident.`,
  bad: `---
title: Checkout stalled
status: draft
times:
  started: 2026-03-14T02:15:00Z
  resolved: 2026-03-14T03:10:00Z
escalations:
  - at: 2026-04-14T02:40:00Z
    from: payments
    to: platform
    reason: expertise
    competency: messaging.backpressure
---
`,
  good: `---
title: Checkout stalled
status: draft
times:
  started: 2026-03-14T02:15:00Z
  resolved: 2026-03-14T03:10:00Z
escalations:
  - at: 2026-03-14T02:40:00Z
    from: payments
    to: platform
    reason: expertise
    competency: messaging.backpressure
---
`,
  *check(postmortem): Iterable<RuleFinding> {
    const contradicted = contradictedMilestones(postmortem);
    for (const escalation of postmortem.escalations) {
      const { at, from, to, confirmed } = escalation;
      if (!confirmed) continue;
      if (to && from && to.value === from.value && to.value !== UNKNOWN) {
        yield {
          range: to.source.range,
          message: `Unexpected escalation from \`${to.value}\` to itself`,
          hint: "Name the team that was asked. If a higher tier was, list that tier as a team of its own.",
        };
      }
      const side = sideOf(escalation, postmortem, contradicted);
      if (at === null || side === null) continue;
      yield {
        range: at.source.range,
        message: `Unexpected time of an escalation, ${side}`,
        hint: "Correct the date of one of them.",
      };
    }
  },
});
