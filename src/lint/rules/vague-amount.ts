import { defineRule, type Report } from "../define.ts";
import { reportPhrases } from "../phrase-reports.ts";
import { hasNumberBeside } from "../sentence-numbers.ts";
import { isAsked } from "../subjects.ts";

/** Where the prose tells of an amount or a time, it gives the number. */
export const vagueAmount = defineRule({
  id: "vague-amount",
  defaultLevel: "warning",
  drafts: "same",
  summary: `Where the prose tells how many, how long or how much, it gives the number.`,
  why: `"Many users" is ten to one reader and a million to another, and after a month nobody remembers which. A number, even a rough one, lets incidents be compared. Plans and lessons are left alone, and so is a sentence with a number.`,
  helps: `Impact in numbers lets a reader of \`pm show\` weigh an incident; times that are told exactly are what \`pm ttd\` computes with.`,
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
  check(postmortem, context): Iterable<Report> {
    return reportPhrases(postmortem, context, {
      groups: context.language.amounts,
      noun: "vague amount",
      alsoInQuestions: false,
      isExcused: (clause, match) => hasNumberBeside(clause, match) || isAsked(clause, match.start),
    });
  },
});
