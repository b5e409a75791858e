import { describeAddition, scoreSignal } from "../../core/document/signal.ts";
import { defineRule, type RuleFinding } from "../define.ts";
import { isBroken } from "../stated-status.ts";

export const signalMinimum = defineRule({
  id: "signal-minimum",
  defaultLevel: "warning",
  drafts: "off",
  summary: `A final document reaches a minimum score for how much it records for learning.`,
  why: `A document can follow every other rule and still teach little. The score counts what others can learn from, part by part (docs/signal.md); it says nothing about the people who wrote it. The minimum is a floor that catches empty documents, not a target.`,
  helps: `\`pm signal\` scores every document and names the one addition that raises its score most, which is also this rule's hint.`,
  bad: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
  diagnosed: 2026-03-14T02:40:00Z
  resolved: 2026-03-14T03:10:00Z
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
  diagnosed: 2026-03-14T02:40:00Z
  resolved: 2026-03-14T03:10:00Z
review: { due: 2026-06-01, criteria: The next queue incident is diagnosed in 20 minutes. }
---

## Contributing factors

- Retries had no limit, and nobody knew how a full queue looks. (gap: messaging.backpressure, knowledge)
`,
  options: {
    minimum: {
      default: 30,
      description: "Minimum score of a final document, from 0 (no minimum) to 100.",
    },
  },
  exampleOptions: { minimum: 35 },
  *check(postmortem, { options: { minimum } }): Iterable<RuleFinding> {
    if (isBroken(postmortem)) return;
    const { status } = postmortem;
    if (status?.value !== "final") return;
    const { score, nextAddition } = scoreSignal(postmortem);
    if (score >= minimum) return;
    yield {
      range: status.source.range,
      message: `Unexpected signal score below ${minimum} of 100`,
      hint: `It is ${score}.${nextAddition ? ` ${describeAddition(nextAddition)}.` : ""}`,
    };
  },
});
