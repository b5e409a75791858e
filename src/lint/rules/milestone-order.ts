import { type Fact, type Milestone, MILESTONES } from "../../core/postmortem.ts";
import { defineRule, type RuleFinding } from "../define.ts";
import { contradictedMilestones } from "../milestone-contradictions.ts";

export const milestoneOrder = defineRule({
  id: "milestone-order",
  defaultLevel: "error",
  drafts: "same",
  summary: `Milestones are in order: started, detected, diagnosed, mitigated, resolved.`,
  why: `The time between two milestones out of order would be negative, so it is left out of every median.`,
  helps: `\`pm ttd\` leaves out any phase that would end before it begins.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T01:21:00Z
  diagnosed: 2026-03-14T02:40:00Z
  resolved: 2026-03-14T03:10:00Z
---
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
  diagnosed: 2026-03-14T02:40:00Z
  resolved: 2026-03-14T03:10:00Z
---
`,
  *check(postmortem): Iterable<RuleFinding> {
    const { milestones } = postmortem;
    const contradicted = contradictedMilestones(postmortem);
    let before: { name: Milestone; fact: Fact<number> } | null = null;
    for (const name of MILESTONES) {
      const fact = milestones[name];
      if (!fact || fact.source.how === "inferred") continue;
      const isTold = contradicted.has(name) || (before && contradicted.has(before.name));
      if (before && fact.value < before.fact.value && isTold !== true) {
        const line = before.fact.source.range.start.line;
        const message = `Unexpected \`${name}\` before \`${before.name}\` (line ${line})`;
        yield {
          range: fact.source.range,
          message,
          hint: "One of the two is mistyped, or belongs to another day or time zone.",
        };
      }
      if (name !== "acknowledged") before = { name, fact };
    }
  },
});
