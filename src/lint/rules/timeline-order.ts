import { defineRule, type Report } from "../define.ts";

/** The rows of a timeline stand in the order of their times. */
export const timelineOrder = defineRule({
  id: "timeline-order",
  defaultLevel: "warning",
  drafts: "same",
  summary: `The rows of a timeline stand in the order of their times.`,
  why: `A row out of order is mostly a mistyped hour or day, and milestones are read from the rows.`,
  helps: `\`pm ttd\` reads milestones from a timeline where the frontmatter has none, and takes rows in the order in which they stand.`,
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
  *check({ timeline }): Iterable<Report> {
    let before: { at: number; line: number } | null = null;
    for (const { at, written, range } of timeline?.rows ?? []) {
      if (at === null) continue;
      if (before && at < before.at) {
        const message = `Unexpected time \`${written}\`, earlier than the row before it (line ${before.line})`;
        yield { range, message, hint: "Mend its hour or day, or move the row." };
      }
      before = { at, line: range.start.line };
    }
  },
});
