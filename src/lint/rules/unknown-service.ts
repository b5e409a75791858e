import { defineUnknownTermRule } from "../unknown-term.ts";

export const unknownService = defineUnknownTermRule({
  id: "unknown-service",
  noun: "service",
  summary: `Every service is in the taxonomy.`,
  why: `If a gap names no team, the owner of the service counts, and coverage compares responders with that owner. Both need one name per service.`,
  helps: `If a gap names no team, \`pm gaps\` uses the team that owns the service; \`--service\` selects by service.`,
  bad: `---
title: Checkout stalled
status: draft
services: [chekout]
---
`,
  good: `---
title: Checkout stalled
status: draft
services: [checkout]
---
`,
  terms: (taxonomy) => taxonomy.services,
  values: ({ services }) => services,
});
