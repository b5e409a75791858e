import { type Fact, type Phase, PHASES, type Postmortem } from "../../core/postmortem.ts";
import { PHASE_TITLES, phaseDuration, timelineDuration } from "../../core/time/durations.ts";
import { minutesText } from "../../core/time/minutes-text.ts";
import { defineRule, type RuleFinding } from "../define.ts";

const TOLERANCE_MINUTES = 5;
const TOLERANCE_SHARE = 0.1;

/** The minutes of a phase: from stated milestones, otherwise from the timeline's wording. */
function computedFrom(postmortem: Postmortem, phase: Phase): Fact<number> | null {
  const duration = phaseDuration(postmortem, phase);
  return duration?.source.how === "computed" ? duration : timelineDuration(postmortem, phase);
}

/** What to look at: the milestone with which the other figure ends. */
function hintFor({ source: { origin, how, range, confidence } }: Fact<number>): string {
  const figure = origin === "frontmatter" ? "frontmatter's" : "timeline's";
  const doubt = confidence === "low" ? " with low confidence" : "";
  const wording = how === "inferred" ? ` and is read from its wording${doubt}` : "";
  return `The ${figure} figure ends at line ${range.start.line}${wording}.`;
}

export const durationContradiction = defineRule({
  id: "duration-contradiction",
  defaultLevel: "warning",
  drafts: "same",
  summary: `Stated durations agree with the milestones.`,
  why: `A document can state a duration and imply another through its milestones or timeline. If they differ, one of them is wrong, and a median rests on it.`,
  helps: `\`pm ttd\` uses stated milestones first, then a stated duration; while the two differ, its medians depend on which one it takes.`,
  bad: `---
title: Checkout stalled
status: draft
severity: P1
---

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 2026-03-14 02:15 | Impact starts: errors rise. |
| 2026-03-14 02:21 | Detected: the alert fires. |
| 2026-03-14 03:10 | Resolved: the backlog is gone. |

## Stats

- Time to detection: 50 minutes
`,
  good: `---
title: Checkout stalled
status: draft
severity: P1
---

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 2026-03-14 02:15 | Impact starts: errors rise. |
| 2026-03-14 02:21 | Detected: the alert fires. |
| 2026-03-14 03:10 | Resolved: the backlog is gone. |

## Stats

- Time to detection: 6 minutes
`,
  *check(postmortem): Iterable<RuleFinding> {
    for (const phase of PHASES) {
      const stated = postmortem.statedDurations[phase];
      const computed = computedFrom(postmortem, phase);
      if (!stated || stated.source.confidence === "low" || !computed) continue;
      const apart = Math.abs(stated.value - computed.value);
      if (apart <= TOLERANCE_MINUTES || apart <= stated.value * TOLERANCE_SHARE) continue;
      const phaseTitle = PHASE_TITLES[phase].toLowerCase();
      const giver = computed.source.origin === "frontmatter" ? "the frontmatter" : "the timeline";
      const message = `Unexpected ${phaseTitle} of ${minutesText(stated.value)}: ${giver} gives ${minutesText(computed.value)}`;
      yield { range: stated.source.range, message, hint: hintFor(computed) };
    }
  },
});
