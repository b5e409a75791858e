import { defineRule, type RuleFinding } from "../define.ts";
import {
  disorderedMilestones,
  isInFrontmatter,
  swappedMilestones,
} from "../disordered-milestones.ts";
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
  check(postmortem): readonly RuleFinding[] {
    const swapped = swappedMilestones(postmortem);
    if (swapped !== null && isInFrontmatter(swapped)) {
      const { early, before } = swapped;
      return [
        {
          range: before.fact.source.range,
          message: `Unexpected \`${before.name}\` after \`${early.name}\` (line ${early.fact.source.range.start.line})`,
          hint: "The two have changed places: exchange their times.",
        },
      ];
    }
    const contradicted = contradictedMilestones(postmortem);
    return [...disorderedMilestones(postmortem)]
      .filter((one) => {
        const isReported = contradicted.has(one.early.name) || contradicted.has(one.before.name);
        return isInFrontmatter(one) || !isReported;
      })
      .map(({ early, before }) => ({
        range: early.fact.source.range,
        message: `Unexpected \`${early.name}\` before \`${before.name}\` (line ${before.fact.source.range.start.line})`,
        hint: "One of the two is mistyped, or belongs to another day or time zone.",
      }));
  },
});
