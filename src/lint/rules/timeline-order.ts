import { defineRule, type RuleFinding } from "../define.ts";

export const timelineOrder = defineRule({
  id: "timeline-order",
  defaultLevel: "warning",
  drafts: "same",
  summary: `The rows of a timeline are in order of time.`,
  why: `A row out of order usually has a mistyped hour or day, and milestones are read from the rows.`,
  helps: `\`pm ttd\` reads milestones from the timeline if the frontmatter has none, and reads its rows in written order.`,
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
| 2026-03-14 01:21 | The backlog of the queue grows. |
| 2026-03-14 03:10 | Resolved: the backlog is gone. |
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
| 2026-03-14 02:21 | The backlog of the queue grows. |
| 2026-03-14 03:10 | Resolved: the backlog is gone. |
`,
  *check({ timeline }): Iterable<RuleFinding> {
    let before: { at: number; line: number } | null = null;
    for (const { at, written, range } of timeline?.rows ?? []) {
      if (at === null) continue;
      if (before && at < before.at) {
        const message = `Unexpected time \`${written}\`, earlier than the row before it (line ${before.line})`;
        yield { range, message, hint: "Correct its hour or day, or move the row." };
      }
      before = { at, line: range.start.line };
    }
  },
});
