import { defineRule, type Report } from "../define.ts";
import { reportPhrases } from "../phrase-reports.ts";

/** The prose tells what people did, not what they should have done. */
export const counterfactual = defineRule({
  id: "counterfactual",
  defaultLevel: "warning",
  drafts: "same",
  summary: `The prose tells what people did, not what they should or could have done.`,
  why: `What should have happened explains nothing that did: it judges with knowledge that nobody had at the time. What people knew, and why what they did made sense then, is where a gap shows. A machine that should have worked is no matter of blame, and neither is a question.`,
  helps: `A sentence on what was not visible, or not known, can be tagged as a gap, and \`pm gaps\` counts it; "we should have noticed" can not.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
---

## Detection

We should have noticed the growing queue. The alert should have fired at 02:16.
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

## Detection

No dashboard showed the growing queue. The alert should have fired at 02:16.
`,
  check(postmortem, context): Iterable<Report> {
    return reportPhrases(postmortem, context, {
      groups: context.language.counterfactuals,
      noun: "counterfactual",
      alsoInQuestions: false,
    });
  },
});
