import type { Problem } from "../../core/problem.ts";
import { phaseDuration } from "../../core/time/durations.ts";
import { defineRule, type RuleFinding } from "../define.ts";
import { isBroken } from "../stated-status.ts";

/** Problems of what was probably meant to record a gap. */
const LOST_GAPS: ReadonlySet<Problem["kind"]> = new Set<Problem["kind"]>([
  "tag-form",
  "tag-slip",
  "tag-unclosed",
  "untagged-competency",
]);

export const gapMissing = defineRule({
  id: "gap-missing",
  defaultLevel: "warning",
  drafts: "off",
  summary: `A final document with an extended diagnosis names a gap.`,
  why: `A long time between "something is wrong" and "we know what" points to a missing tool or skill. If nothing was missing, the factors can say so: this is only a warning.`,
  helps: `\`pm gaps\` says how many incidents have no gap; each of them may have one that nobody named.`,
  bad: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
  diagnosed: 2026-03-14T05:40:00Z
  resolved: 2026-03-14T06:10:00Z
review: { due: 2026-06-01, criteria: The next queue incident is diagnosed in 20 minutes. }
---

## Contributing factors

- Retries had no limit.
`,
  good: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
  diagnosed: 2026-03-14T05:40:00Z
  resolved: 2026-03-14T06:10:00Z
review: { due: 2026-06-01, criteria: The next queue incident is diagnosed in 20 minutes. }
---

## Contributing factors

- Retries had no limit. (gap: capacity.overload-protection, knowledge)
`,
  *check(postmortem, { config }): Iterable<RuleFinding> {
    if (isBroken(postmortem)) return;
    const { status, gaps, milestones, problems } = postmortem;
    const diagnosis = phaseDuration(postmortem, "diagnose");
    // A tag that cannot be read is reported where it stands.
    if (problems.some(({ kind }) => LOST_GAPS.has(kind))) return;
    if (status?.value !== "final" || gaps.length > 0 || diagnosis === null) return;
    const limit = config.thresholds.extendedDiagnosisMinutes;
    if (diagnosis.value <= limit) return;
    const message = `Missing gap: the diagnosis took ${Math.round(diagnosis.value)} minutes, more than ${limit}`;
    const hint = "What was missing? Tag the factor: `(gap: competency, kind)`.";
    yield { range: (milestones.diagnosed ?? diagnosis).source.range, message, hint };
  },
});
