import { isoInstant } from "../../core/time/calendar.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import { defineRule, type FolderRuleFinding } from "../define.ts";

export const startedInFuture = defineRule({
  id: "started-in-future",
  defaultLevel: "error",
  drafts: "same",
  summary: `An incident starts in the past.`,
  why: `A start in the future is a slip in the date, and every report leaves such an incident out of its window.`,
  helps: `\`pm gaps --since 6mo\` counts incidents up to today; one in the future is in no window.`,
  bad: `---
title: Checkout stalled
status: draft
times:
  started: 2926-03-14T02:15:00Z
---
`,
  good: `---
title: Checkout stalled
status: draft
times:
  started: 2026-03-14T02:15:00Z
---
`,
  *checkAll(postmortems, { now }): Iterable<FolderRuleFinding> {
    for (const { path, milestones } of postmortems) {
      const { started } = milestones;
      // Zones differ by up to a day, and a day alone is read as its beginning in one of them.
      if (started === null || started.value <= now + MS_PER_DAY) continue;
      yield {
        path,
        range: started.source.range,
        message: `Unexpected start in the future, ${isoInstant(started.value)}`,
        hint: "Correct the date.",
      };
    }
  },
});
