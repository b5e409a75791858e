import { defineProblemRule } from "../problem-rule.ts";

export const severalIncidents = defineProblemRule({
  id: "several-incidents",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A file describes one incident.`,
  why: `\`pm\` reads each file as one incident. If a file describes several, it may combine the severity of one with the times of another.`,
  helps: `\`pm ttd\`, \`pm gaps\` and \`pm trends\` count each incident by itself.`,
  bad: `---
title: Incidents of March
status: draft
---

## 2026-03-14 Checkout stalled

### Impact

Nobody could pay.

## 2026-03-21 Search slow

### Impact

Search took ten seconds.
`,
  good: `---
title: Checkout stalled
status: draft
---

## Impact

Nobody could pay.
`,
  word: (problem) =>
    problem.kind === "several-described"
      ? {
          message: `Unexpected second incident: this file describes ${problem.count}`,
          hint: "Give each incident a file of its own.",
        }
      : null,
});
