import { defineUnknownTermRule } from "../unknown-term.ts";

export const unknownKind = defineUnknownTermRule({
  id: "unknown-kind",
  noun: "gap kind",
  summary: `Every gap kind is in the taxonomy.`,
  why: `The kind tells you what helps: training for knowledge, a rotation for coverage, a tool for instrumentation.`,
  helps: `\`pm gaps\` lists the kinds of each gap, so that you can tell a need for training from a missing runbook or permission.`,
  bad: `---
title: Checkout stalled
status: draft
gaps:
  - competency: messaging.backpressure
    kind: knowlege
---
`,
  good: `---
title: Checkout stalled
status: draft
gaps:
  - competency: messaging.backpressure
    kind: knowledge
---
`,
  terms: (taxonomy) => taxonomy.kinds,
  values: ({ gaps }) => gaps.map(({ kind }) => kind),
});
