import { defineUnknownTermRule } from "../unknown-term.ts";

/** A gap kind is one that the taxonomy has. */
export const unknownKind = defineUnknownTermRule({
  id: "unknown-kind",
  noun: "gap kind",
  summary: "A gap kind is one that the taxonomy has.",
  why: `The kind decides what helps: training for knowledge, a rotation for coverage, a tool for instrumentation.`,
  helps: `\`pm gaps\` lists the kinds of each gap, which tell training from a missing runbook or permission.`,
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
