import { defineRule, type RuleFinding } from "../define.ts";
import { disorderedMilestones, isInFrontmatter } from "../disordered-milestones.ts";
import { milestoneContradictions } from "../milestone-contradictions.ts";

export const milestoneContradiction = defineRule({
  id: "milestone-contradiction",
  defaultLevel: "warning",
  drafts: "same",
  summary: `Milestones in the frontmatter agree with the timeline.`,
  why: `The frontmatter wins in every figure, so a reader of the timeline would compute a different time to detect or diagnose.`,
  helps: `\`pm ttd\` computes from the frontmatter; if the timeline is right, its figure for this incident is wrong.`,
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
  check(postmortem): readonly RuleFinding[] {
    // Their order is wrong whatever the timeline says, and that is an error.
    const disordered = new Set(
      [...disorderedMilestones(postmortem)]
        .filter(isInFrontmatter)
        .flatMap(({ early, before }) => [early.name, before.name]),
    );
    return milestoneContradictions(postmortem).filter(({ name }) => !disordered.has(name));
  },
});
