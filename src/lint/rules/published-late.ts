import { MS_PER_HOUR, MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import { defineRule, type RuleFinding } from "../define.ts";

/** Rounds up to the minute, so that anything over a limit reads as over it: `48 h 1 min`. */
function hoursAndMinutes(ms: number): string {
  const minutes = Math.ceil(ms / MS_PER_MINUTE);
  const hours = `${Math.floor(minutes / 60)} h`;
  return minutes % 60 === 0 ? hours : `${hours} ${minutes % 60} min`;
}

export const publishedLate = defineRule({
  id: "published-late",
  defaultLevel: "warning",
  drafts: "off",
  summary: `A document is published within 48 hours of the incident's resolution.`,
  why: `After two days, details are forgotten, and others may already have met the same gap without warning. If \`published\` is a date without a time, it counts as the start of that day in the configured zone, in the writer's favour. Without \`published\` or \`resolved\`, the rule says nothing.`,
  helps: `\`pm gaps\` counts only what is written down: a late document misses the month in which training is planned.`,
  bad: `---
title: Checkout stalled
status: review
published: 2026-03-18
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  resolved: 2026-03-14T03:10:00Z
---
`,
  good: `---
title: Checkout stalled
status: review
published: 2026-03-16
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  resolved: 2026-03-14T03:10:00Z
---
`,
  options: {
    hours: { default: 48, description: "Maximum number of hours from resolution to publication." },
  },
  *check({ published, milestones: { resolved } }, { options: { hours } }): Iterable<RuleFinding> {
    if (published === null || resolved === null) return;
    const late = published.value - resolved.value;
    if (late <= hours * MS_PER_HOUR) return;
    yield {
      range: published.source.range,
      message: `Unexpected publication ${hoursAndMinutes(late)} after resolution, expected within ${hours} h`,
      hint: "Next time, publish what is known and add the rest later.",
    };
  },
});
