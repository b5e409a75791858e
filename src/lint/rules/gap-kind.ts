import { defineRule, type RuleFinding } from "../define.ts";

export const gapKind = defineRule({
  id: "gap-kind",
  defaultLevel: "warning",
  drafts: "off",
  summary: `Every gap has a kind.`,
  why: `Missing knowledge calls for training, a missing instrument for a tool. Without a kind, nobody can say what would close the gap.`,
  helps: `\`pm gaps\` counts gaps by kind and names the remedy that fits; one without a kind fits none.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---

## Contributing factors

- Lag was read as a traffic dip. (gap: messaging.backpressure)
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---

## Contributing factors

- Lag was read as a traffic dip. (gap: messaging.backpressure, knowledge)
`,
  *check({ status, gaps }, { taxonomy }): Iterable<RuleFinding> {
    if (status === null) return;
    const hint = `Add one of ${taxonomy.kinds.map(({ id }) => id).join(", ")}.`;
    for (const { competency, kind, confirmed } of gaps) {
      if (kind !== null || !confirmed) continue;
      const message = `Missing kind of the gap \`${competency.value}\``;
      yield { range: competency.source.range, message, hint };
    }
  },
});
