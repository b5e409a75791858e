import { defineRule } from "../define.ts";

/** Has no check of its own: the runner reports the directives that silence nothing. */
export const directiveUnused = defineRule({
  id: "directive-unused",
  defaultLevel: "warning",
  drafts: "same",
  summary: `Every comment that silences a rule is still needed.`,
  why: `A directive that outlives its finding hides the next one before anyone has seen it. A misspelt rule name silences nothing at all.`,
  helps: `The facts behind \`pm gaps\` and \`pm ttd\` stay covered by the rules that guard them.`,
  bad: `---
title: Checkout stalled
# pm-disable-next-line unknown-severity: imported, the old scale has no counterpart
severity: P1
status: draft
---
`,
  good: `---
title: Checkout stalled
severity: P1
status: draft
---
`,
});
