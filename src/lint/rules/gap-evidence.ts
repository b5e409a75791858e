import { defineRule, type RuleFinding } from "../define.ts";

export const gapEvidence = defineRule({
  id: "gap-evidence",
  defaultLevel: "error",
  drafts: "off",
  summary: `Every gap comes with evidence: a sentence that shows it.`,
  why: `\`pm gaps --evidence\` is what convinces the people who plan training. Without a sentence, a gap is an opinion.`,
  helps: `\`pm gaps --evidence\` lists the sentence behind each figure; a gap without one is a row that nobody can check.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
gaps:
  - competency: messaging.backpressure
    kind: knowledge
---
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
gaps:
  - competency: messaging.backpressure
    kind: knowledge
    evidence: Lag was read as a traffic dip.
---
`,
  *check({ status, gaps }): Iterable<RuleFinding> {
    if (status === null) return;
    for (const { competency, evidence } of gaps) {
      if (evidence !== null) continue;
      const hint = "Add `evidence`: the sentence that shows the gap.";
      yield {
        range: competency.source.range,
        message: `Missing evidence for the gap \`${competency.value}\``,
        hint,
      };
    }
  },
});
