import { defineRule, type RuleFinding } from "../define.ts";
import { reportPhrases } from "../phrase-findings.ts";

export const blameWord = defineRule({
  id: "blame-word",
  defaultLevel: "warning",
  drafts: "same",
  summary: `The prose calls nobody careless and does not treat human error as a cause.`,
  why: `A word of blame ends the search where it should begin: with what made the action look right at that moment. People who fear blame leave out, next time, what others could have learned from.`,
  helps: `What belongs in its place (a missing signal, skill or runbook) is what \`pm gaps\` counts and training can change.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
---

## Contributing factors

- A careless change removed the limit on retries.
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
---

## Contributing factors

- Nothing in the review showed that a change removed the limit on retries.
`,
  check(postmortem, context): Iterable<RuleFinding> {
    return reportPhrases(postmortem, context, {
      groups: context.language.blame,
      noun: "blame",
      alsoInQuestions: true,
    });
  },
});
