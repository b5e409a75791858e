import { PHASE_TITLES, timelineDuration } from "../../core/durations.ts";
import { PHASES } from "../../core/postmortem.ts";
import type { Report } from "../define.ts";
import { defineRule } from "../define.ts";

const TOLERANCE_MINUTES = 5;
const TOLERANCE_SHARE = 0.1;

/** Durations that a document states agree with its milestones. */
export const durationContradiction = defineRule({
  id: "duration-contradiction",
  defaultLevel: "warning",
  drafts: "same",
  summary: `Durations that a document states agree with its milestones.`,
  why: `People's own answer and the timeline's are kept apart and can differ; where they do, one of them is wrong and a median rests on it.`,
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
  *check(postmortem): Iterable<Report> {
    for (const phase of PHASES) {
      const stated = postmortem.statedDurations[phase];
      const computed = timelineDuration(postmortem, phase);
      if (!stated || !computed) continue;
      const apart = Math.abs(stated.value - computed.value);
      if (apart <= TOLERANCE_MINUTES || apart <= stated.value * TOLERANCE_SHARE) continue;
      const message = `Unexpected ${PHASE_TITLES[phase].toLowerCase()} of ${stated.value} minutes: the timeline gives ${computed.value}`;
      const line = computed.source.range.start.line;
      const hint = `The timeline's figure ends at line ${line}${computed.source.how === "inferred" ? " and is read from its wording" : ""}.`;
      yield { range: stated.source.range, message, hint };
    }
  },
});
