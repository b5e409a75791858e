import { isoInstant } from "../../core/calendar.ts";
import { MILESTONES } from "../../core/postmortem.ts";
import type { Report } from "../define.ts";
import { defineRule } from "../define.ts";

const TOLERANCE_MS = 5 * 60_000;
const HINT = "Mend whichever is wrong; the frontmatter's counts.";

function isOutside(at: number, times: readonly number[]): boolean {
  return at < Math.min(...times) - TOLERANCE_MS || at > Math.max(...times) + TOLERANCE_MS;
}

/** Milestones in the frontmatter agree with the timeline. */
export const milestoneContradiction = defineRule({
  id: "milestone-contradiction",
  defaultLevel: "warning",
  drafts: "same",
  summary: `Milestones in the frontmatter agree with the timeline.`,
  why: `The frontmatter wins in every figure, so a reader of the timeline would reckon another time to detect or diagnose.`,
  bad: `---
title: Checkout stalled
status: draft
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:51:00Z
---

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 2026-03-14 02:15 | Impact starts: errors rise. |
| 2026-03-14 02:21 | Detected: the alert fires. |
| 2026-03-14 03:10 | Resolved: the backlog is gone. |
`,
  good: `---
title: Checkout stalled
status: draft
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
---

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 2026-03-14 02:15 | Impact starts: errors rise. |
| 2026-03-14 02:21 | Detected: the alert fires. |
| 2026-03-14 03:10 | Resolved: the backlog is gone. |
`,
  *check({ milestones, timelineMilestones, timeline }): Iterable<Report> {
    const times = (timeline?.rows ?? []).flatMap(({ at }) => at ?? []);
    for (const name of MILESTONES) {
      const stated = milestones[name];
      if (stated?.source.origin !== "frontmatter") continue;
      const row = timelineMilestones[name];
      const { range } = stated.source;
      if (row?.source.how === "stated" && Math.abs(row.value - stated.value) > TOLERANCE_MS) {
        const at = `${isoInstant(row.value)} (line ${row.source.range.start.line})`;
        yield { range, message: `Unexpected \`${name}\`: the timeline says ${at}`, hint: HINT };
      } else if (times.length >= 2 && isOutside(stated.value, times)) {
        yield {
          range,
          message: `Unexpected \`${name}\` outside of the timeline's rows`,
          hint: HINT,
        };
      }
    }
  },
});
