import { defineUnknownTermRule } from "../unknown-term.ts";

export const unknownService = defineUnknownTermRule({
  id: "unknown-service",
  noun: "service",
  summary: `Every service is in the taxonomy.`,
  why: `A gap is systemic when it shows in several services, and coverage compares responders with a service's owner. Both need one name per service.`,
  helps: `\`pm gaps\` counts the services of a gap before it calls it systemic, and \`--service\` selects by them.`,
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
