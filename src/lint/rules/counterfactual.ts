import { defineRule, type RuleFinding } from "../define.ts";
import { reportPhrases } from "../phrase-findings.ts";

export const counterfactual = defineRule({
  id: "counterfactual",
  defaultLevel: "warning",
  drafts: "same",
  summary: `The prose describes what people did, not what they should or could have done.`,
  why: `What should have happened does not explain what did: it judges with knowledge that nobody had at the time. Gaps show in what people knew, and in why their actions made sense then. Machines that should have worked are not reported, and neither are questions.`,
  helps: `Once tagged, a sentence about what was not visible or not known counts in \`pm gaps\`; "we should have noticed" cannot.`,
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
  check(postmortem, context): Iterable<RuleFinding> {
    return reportPhrases(postmortem, context, {
      groups: context.language.counterfactuals,
      noun: "counterfactual",
      alsoInQuestions: false,
    });
  },
});
