import { defineRule, type RuleFinding } from "../define.ts";
import { reportPhrases } from "../phrase-findings.ts";
import { hasNumberBeside } from "../sentence-numbers.ts";
import { isAsked } from "../subjects.ts";

export const vagueAmount = defineRule({
  id: "vague-amount",
  defaultLevel: "warning",
  drafts: "same",
  summary: `If the prose says how many, how long or how much, it gives a number.`,
  why: `"Many users" means ten to one reader and a million to another, and after a month nobody remembers which. A number, even a rough one, makes incidents comparable. The rule skips plans, lessons and sentences that already have a number.`,
  helps: `With numbers, a reader of \`pm show\` can weigh the impact of an incident; exact times are what \`pm ttd\` computes with.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
---

## Impact

Many customers could not pay.
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

## Impact

About 1,200 customers could not pay.
`,
  check(postmortem, context): Iterable<RuleFinding> {
    return reportPhrases(postmortem, context, {
      groups: context.language.amounts,
      noun: "vague amount",
      alsoInQuestions: false,
      isExcused: (clause, match) => hasNumberBeside(clause, match) || isAsked(clause, match.start),
    });
  },
});
