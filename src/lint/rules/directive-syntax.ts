import { defineProblemRule } from "../problem-rule.ts";

export const directiveSyntax = defineProblemRule({
  id: "directive-syntax",
  defaultLevel: "error",
  drafts: "same",
  summary: `A comment that silences a rule names the rule and gives a reason.`,
  why: `Whoever finds a silenced rule a year later needs to know whether it should stay silenced. So a directive without a reason silences nothing, and no directive can silence this rule.`,
  helps: `A silenced fact is still missing from the reports: the reason is all that a reader of \`pm gaps\` or \`pm ttd\` has in its place.`,
  bad: `---
title: Checkout stalled
status: draft
---

<!-- pm-disable-file required-facts -->
`,
  good: `---
title: Checkout stalled
# pm-disable-next-line unknown-severity: imported, the old scale has no counterpart
severity: blocker
status: draft
---
`,
});
