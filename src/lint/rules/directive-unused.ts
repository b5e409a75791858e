import { defineRule } from "../define.ts";

/** A comment that silences a rule silences something; the runner reports those that do not. */
export const directiveUnused = defineRule({
  id: "directive-unused",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A comment that silences a rule silences something.`,
  why: `A directive that outlived its finding hides the next one, which nobody has looked at. A misspelt rule silences nothing at all.`,
  helps: `It keeps the facts behind \`pm gaps\` and \`pm ttd\` under the rules that watch over them.`,
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
